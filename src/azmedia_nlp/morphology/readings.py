"""How figures and acronyms are read aloud: their endings agree with what is heard.

*2025* ends in *beş*, so ``2025-də``; *BMT* is read letter by letter and ends in *te*, so
``BMT-nin``; *ABŞ* is read as a word, so ``ABŞ-ın``. Such endings are set off by a hyphen.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.alphabet import VOWELS, is_all_caps, lower
from azmedia_nlp.lexicon import read_lexicon

_PERCENT: Final = "faiz"
# The names of the letters end in e (be, ce, te …), a few in a vowel of their own.
_LETTER: Final = "te"


class AcronymReading(msgspec.Struct, frozen=True):
    """A row of the lexicon: an acronym with a vowel and how it is read."""

    acronym: str
    reading: Literal["word", "letters"]


class Numeral(msgspec.Struct, frozen=True):
    """A row of ``numerals.tsv``: a cardinal of one word."""

    word: str
    value: int
    role: Literal["unit", "ten", "hundred", "scale"]


def read_aloud(stem: str) -> str | None:
    """The last thing heard when figures or an acronym are read; None for any other word.

    >>> read_aloud("2025"), read_aloud("1990"), read_aloud("BMT"), read_aloud("ABŞ")
    ('beş', 'doxsan', 'te', 'abş')
    """
    if stem[-1:].isdecimal() or stem[-1:] == "%":
        return _last_number_word(stem)
    if len(stem) > 1 and stem[-1].isupper() and is_all_caps(stem):
        return _last_heard(stem)
    return None


def _last_heard(acronym: str) -> str | None:
    reading = _readings().get(acronym)
    folded = lower(acronym)
    if reading is None and any(letter in VOWELS for letter in folded):
        return None  # a word shouted: BAKIDA
    if reading == "word" or folded[-1] in VOWELS:
        return folded
    return _LETTER


def _last_number_word(stem: str) -> str | None:
    """The last word of the figures that *stem* ends in, which begin it as well."""
    if stem[-1] == "%":
        return _PERCENT
    figures = _figures().search(stem)
    if figures is None or not stem[0].isdecimal():
        return None
    number = figures.group().replace(".", "") if "." in stem else figures.group()
    if len(number) > _LONGEST_NUMBER:
        return None
    return _number_words()[_last_part(int(number))]


_LONGEST_NUMBER: Final = 15  # figures


def _last_part(number: int) -> int:
    """The value of the last word of a number: 2025 → 5, 1990 → 90, 300 → 100."""
    if number % 10 or number == 0:
        return number % 10
    if number % 100:
        return number % 100
    scales = (10**15, 10**12, 10**9, 10**6, 1000, 100)
    return next(scale for scale in scales if number % scale == 0)


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"\d+(?:\.\d{3})*\Z")


@cache
def _readings() -> dict[str, str]:
    return {row.acronym: row.reading for row in read_lexicon("acronym_readings", AcronymReading)}


@cache
def _number_words() -> dict[int, str]:
    return {row.value: row.word for row in read_lexicon("numerals", Numeral)}
