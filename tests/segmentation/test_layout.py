"""Paragraphs and datelines against drawn gold."""

import pytest

from azmedia_nlp.segmentation import segment
from azmedia_nlp.segmentation.datelines import find_dateline
from notation import gold_lines


def articles():
    lines = []
    for line in gold_lines("layout"):
        if line == "---":
            yield lines
            lines = []
        else:
            lines.append(line.partition(" "))
    yield lines


CASES = list(articles())


@pytest.mark.parametrize("lines", CASES, ids=lambda lines: lines[1][2] if lines[1:] else "alone")
def test_gold(lines):
    kinds = [kind for kind, _, _ in lines]
    text = "\n".join(paragraph.partition(" » ")[0] for _, _, paragraph in lines)
    assert [paragraph.kind for paragraph in segment(text).paragraphs] == kinds


@pytest.mark.parametrize(
    "line", [line[2] for lines in CASES for line in lines if " » " in line[2]], ids=str
)
def test_datelines(line):
    body, _, expected = line.partition(" » ")
    found = find_dateline(segment(f"Sərgi açılıb\n{body}"))
    parts = (found.place, found.date, found.agency) if found else (None,)
    assert " | ".join(part.text if part else "-" for part in parts) == expected


def test_paragraphs_keep_their_lines_whole():
    text = "Başlıq \n\n  Birinci abzas.  \nİkinci abzas."
    paragraphs = segment(text).paragraphs
    assert [text[item.start : item.end] for item in paragraphs] == [
        item.text for item in paragraphs
    ]
    assert [item.text.strip() for item in paragraphs] == [
        "Başlıq",
        "Birinci abzas.",
        "İkinci abzas.",
    ]
