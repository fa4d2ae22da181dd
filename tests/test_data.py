"""The word lists: readable, tidy, and of stated origin."""

import unicodedata
from pathlib import Path

import msgspec
import pytest

from azmedia_nlp.errors import LexiconError
from azmedia_nlp.lexicon import parse_lexicon

DATA = Path(__file__).parent.parent / "src" / "azmedia_nlp" / "data"
LEXICONS = sorted((DATA / "lexicon").glob("*.tsv"))


def entries(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("#")[0].rstrip() for line in lines if line.split("#")[0].strip()]


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_a_lexicon_is_tidy(path):
    content = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", content)
    assert "\r" not in content
    assert content.endswith("\n")
    assert any(line[:1] == "#" for line in content.splitlines()[:3]), "say what the list is"


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_rows_have_the_headers_columns_and_stand_once(path):
    head, *rows = entries(path)
    assert rows
    assert len(rows) == len(set(rows))
    assert all(len(row.split("\t")) <= len(head.split("\t")) for row in rows)


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_the_origin_of_a_lexicon_is_stated(path):
    assert f"`{path.name}`" in (DATA / "README.md").read_text(encoding="utf-8")


class Month(msgspec.Struct, frozen=True):
    stem: str
    number: int
    forms: tuple[str, ...] = ()


def test_cells_are_typed_and_comments_dropped():
    content = "# months\nstem\tnumber\tforms\nmay\t5\tmayın|maya  # mayın 12-də\n"
    assert parse_lexicon(content, Month, where="m") == (Month("may", 5, ("mayın", "maya")),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("stem\tnumber\tforms\nmay\tbeş\n", r"months\.tsv:2: .*int"),
        ("stem\tnumber\tforms\nmay\t5\ta\tb\n", r"months\.tsv:2: expected 3 columns, found 4"),
        ("stem\tday\tforms\n", r"months\.tsv:1: columns are"),
        ("# x\nstem\tnumber\tforms\n\nmay\n", r"months\.tsv:4: .*number"),
    ],
)
def test_a_bad_row_fails_with_its_place(content, message):
    with pytest.raises(LexiconError, match=message):
        parse_lexicon(content, Month, where="months.tsv")


def test_who_gave_words_is_noticed():
    notices = (DATA.parent.parent.parent / "LICENSE-DATA").read_text(encoding="utf-8")
    givers = ("az-data-generator", "Faker", "mimesis", "Unilex", "CLDR")
    page = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(name in notices and name in page for name in givers)
