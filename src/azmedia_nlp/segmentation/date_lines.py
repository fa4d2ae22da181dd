"""Lines that only date the article: ``- 18 noyabr, 2025``, ``18.11.2025 13:54``.

A line is read word by word as parts of a date and has to be one from end to end:
one word more, and it is a sentence that begins with a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, cast

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Token
from azmedia_nlp.lexicon import read_lexicon

Part = Literal["month", "weekday", "year", "clock", "label", "update"]
# date: it dates the article; clock: a clock time alone; update: it dates a later change
DateLine = Literal["date", "clock", "update"]

LONGEST: Final = 16  # tokens: Tarix: çərşənbə axşamı, 18 noyabr 2025-ci il, saat 13:54

_LETTERS: Final[dict[Part, str]] = {
    "month": "M",
    "weekday": "W",
    "year": "I",
    "clock": "S",
    "label": "L",
    "update": "U",
}


class DateLineWord(msgspec.Struct, frozen=True):
    """A row of the lexicon: a lower-case word and what it is in a date line."""

    word: str
    part: Part


@cache
def _words() -> dict[str, str]:
    return {row.word: _LETTERS[row.part] for row in read_lexicon("date_line_words", DateLineWord)}


@cache
def _figures() -> re.Pattern[str]:
    """Figures by shape; a group's name is its letter."""
    day, month, year = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
    return re.compile(
        rf"""
          (?P<N> {day} (?P<mark>[./-]) {month} (?P=mark) (?:\d{{4}}|\d{{2}})
               | {year} (?P<sign>[./-]) {month} (?P=sign) {day} )
        | (?P<T> {year}-\d\d-\d\dT\d\d:\d\d(?::\d\d)? )
        | (?P<C> (?:[01]?\d|2[0-3]) : [0-5]\d (?: : [0-5]\d )? )
        | (?P<Y> {year} (?:[-–'’][^\W\d_]+)? )
        | (?P<D> {day} )
        """,
        re.VERBOSE,
    )


@cache
def _shapes() -> re.Pattern[str]:
    """A whole date line, one letter a word."""
    date = "(?:DMY?I?|MDY?I?|Y?I?DM|YMD|N|T)I?"
    around = "(?:[WL]|S?C)"
    return re.compile(
        f"(?P<date>{around}{{0,6}}{date}{around}{{0,6}})|(?P<clock>S?C)"
        f"|(?P<update>[UL]{{1,4}}(?:{date}(?:S?C)?|S?C{date}))"
    )


def read_date_line(tokens: Sequence[Token]) -> DateLine | None:
    """What the tokens of one line say about the article's date, if they say nothing else."""
    if not tokens or len(tokens) > LONGEST:
        return None
    parts = [part_of_date(token) for token in tokens if token.kind not in ("punct", "symbol")]
    if None in parts:
        return None
    shape = _shapes().fullmatch("".join(map(str, parts)))
    return cast("DateLine", shape.lastgroup) if shape else None


def part_of_date(token: Token) -> str | None:
    """The part of a date that a word or figure may be, as one letter, or None.

    M month, W weekday, D day, Y year, I the word *il*, N a date in figures, T one with its
    time, C clock time, S the word *saat*, L label, U label of an update.
    """
    if token.kind == "word":
        return _words().get(lower(token.text.rstrip(".")))
    if token.kind != "number":
        return None
    figure = _figures().fullmatch(token.text)
    if figure is None:
        return None
    return next(name for name in "NTCYD" if figure[name] is not None)
