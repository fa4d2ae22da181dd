"""The words of time: every inflected form of every stem, looked up in one dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from azmedia_nlp.alphabet import BACK_VOWELS, last_vowel, lower
from azmedia_nlp.lexicon import WordRow, read_lexicon
from azmedia_nlp.morphology.inflection import forms
from azmedia_nlp.morphology.readings import Numeral
from azmedia_nlp.morphology.suffixes import Endings, realize
from azmedia_nlp.segmentation.date_lines import Month
from azmedia_nlp.times.figures import form_of, read_figure, read_roman_figure
from azmedia_nlp.times.kinds import CASES, MARKS, letter
from azmedia_nlp.times.numerals import cardinals, ordinals


class Weekday(msgspec.Struct, frozen=True):
    """A row of ``weekdays.tsv``; *number* is that of ISO 8601, Monday 1."""

    stem: str
    number: int
    second: str = ""
    common: Literal["yes", "no"] = "no"
    short: tuple[str, ...] = ()


class Season(msgspec.Struct, frozen=True):
    """A row of ``seasons.tsv``."""

    stem: str
    code: str
    first: int
    last: int


class DayPart(msgspec.Struct, frozen=True):
    """A row of ``day_parts.tsv``; hours past 24 lie in the next day."""

    stem: str
    code: str
    begin: int
    until: int


class Unit(msgspec.Struct, frozen=True):
    """A row of ``time_units.tsv``."""

    stem: str
    kind: str
    code: str = ""
    count: int = 1


class RelativeWord(msgspec.Struct, frozen=True):
    """A row of ``relative_words.tsv``."""

    word: str
    kind: str
    offset: int
    inflected: Literal["yes", "all", "no", "possessive", "copula", "plural"] = "no"


class ReferenceWord(msgspec.Struct, frozen=True):
    """A row of ``references.tsv``."""

    word: str
    value: str


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A reading of a word: the letter of its kind and form, and what it stands for.

    *case* tells what the form ``own`` leaves out: the case of a noun with a possessive.
    """

    letter: str
    kind: str
    form: str
    value: object
    case: str = "nom"


_NUMERAL_FORMS = frozenset((*CASES, "pl_ins")) - {"equ", "rel", "cop"}  # bircə is "only one"
_SET_OFF = re.compile(r"(?P<stem>.+)[-–‐‑'’ʼ`´](?P<ending>[^\W\d_]+)")
# What follows -kı: 2016-cı ildəkindən.
_PRONOMINAL = ("nIn", "nA", "nI", "ndA", "ndAn")
_PREFERENCE = ("nom", "gen", "loc", "abl", "dat", "ter", "own", "ins", "acc", "equ", "rel", "cop")


@lru_cache(maxsize=1 << 16)
def read_word(text: str) -> Entry | None:
    """What a token may be in a temporal expression, or None; marks of punctuation as well.

    >>> read_word("noyabrın").kind, read_word("18-də").form, read_word("kitab")
    ('MONTH', 'loc', None)
    """
    first = text[0]
    if first.isdecimal():
        figure = read_figure(*_ending_set_off(text))
        return figure and Entry(letter(figure.kind, figure.form), *figure)
    word = lower(text)
    entry = words().get(word)
    if entry is None and first in "IVXLCDM":
        return _roman(text)
    if entry is None and ("-" in word or "–" in word):
        return _joined(word)
    return entry


def _ending_set_off(text: str) -> tuple[str, str]:
    """The figures of a token and the lower-case ending behind a hyphen or apostrophe."""
    match = _SET_OFF.fullmatch(text)
    return (match["stem"], lower(match["ending"])) if match else (text, "")


def _joined(word: str) -> Entry | None:
    """A range in one token: ``yanvar-oktyabr``, ``beş-altı``."""
    first, _, last = word.replace("–", "-").partition("-")
    begin, end = words().get(first), words().get(last)
    if begin is None or end is None or begin.kind != end.kind:
        return None
    if begin.kind == "MONTH":
        return _entry("MRANGE", end.form, (begin.value, end.value))
    if isinstance(begin.value, Numeral) and isinstance(end.value, Numeral):
        return _entry("RANGE", end.form, (begin.value.value, end.value.value))
    return None


def _roman(text: str) -> Entry | None:
    stem, dash, ending = text.partition("-")
    if dash and ending[:1].islower():
        ordinal = read_figure("1", ending)
        figure = read_roman_figure(stem, ordinal.form) if ordinal else None
    else:
        figure = read_roman_figure(text, "nom")
    return figure and Entry(letter(figure.kind, figure.form), *figure)


@cache
def words() -> dict[str, Entry]:
    """Every word of the vocabulary in lower case with its reading; what stands first wins."""
    found: dict[str, Entry] = {}
    for source in (
        _months(),
        _weekdays(),
        _parts(),
        _units(),
        _numerals(),
        _relatives(),
        _marks(),
        _seconds(),
        _references(),
        _fused(),
    ):
        for word, entry in source:
            found.setdefault(word, entry)
    for row in read_lexicon("not_times", WordRow):
        found.pop(row.word, None)
    return found


@cache
def pairs() -> dict[str, Entry]:
    """The weekdays of two words: *bazar ertəsi*, with every ending of the second."""
    return {
        f"{row.stem} {form}": _entry("WEEKDAY", case, row.number)
        for row in read_lexicon("weekdays", Weekday)
        if row.second
        for form, readings in forms(row.second).items()
        for case in _owned(readings)
    }


