"""Pairing of quotation marks, and what is said of those that do not pair."""

import pytest

from azmedia_nlp.quotations.marks import pair_marks
from azmedia_nlp.segmentation import segment


def pairs(text: str) -> list[str]:
    return [
        text[span.start : span.end] for span in pair_marks(text, segment(text).paragraphs).quoted
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A b” c", ["“A b”"]),
        ("«A b» c", ["«A b»"]),
        ("„A b“ c", ["„A b“"]),
        ('"A b" c', ['"A b"']),
        ('"A b» c', ['"A b»']),
        ('«A b" c', ['«A b"']),
        ("«A “b” c» d", ["«A “b” c»", "“b”"]),
        ('"A "b" c" d', ['"A "b" c"', '"b"']),
        ("“A “b” c” d", ["“A “b” c”", "“b”"]),
        ("“A.\nB.” C", ["“A.\nB.”"]),
        ("“A.\n“B.” – c", ["“A.\n“B.”"]),
        ("“A.\nB.\nC.", ["“A."]),
        ("Söz “a b.\n“C” d e.", ["“a b.", "“C”"]),
        ("a ” b", []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("“A b” c", []),
        ("“A b» c", ["mismatched-quote"]),
        ("„A b“ c", []),
        ("“A b c", ["unclosed-quote"]),
        ("a ” b", ["unclosed-quote"]),
    ],
)
def test_warnings(text: str, codes: list[str]) -> None:
    found = pair_marks(text, segment(text).paragraphs).warnings
    assert [warning.code for warning in found] == codes


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "Başlıq\n“Birinci sətir.  \nİkinci sətir."
    [span] = pair_marks(text, segment(text).paragraphs).quoted
    assert text[slice(*span.content)] == "Birinci sətir."
    assert not span.closed
