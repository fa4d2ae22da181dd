"""What is not installed is missed with the line that installs it."""

import pytest

from azmedia_nlp import MissingExtraError
from azmedia_nlp.adapters import parse_html, spacy, to_doc, to_frames
from azmedia_nlp.extras import require
from viewer.pages import museum


def test_a_missing_module_says_how_to_install_it():
    with pytest.raises(MissingExtraError, match=r"pip install 'azmedia_nlp\[nothing\]'"):
        require("no_such_module", "nothing")


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("trafilatura", lambda: parse_html("<p>x"), "html"),
        ("spacy", lambda: to_doc(museum()), "spacy"),
        ("pandas", lambda: to_frames([]), "pandas"),
    ],
)
def test_every_adapter_names_its_extra(monkeypatch, module, call, extra):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"azmedia_nlp\[{extra}\]"):
        call()


def test_the_module_for_spacy_has_one_late_name():
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = spacy.nothing_such
