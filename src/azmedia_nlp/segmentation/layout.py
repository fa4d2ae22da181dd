"""What each line of an article is: title, date line, body, page furniture."""

from __future__ import annotations

from typing import Final

import regex

from azmedia_nlp.annotations import Paragraph, ParagraphKind

_LINE: Final = regex.compile(r"[^\n]*\S[^\n]*")
_DATE: Final = regex.compile(r"[-–—•\s]*\d{1,2}[\s.:|,/-]+.{0,40}")


def read_layout(text: str) -> tuple[Paragraph, ...]:
    """The lines of a clean text with their kinds."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    paragraphs = []
    for index, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        kind: ParagraphKind = "body"
        if index == 0:
            kind = "title"
        elif index < 3 and _DATE.fullmatch(line) and len(line) < 40:
            kind = "date"
        paragraphs.append(Paragraph(start, end, text[start:end], kind))
    return tuple(paragraphs)
