"""Numerals in words, both ways, up to a quadrillion; and Roman figures.

>>> read_numeral("iki min iyirmi beş"), spell(1990)
(2025, 'min doqquz yüz doxsan')
>>> read_ordinal("on üçüncü"), read_roman("XIX")
(13, 19)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from azmedia_nlp.alphabet import VOWELS, last_vowel, lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology.readings import Numeral
from azmedia_nlp.morphology.suffixes import realize

LIMIT: Final = 10**18

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@cache
def cardinals() -> dict[str, Numeral]:
    """The cardinals of one word."""
    return {row.word: row for row in read_lexicon("numerals", Numeral)}


@cache
def ordinals() -> dict[str, Numeral]:
    """The ordinals of one word: *üçüncü*, *iyirminci*."""
    return {ordinal(word): row for word, row in cardinals().items()}


def ordinal(cardinal: str) -> str:
    """The ordinal of a cardinal in words.

    >>> ordinal("otuz dörd"), ordinal("altı")
    ('otuz dördüncü', 'altıncı')
    """
    suffix = "ncI" if cardinal[-1] in VOWELS else "IncI"
    return cardinal + realize(suffix, last_vowel(cardinal))


def read_numeral(words: str | Sequence[str]) -> int | None:
    """The number that words of any case say, or None where they are no numeral."""
    parts = lower(words).split() if isinstance(words, str) else words
    numerals = [cardinals().get(part) for part in parts]
    if not numerals or None in numerals:
        return None
    return combine([numeral for numeral in numerals if numeral is not None])


def read_ordinal(words: str) -> int | None:
    """The number of an ordinal in words, or None."""
    *front, last = lower(words).split() or [""]
    final = ordinals().get(last)
    return read_numeral([*front, final.word]) if final else None


def combine(numerals: Sequence[Numeral]) -> int | None:
    """The value of a sequence of cardinals, or None where they make no number together.

    A unit may follow a ten, a ten a hundred; scales go down: *iki milyon üç min beş*.
    """
    total = group = 0
    room = LIMIT  # what may still be added to the group must be smaller
    ceiling = LIMIT
    for numeral in numerals:
        value = numeral.value
        if numeral.role == "scale":
            if value >= ceiling or (group == 0 and total and value > 1000):
                return None
            total += (group or 1) * value
            group, room, ceiling = 0, LIMIT, value
        elif numeral.role == "hundred":
            if group > 9:
                return None
            group, room = (group or 1) * value, value
        else:
            if value >= room or (value == 0 and len(numerals) > 1):
                return None
            group, room = group + value, 1 if value < 10 else 10
    return total + group


def spell(number: int) -> str:
    """A number in words.

    Raises:
        ValueError: it is negative, or a quintillion or more.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"{number!r}: only numbers from 0 to {LIMIT - 1} can be spelled")
    words = {row.value: row.word for row in cardinals().values()}
    return " ".join(_spelled(number, words)) if number else words[0]


def _spelled(number: int, words: dict[int, str]) -> list[str]:
    for base in (10**15, 10**12, 10**9, 10**6, 1000, 100):
        if number >= base:
            count, rest = divmod(number, base)
            # yüz and min count themselves; milyon wants a "bir"
            counted = [] if count == 1 and base <= 1000 else _spelled(count, words)
            return [*counted, words[base], *_spelled(rest, words)]
    if number > 10:
        return [words[number - number % 10], *_spelled(number % 10, words)]
    return [words[number]] if number else []


@cache
def read_roman(figures: str) -> int | None:
    """The value of Roman figures in capitals, or None where they are ill-formed."""
    values = [_ROMAN.get(figure, 0) for figure in figures]
    if not values or 0 in values:
        return None
    following = [*values[1:], 0]
    total = sum(-v if v < after else v for v, after in zip(values, following, strict=True))
    return total if total > 0 and to_roman(total) == figures else None


def to_roman(number: int) -> str:
    """A number below 4000 in Roman figures."""
    pieces = []
    for value, figures in (
        *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
        *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    ):
        count, number = divmod(number, value)
        pieces.append(figures * count)
    return "".join(pieces)