def _owned(readings: tuple[Endings, ...]) -> list[str]:
    """The forms of a second word that has its possessive, without it."""
    bare = [replace(endings, possessive=None) for endings in readings if endings.possessive == "3"]
    return [form_of(endings) for endings in bare][:1]


def _entry(kind: str, form: str, value: object, case: str = "nom") -> Entry:
    return Entry(letter(kind, form), kind, form, value, case)


def _inflected(stem: str, kind: str, value: object) -> Iterator[tuple[str, Entry]]:
    """All forms of a noun that a temporal expression may end in."""
    for form, readings in forms(stem).items():
        best = _best(readings)
        if best is not None:
            yield form, _entry(kind, form_of(best), value, best.case)
            if best.relative:
                for case in _PRONOMINAL:
                    yield form + realize(case, last_vowel(form)), _entry(kind, "rel", value)


@cache
def _best(readings: tuple[Endings, ...]) -> Endings | None:
    """The reading that a temporal expression has; many words share their endings."""
    usable = [item for item in readings if item.possessive in (None, "3")]
    return min(usable, key=_preference, default=None)


def _preference(endings: Endings) -> tuple[bool, int]:
    return endings.plural, _PREFERENCE.index(form_of(endings).removeprefix("pl_"))


def _months() -> Iterator[tuple[str, Entry]]:
    for row in read_lexicon("months", Month):
        yield from _inflected(row.stem, "MONTH", row.number)
        for short in row.short:
            yield short, _entry("SHORT_MONTH", "nom", row.number)
            yield f"{short}.", _entry("SHORT_MONTH", "nom", row.number)


def _weekdays() -> Iterator[tuple[str, Entry]]:
    for row in read_lexicon("weekdays", Weekday):
        if not row.second:
            kind = "SUNDAY" if row.common == "yes" else "WEEKDAY"
            yield from _inflected(row.stem, kind, row.number)
        for short in row.short:
            yield short, _entry("SHORT_WEEKDAY", "nom", row.number)
            yield f"{short}.", _entry("SHORT_WEEKDAY", "nom", row.number)


def _seconds() -> Iterator[tuple[str, Entry]]:
    for row in read_lexicon("weekdays", Weekday):
        if row.second:
            yield from _inflected(row.second, "DAWN", row.number)


def _parts() -> Iterator[tuple[str, Entry]]:
    for season in read_lexicon("seasons", Season):
        yield from _inflected(season.stem, "SEASON", season.code)
    for part in read_lexicon("day_parts", DayPart):
        yield from _inflected(part.stem, "PART", part.code)


def _units() -> Iterator[tuple[str, Entry]]:
    for row in read_lexicon("time_units", Unit):
        yield from _inflected(row.stem, row.kind, row)
        yield _adjective(row.stem), _entry(row.kind, "adj", row)
        yield row.stem + realize("kI", last_vowel(row.stem)), _entry(row.kind, "rel", row)


def _adjective(stem: str) -> str:
    """With -lıq, by harmony: *illik*, *aylıq*."""
    vowel = last_vowel(stem)
    return stem + realize("lI", vowel) + ("q" if vowel in BACK_VOWELS else "k")


def _fused() -> Iterator[tuple[str, Entry]]:
    """A length in one word: *üçgünlük*, *beşillik*."""
    for row in read_lexicon("time_units", Unit):
        if row.code:
            for word, numeral in cardinals().items():
                if numeral.role not in ("unit", "ten"):  # minillik çinar: a thousand and more
                    continue
                yield word + _adjective(row.stem), _entry("FUSED", "nom", (numeral.value, row))


def _numerals() -> Iterator[tuple[str, Entry]]:
    for word, numeral in cardinals().items():
        for form, entry in _inflected(word, "SPELLED", numeral):
            if entry.form in _NUMERAL_FORMS:
                yield form, entry
    for word, numeral in ordinals().items():
        for form, entry in _inflected(word, "ORD", numeral):
            if entry.form in ("nom", "own"):
                yield form, entry


def _relatives() -> Iterator[tuple[str, Entry]]:
    for row in read_lexicon("relative_words", RelativeWord):
        if row.inflected != "possessive":
            yield row.word, _entry(row.kind, "nom", row.offset)
        if row.inflected == "yes":
            yield (
                row.word + realize("kI", last_vowel(row.word)),
                _entry(row.kind, "rel", row.offset),
            )
        if row.inflected != "no":
            for form, entry in _inflected(row.word, row.kind, row.offset):
                if _allows(row.inflected, entry.form):
                    yield form, entry


def _allows(inflected: str, form: str) -> bool:
    return {
        "all": True,
        "yes": not form.startswith("pl_") and form != "own",
        "possessive": form in ("own", "pl_own"),
        "copula": form == "cop",
        "plural": form.startswith("pl_"),
    }[inflected]


def _references() -> Iterator[tuple[str, Entry]]:
    for row in read_lexicon("references", ReferenceWord):
        yield row.word, _entry("REF", "nom", row.value)


def _marks() -> Iterator[tuple[str, Entry]]:
    for mark, kind in MARKS.items():
        yield mark, _entry(kind, "nom", mark)
