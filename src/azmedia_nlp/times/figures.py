"""Figures: what a number in digits, with the ending set off from it, may be in a date."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, NamedTuple

import regex

from azmedia_nlp.morphology.suffixes import SHAPES, Endings, StemShape, chains_after, realize
from azmedia_nlp.times.numerals import read_roman

DAYS: Final = range(1, 32)
YEARS: Final = range(1000, 2200)

_SHAPES: Final = r"""
      (?P<stamp>(?P<sy>\d{4})-(?P<sm>\d\d)-(?P<sd>\d\d)
          [T\ ](?P<sh>\d\d):(?P<smin>\d\d)(?::\d\d)?)
    | (?P<iso>(?P<iy>(?:1\d|20)\d\d)(?P<imark>[-./])(?P<im>\d{1,2})(?P=imark)(?P<id>\d{1,2}))
    | (?P<date>(?P<d>\d{1,2})(?P<mark>[-./])(?P<m>\d{1,2})(?P=mark)(?P<y>(?:1\d|20)\d\d|\d\d))
    | (?P<crange>(?P<h1>\d{1,2}):(?P<n1>\d\d)[-–](?P<h2>\d{1,2}):(?P<n2>\d\d))
    | (?P<clock>(?P<h>\d{1,2}):(?P<n>[0-5]\d)(?::[0-5]\d)?)
    | (?P<range>(?P<a>\d{1,4})(?P<sign>[-–/])(?P<b>\d{1,4}))
    | (?P<decimal>\d{1,6}[.,]\d{1,6})
    | (?P<number>\d{1,15}|\d{1,3}(?:\ \d{3})+)
"""


class Figure(NamedTuple):
    """A reading of a token: kind, form and value as the shapes know them."""

    kind: str
    form: str
    value: Any


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(_SHAPES, regex.VERBOSE)


@cache
def _ordinal_endings() -> dict[str, str]:
    """The endings of ordinals in figures, with the form they give: 2025-ci, 2019-cuda."""
    found: dict[str, str] = {}
    for vowel in "aəouöü":
        for template in ("cI", "ncI", "IncI"):
            base = realize(template, vowel)
            for endings, spellings in chains_after(_shape_after(base)).items():
                if endings.possessive in (None, "3") and not endings.copula:
                    for letters in spellings:
                        found.setdefault(base + letters, form_of(endings))
    return found


def _shape_after(base: str) -> StemShape:
    return next(shape for shape in SHAPES if shape.harmony == base[-1] and shape.ends_in_vowel)


@cache
def _case_endings() -> dict[str, str]:
    """The endings of cardinals in figures: 18-i, 18-də, 30-una; harmony is not asked for."""
    found: dict[str, str] = {}
    for shape in SHAPES:
        for endings, spellings in chains_after(shape).items():
            if endings.possessive in (None, "3") and not endings.plural and _is_plain(endings):
                for letters in spellings:
                    form = form_of(endings)
                    if letters and (letters not in found or form == "own"):
                        found[letters] = form
                    if form == "own" and letters[1:2] == "n":  # 9-na: doqquzuna
                        found.setdefault(letters[1:], endings.case)
    return found


def _is_plain(endings: Endings) -> bool:
    """Whether a copula, if there is one, stands alone: saat 12:00-dır."""
    return not endings.copula or endings == Endings(copula=endings.copula)


def form_of(endings: Endings) -> str:
    """The form of a word by its endings, as the shapes name it."""
    if endings.relative:
        form = "rel"
    elif endings.copula:
        form = "cop"
    elif endings.possessive == "3":
        form = "own"
    else:
        form = endings.case
    return f"pl_{form}" if endings.plural else form


def read_figure(stem: str, ending: str) -> Figure | None:
    """Read a token of digits; *ending* in lower case is what a hyphen sets off from it.

    >>> read_figure("18", "də"), read_figure("2025", "ci")
    (Figure(kind='DAY', form='loc', value=18), Figure(kind='YORD', form='nom', value=2025))
    """
    match = _pattern().fullmatch(stem)
    if match is None:
        return None
    ordinal = _ordinal_endings().get(ending) if ending else None
    form = ordinal or ("nom" if not ending else _case_endings().get(ending))
    if form is None:
        return None
    kind = match.lastgroup if match.lastgroup in _READERS else _outer(match)
    return _READERS[kind](match, form, ordinal is not None)


def _outer(match: regex.Match[str]) -> str:
    return next(name for name in _READERS if match[name] is not None)


def _stamp(match: regex.Match[str], form: str, _: bool) -> Figure:
    date = (int(match["sy"]), int(match["sm"]), int(match["sd"]))
    return Figure("STAMP", form, (date, (int(match["sh"]), int(match["smin"]))))


def _iso(match: regex.Match[str], form: str, _: bool) -> Figure:
    return Figure("DATE", form, (int(match["iy"]), int(match["im"]), int(match["id"])))


def _date(match: regex.Match[str], form: str, ordinal: bool) -> Figure | None:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if len(year) == 2 and (ordinal or len(match.group()) < len("18.11.25") or match["mark"] != "."):
        return None  # 1.1.10-cu bənd, 3-10-20
    return Figure("DATE", form, (int(year) if len(year) == 4 else _century(int(year)), month, day))


def _century(year: int) -> int:
    """Two figures of a year: 18.11.25 is 2025, 05.05.98 is 1998."""
    return 2000 + year if year < 70 else 1900 + year


def _crange(match: regex.Match[str], form: str, _: bool) -> Figure:
    first, last = (int(match["h1"]), int(match["n1"])), (int(match["h2"]), int(match["n2"]))
    return Figure("CRANGE", form, (first, last))


def _clock(match: regex.Match[str], form: str, _: bool) -> Figure | None:
    hour = int(match["h"])
    return Figure("CLOCK", form, (hour, int(match["n"]))) if hour <= 24 else None


def _range(match: regex.Match[str], form: str, ordinal: bool) -> Figure | None:
    first, last = int(match["a"]), int(match["b"])
    if first in YEARS and (last in YEARS or len(match["b"]) == 2):
        last = last if last in YEARS else first - first % 100 + last
        kind = "SRANGE" if match["sign"] == "/" else "YRANGE"
        return Figure(kind, form, (first, last)) if first < last else None
    if match["sign"] == "/":
        return None
    return Figure("ORANGE" if ordinal else "RANGE", form, (first, last))


def _decimal(match: regex.Match[str], form: str, _: bool) -> Figure:
    return Figure("DECIMAL", form, match.group())


def _number(match: regex.Match[str], form: str, ordinal: bool) -> Figure:
    value = int(match["number"].replace(" ", ""))
    if ordinal:
        return Figure("YORD" if value in YEARS else "ORD", form, value)
    if len(match["number"]) == 4 and value in YEARS:
        return Figure("YEAR", form, value)
    return Figure("DAY" if value in DAYS and len(match["number"]) <= 2 else "NUM", form, value)


_READERS: Final = {
    "stamp": _stamp,
    "iso": _iso,
    "date": _date,
    "crange": _crange,
    "clock": _clock,
    "range": _range,
    "decimal": _decimal,
    "number": _number,
}


def read_roman_figure(stem: str, form: str) -> Figure | None:
    """Read Roman figures: XIX, and the range XII–XIII."""
    first, dash, last = stem.replace("–", "-").partition("-")
    values = read_roman(first), read_roman(last) if dash else None
    if values[0] is None or (dash and values[1] is None):
        return None
    return Figure("RROMAN", form, values) if dash else Figure("ROMAN", form, values[0])
