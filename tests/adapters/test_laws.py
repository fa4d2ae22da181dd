"""Laws: any text has a page and every export, and each is well-formed."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from azmedia_nlp import parse_article
from azmedia_nlp.adapters import (
    to_brat,
    to_conllu,
    to_iob2,
    to_jsonld,
    to_timex3,
    to_webanno,
)
from azmedia_nlp.viewer import article_page
from strategies import texts
from viewer.test_page import Reader, squeezed


def check(text):
    article = parse_article(text, published="2025-03-14")
    reader = Reader(article_page(article))
    assert squeezed(reader.text).replace("\r", "") == squeezed(
        "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    ).replace("\r", "")
    ET.fromstring(to_timex3(article))  # noqa: S314
    for line in to_conllu(article).split("\n"):
        assert line == "" or line.startswith("#") or line.count("\t") == 9
    for line in to_iob2(article).split("\n"):
        assert line == "" or line.count("\t") == 1
    for line in to_brat(article).annotations.split("\n"):
        assert line == "" or line[0] in "TRA#*"
    json.dumps([to_jsonld(article), to_webanno(article)])


@settings(max_examples=15, deadline=None)
@given(texts)
def test_any_text_is_drawn_and_exported(text):
    check(text)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_text_is_drawn_and_exported_many_times(text):
    check(text)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(texts)
def test_any_text_is_a_document_of_spacy(text):
    spacy = pytest.importorskip("azmedia_nlp.adapters.spacy")
    pytest.importorskip("spacy")
    article = parse_article(text)
    assert len(spacy.to_doc(article).text) == len(text)
