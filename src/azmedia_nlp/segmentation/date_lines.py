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
from azmedia_nlp.segmentation.furniture import is_section_word, without_fields

Part = Literal["month", "weekday", "year", "clock", "relative", "label", "counter", "update"]
# date: it dates the article; clock: a clock time alone; update: it dates a later change;
# label: only what stands before a date, or how often the page was read
DateLine = Literal["date", "clock", "update", "label"]

_LONGEST: Final = 20  # words: Tarix: çərşənbə axşamı, 18 noyabr 2025-ci il, saat 13:54, …
# Words of a section that no list has, where a date, a clock time and a counter follow.
_LONGEST_SECTION: Final = 3
_LETTERS: Final[dict[Part, str]] = {
    "month": "M",
    "weekday": "W",
    "year": "I",
    "clock": "S",
    "relative": "R",
    "label": "L",
    "counter": "K",
    "update": "U",
}


class DateLineWord(msgspec.Struct, frozen=True):
    """A row of the lexicon: a lower-case word and what it is in a date line."""

    word: str
    part: Part


class Month(msgspec.Struct, frozen=True):
    """A row of ``months.tsv``; date lines have the name bare or shortened."""

    stem: str
    number: int
    short: tuple[str, ...] = ()


@cache
def _words() -> dict[str, str]:
    words = {row.word: _LETTERS[row.part] for row in read_lexicon("date_line_words", DateLineWord)}
    for month in read_lexicon("months", Month):
        words |= dict.fromkeys((month.stem, *month.short), _LETTERS["month"])
    return words


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
    date = "(?:DMY?I?|MDY?I?|Y?I?DM|YMD|N|T|R{1,2}(?=S?C))I?"
    count = "(?:K{1,3}[DYn]|[DYn]K{1,3})"
    around = f"(?:[WL]|F{{1,3}}|S?C|{count})"
    return re.compile(
        rf"""
          (?P<date> {around}{{0,6}} {date} {around}{{0,8}} (?:(?<=[CN])n)?
                  | X{{1,3}} {date} S?C {count} )
        | (?P<clock> S?C )
        | (?P<update> L?U[UL]{{0,3}} (?:{date}(?:S?C)?|S?C{date})? )
        | (?P<label> L{{1,4}}{count}? | {count} )
        """,
        re.VERBOSE,
    )


def read_date_line(tokens: Sequence[Token]) -> DateLine | None:
    """What the tokens of one line say about the article's date, if they say nothing else."""
    letters = ""
    for token in without_fields(tokens)[: _LONGEST + 1]:
        part = "" if token.kind in ("punct", "symbol") else _part_of_line(token)
        if part is None and len(letters) < _LONGEST_SECTION:
            part = "X"
        if part is None or len(letters) > _LONGEST:
            return None
        letters += part
    shape = _shapes().fullmatch(letters)
    return cast("DateLine", shape.lastgroup) if shape else None


def _part_of_line(token: Token) -> str | None:
    """As :func:`part_of_date`; F is the name of a section, n any other figure: a counter's."""
    part = part_of_date(token)
    if part is None and token.kind == "number":
        return "n"
    return "F" if part is None and is_section_word(lower(token.text)) else part


def part_of_date(token: Token) -> str | None:
    """The part of a date that a word or figure may be, as one letter, or None.

    M month, W weekday, D day, Y year, I the word *il*, N a date in figures, T one with its
    time, C clock time, S the word *saat*, R *bu gün*, L label, U label of an update, K counter.
    """
    if token.kind == "word":
        return _words().get(lower(token.text.rstrip(".")))
    if token.kind != "number":
        return None
    figure = _figures().fullmatch(token.text)
    if figure is None:
        return None
    return next(name for name in "NTCYD" if figure[name] is not None)
