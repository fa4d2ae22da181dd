"""What looks like a name and is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from azmedia_nlp.alphabet import lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.finders.acronyms import names_nothing
from azmedia_nlp.names.gazetteer import Entry, stems
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.words import is_name, is_stopped

_PLURAL: Final = re.compile(r"l[aə]r\w*")


def drop_languages(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Azərbaycan dilində*, *Azərbaycan və rus dilləri*: a language, no country."""
    for name in names:
        if name.label != "GPE" or not _before_language(reading, name.end):
            yield name


def _before_language(reading: Reading, at: int) -> bool:
    if at + 2 < reading.end and reading.words[at].joins == "and":
        at += 2
    if at >= reading.end or reading.breaks[at]:
        return False
    return any(stem in _language_nouns() for stem in stems(reading.forms[at]))


@cache
def _language_nouns() -> frozenset[str]:
    return frozenset(row.name for row in read_lexicon("language_nouns", Entry))


def drop_common_acronyms(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*SMS*, *BOKT-lər*, *kredit təşkilatları (KT)*: acronyms of common nouns.

    One is known by a plural, by small words before its bracket that begin with its letters,
    or by the list.
    """
    names = list(names)
    named = {at for name in names for at in range(name.start, name.end)}
    common = set(_common_acronyms(reading, named))
    for name in names:
        if name.end - name.start > 1 or not _is_common(reading, name.start, common):
            yield name


def _common_acronyms(reading: Reading, named: set[int]) -> Iterator[str]:
    forms = reading.forms
    told = [at for at in reading.raised if at in reading.endings or forms[at - 1] == "("]
    for at in told:
        loud = forms[at].isupper() and len(forms[at]) > 1
        if loud and (_has_plural(reading, at) or _is_spelled(reading, at, named)):
            yield forms[at]


def _has_plural(reading: Reading, at: int) -> bool:
    return reading.set_off(at) and _PLURAL.fullmatch(reading.tokens[at].ending) is not None


def _is_spelled(reading: Reading, at: int, named: set[int]) -> bool:
    """Whether words that name nothing begin with the letters behind them in brackets.

    They are small ones, *nəzarət-kassa aparatı (NKA)*, or an organ's, *İdarə Heyəti (İH)*.
    """
    if at < 2 or reading.forms[at - 1] != "(":
        return False
    letters = lower(reading.forms[at])
    near = range(max(0, at - 8), at - 1)
    spelled = [index for index in near if reading.forms[index][0].isalpha()][-len(letters) :]
    initials = "".join(reading.words[index].folded[0] for index in spelled)
    return initials == letters and named.isdisjoint(spelled)


def _is_common(reading: Reading, at: int, common: set[str]) -> bool:
    form, flags = reading.forms[at], reading.words[at].flags
    if any(flag != "legal" for flag in flags):
        return False
    return form in common or names_nothing(form)


def drop_mere_starts(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """A common word at a sentence's start has its capital from there: *Tenderdə iştirak*."""
    names = list(names)
    sure = {reading.words[name.start].folded for name in names if not reading.first[name.start]}
    for name in names:
        if (
            name.end - name.start > 1
            or not reading.first[name.start]
            or not _is_mere(reading, name, sure)
        ):
            yield name


def _is_mere(reading: Reading, name: Candidate, sure: set[str]) -> bool:
    word = reading.words[name.start]
    if word.shouted or not word.capital or word.folded in sure:
        return False  # apasport.az, in lower case, has no capital from its place
    if name.label not in ("GPE", "LOC", "ORG"):
        return False
    if name.start - 1 in reading.closing or (is_name(word) and not is_stopped(word)):
        return False
    return word.common or word.folded in reading.lowered


def drop_addresses(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """E-mail addresses and handles name nobody."""
    for name in names:
        if reading.tokens[name.start].kind not in ("email", "handle"):
            yield name
