"""TimeML: well-formed, the text whole, the values in their places."""

import re
from xml.etree import ElementTree as ET

import pytest

from azmedia_nlp import parse_article
from azmedia_nlp.adapters import to_timex3
from viewer.hostile import HOSTILE
from viewer.pages import MUSEUM, museum

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@pytest.mark.parametrize("text", [MUSEUM, HOSTILE, "", "Bir\r\nİki\r]]> & <TIMEX3/>"])
def test_the_text_comes_back(text):
    root = ET.fromstring(to_timex3(parse_article(text), document='"a" & <b>').encode())  # noqa: S314
    assert "".join(root.find("TEXT").itertext()) == UNFIT.sub("\ufffd", text)
    assert root.find("DOCID").text == '"a" & <b>'


def test_times_have_their_types_and_values():
    article = museum()
    root = ET.fromstring(to_timex3(article))  # noqa: S314
    found = root.findall("TEXT/TIMEX3")
    assert [(time.text, time.get("type"), time.get("value")) for time in found] == [
        (time.text, time.type, time.value) for time in article.times
    ]
    creation = root.find("DCT/TIMEX3")
    assert creation.get("functionInDocument") == "CREATION_TIME"
    assert creation.get("value") == article.published
