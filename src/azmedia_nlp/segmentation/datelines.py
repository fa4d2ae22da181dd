"""Datelines: where, when and for whom a report was written: ``BAKI, 18 noyabr, AZƏRTAC``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

import regex

from azmedia_nlp.annotations import Token
from azmedia_nlp.segmentation.date_lines import part_of_date

_REACH: Final = 24  # tokens


class Dateline(NamedTuple):
    """The tokens of a dateline, by their indexes in the line; each range is half-open.

    *agency* is None where no wire service is named.
    """

    place: tuple[int, int]
    date: tuple[int, int]
    agency: tuple[int, int] | None


@cache
def _shape() -> Any:
    """A dateline, one letter a token: X a capitalised word, then the letters of dates."""
    agency = "X{1,3}"
    return regex.compile(
        rf"(?P<place>X(?:-?X){{0,3}})[,.]?(?P<date>DMY?I?|N)"
        rf"(?:[,.–—-]{{0,2}}(?:\((?P<bracketed>{agency})\)|/(?P<slashed>{agency})/|(?P<bare>{agency})(?=[,.:–—-]|$))"
        rf"|[.,]?[–—-]|$)"
    )


def read_dateline(tokens: Sequence[Token]) -> Dateline | None:
    """The dateline with which the tokens of a line begin, if they do."""
    if len(tokens) < 3 or not tokens[0].text[0].isupper():
        return None
    letters = "".join(_letter(token) for token in tokens[:_REACH])
    found = _shape().match(letters)
    if found is None:
        return None
    named = next((name for name in ("bracketed", "slashed", "bare") if found[name]), None)
    return Dateline(found.span("place"), found.span("date"), found.span(named) if named else None)


def _letter(token: Token) -> str:
    """One letter for a token: a part of a date, X for a capitalised word, the mark itself."""
    if token.kind == "punct":
        return token.text[0]
    part = part_of_date(token)
    if part is not None:
        return part
    return "X" if token.kind == "word" and token.text[0].isupper() else "?"
