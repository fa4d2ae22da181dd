"""What looks like a name and is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.finders.acronyms import common_acronyms
from azmedia_nlp.names.gazetteer import Word as Entry
from azmedia_nlp.names.gazetteer import stems
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.words import is_name, is_stopped

_ROMAN: Final = re.compile(r"[IVXLC]+|[İVX]+")
_PLURAL: Final = re.compile(r"l[aə]r\w*")


def drop_languages(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Azərbaycan dilində*, *Azərbaycan və rus dilləri*: a language, no country."""
    for name in names:
        if name.label != "GPE" or not _before_language(reading, name.end):
            yield name


def _before_language(reading: Reading, at: int) -> bool:
    if at + 2 < len(reading) and reading.words[at].joins == "and":
        at += 2
    if at >= len(reading) or reading.breaks[at]:
        return False
    return any(stem in _language_nouns() for stem in stems(reading.forms[at]))


@cache
def _language_nouns() -> frozenset[str]:
    return frozenset(row.name for row in read_lexicon("language_nouns", Entry))


def drop_common_acronyms(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*SMS*, *BOKT-lər*: what has a plural or stands in the list is a common noun."""
    common = {
        form
        for form, token in zip(reading.forms, reading.tokens, strict=True)
        if token.stem_end < token.end and form.isupper() and _PLURAL.fullmatch(token.ending)
    }
    for name in names:
        form = reading.forms[name.start]
        single = name.end - name.start == 1 and not reading.words[name.start].flags
        if not (single and (form in common or form in common_acronyms() or _ROMAN.fullmatch(form))):
            yield name


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
    if word.shouted or word.folded in sure or name.label not in ("GPE", "LOC", "ORG"):
        return False
    if name.start - 1 in reading.closing or (is_name(word) and not is_stopped(word)):
        return False
    return word.common or word.folded in reading.lowered


def drop_addresses(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """E-mail addresses and handles name nobody."""
    for name in names:
        if reading.tokens[name.start].kind not in ("email", "handle"):
            yield name
