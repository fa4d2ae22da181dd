"""Datelines: where, when and for whom a report was written: ``BAKI, 18 noyabr, AZƏRTAC``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec

from azmedia_nlp.annotations import Segmentation, Span, Token
from azmedia_nlp.segmentation.date_lines import part_of_date
from azmedia_nlp.spans import within

_PARTS: Final = frozenset("DMYIN")  # of those that part_of_date tells
_REACH: Final = 24  # tokens
_PLACE: Final = len(("Nyu", "-", "York", ",", "Vaşinqton", ",", "London", "-", "Paris"))


class Dateline(msgspec.Struct, frozen=True):
    """The parts of a dateline; *agency* is None where no wire service is named."""

    place: Span
    date: Span
    agency: Span | None


def find_dateline(segmentation: Segmentation) -> Dateline | None:
    """The dateline that opens the body of an article, on its own line or before the text."""
    body = next((item for item in segmentation.paragraphs if item.kind == "body"), None)
    if body is None:
        return None
    return read_dateline(within(segmentation.tokens, body.start, body.end))


def read_dateline(tokens: Sequence[Token]) -> Dateline | None:
    """The dateline with which the tokens of a line begin, if they do."""
    if len(tokens) < len(("Bakı", ",", "18", "noyabr")) or not tokens[0].text[0].isupper():
        return None
    if not any(token.kind == "number" for token in tokens[: _PLACE + 2]):
        return None  # nearly every line is refused here
    letters = "".join(_letter(token) for token in tokens[:_REACH])
    found = _shape().match(letters)
    if found is None:
        return None
    named = next((name for name in ("bracketed", "slashed", "bare") if found[name]), None)
    place, date = (_span(tokens, *found.span(name)) for name in ("place", "date"))
    return Dateline(place, date, _span(tokens, *found.span(named)) if named else None)


@cache
def _shape() -> re.Pattern[str]:
    """A dateline, one letter a token: X a word with a capital, the letters of dates, marks."""
    agency = "X(?:-?X){0,3}"
    return re.compile(
        rf"""
        (?P<place>X(?:[-,]?X){{0,4}}) [,./] (?P<date>DMY?I?|N)
        (?: [,.–—-]{{0,2}}
            (?: \((?P<bracketed>{agency})\)
              | /(?P<slashed>{agency})(?:,[X?]+)?/
              | (?P<bare>{agency}) (?=[,.:–—-]|$)
            )
          | [.,]? (?:[–—-]|$)
          | (?<=N)
        )
        """,
        re.VERBOSE,
    )


def _letter(token: Token) -> str:
    part = part_of_date(token) or ""
    if part in _PARTS:
        return part
    if token.kind == "punct":
        return token.text[0]
    return "X" if token.kind == "word" and token.text[0].isupper() else "?"


def _span(tokens: Sequence[Token], first: int, after: int) -> Span:
    """The text of tokens ``[first, after)``; a dateline has one space between its words."""
    start, end = tokens[first].start, tokens[after - 1].end
    pieces = [tokens[first].text]
    for left, right in zip(tokens[first:after], tokens[first + 1 : after], strict=False):
        pieces += [" " * (right.start - left.end), right.text]
    return Span(start, end, "".join(pieces))
