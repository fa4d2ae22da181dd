"""What each line of an article is: title, date line, body, page furniture.

An article has a head (title, date lines, section, bylines), a body and a tail (date lines,
tags, links to other articles). Lines that date the article stand in the head or in the
tail; the same words inside the body are part of the story.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import SENTENCE_ENDERS
from azmedia_nlp.annotations import Paragraph, ParagraphKind, Token
from azmedia_nlp.segmentation.date_lines import DateLine, read_date_line
from azmedia_nlp.segmentation.datelines import read_dateline
from azmedia_nlp.segmentation.furniture import is_furniture, is_related_heading, is_section
from azmedia_nlp.spans import line_end

_LONGEST_TITLE: Final = 300  # characters
_LONGEST_FURNITURE: Final = 120  # characters; what is longer is prose


class Line(NamedTuple):
    """A line that is not blank, with its tokens."""

    start: int
    end: int
    tokens: Sequence[Token]

    @property
    def is_short(self) -> bool:
        """Whether the line can be anything but a title or prose."""
        return self.end - self.start <= _LONGEST_FURNITURE

    @property
    def date(self) -> DateLine | None:
        """What the line says about the article's date, if nothing else."""
        return read_date_line(self.tokens) if self.is_short else None


def read_layout(text: str, tokens: Sequence[Token]) -> tuple[Paragraph, ...]:
    """The lines of a clean text with their kinds."""
    lines = list(_lines(text, tokens))
    return tuple(
        Paragraph(line.start, line.end, text[line.start : line.end], kind)
        for line, kind in zip(lines, _kinds(lines), strict=True)
    )


def _lines(text: str, tokens: Sequence[Token]) -> Iterator[Line]:
    starts = [token.start for token in tokens]
    first = at = 0
    while first < len(tokens):
        end = line_end(text, starts[first])
        start = max(at, text.rfind("\n", at, starts[first]) + 1)
        after = bisect_left(starts, end, first)
        yield Line(start, end, tokens[first:after])
        first, at = after, end


def _kinds(lines: Sequence[Line]) -> list[ParagraphKind]:
    kinds: list[ParagraphKind] = ["body"] * len(lines)
    body = _read_head(lines, kinds)
    tail = _read_tail(lines, kinds, body)
    _read_body(lines, kinds, body, tail)
    return kinds


def _read_head(lines: Sequence[Line], kinds: list[ParagraphKind]) -> int:
    """Tell what stands above the body; the index of the body's first line."""
    headline: list[str] = []
    for index, line in enumerate(lines):
        kind = _head_kind(lines, index)
        words = [token.text for token in line.tokens]
        if kind is None and words == headline:
            kind = "other"  # many pages print the headline twice
        if kind is None:
            if headline or not _can_be_title(line, alone=len(lines) == 1):
                return index
            kind, headline = "title", words
        kinds[index] = kind
    return len(lines)


def _head_kind(lines: Sequence[Line], index: int) -> ParagraphKind | None:
    kind = _edge_kind(lines, index)
    if kind is None and lines[index].is_short and is_section(lines[index].tokens):
        return "other"
    return kind


def _read_tail(lines: Sequence[Line], kinds: list[ParagraphKind], body: int) -> int:
    """Tell what stands below the body; the index behind the body's last line."""
    for index in range(len(lines) - 1, body - 1, -1):
        kind = _edge_kind(lines, index)
        if kind is None or (kind == "date" and lines[index - 1].tokens[-1].text == ":"):
            return index + 1
        kinds[index] = kind
    return body


def _read_body(lines: Sequence[Line], kinds: list[ParagraphKind], body: int, tail: int) -> None:
    """Tell what furniture stands between the body's lines, and where other articles begin."""
    for index in range(body, tail):
        line = lines[index]
        if not line.is_short:
            continue
        if is_related_heading(line.tokens):
            kinds[index:tail] = ["other"] * (tail - index)
            return
        if is_furniture(line.tokens) or line.date == "update":
            kinds[index] = "other"


def _edge_kind(lines: Sequence[Line], index: int) -> ParagraphKind | None:
    """What a line of the head or tail is, unless it is a title or prose."""
    line = lines[index]
    if not line.is_short:
        return None
    dated = line.date
    if dated == "date" or (dated == "clock" and _beside_a_date(lines, index)):
        return "date"
    if dated in ("update", "label") or is_furniture(line.tokens) or _is_count(line):
        return "other"
    return None


def _is_count(line: Line) -> bool:
    """``516``: how often the page was read."""
    return len(line.tokens) == 1 and line.tokens[0].kind == "number"


def _beside_a_date(lines: Sequence[Line], index: int) -> bool:
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return any(line.date == "date" for line in beside)


def _can_be_title(line: Line, *, alone: bool) -> bool:
    if line.end - line.start > _LONGEST_TITLE or read_dateline(line.tokens) is not None:
        return False
    return not (alone and line.tokens[-1].text[-1] in SENTENCE_ENDERS)
