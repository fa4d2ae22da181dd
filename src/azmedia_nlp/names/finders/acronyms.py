"""Acronyms: bodies that are named by their initials, ``AAYDA``, ``BMT-nin``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.reading import LIKELY, SURE, Candidate, Reading

_ACRONYM: Final = re.compile(r"[^\W\d_a-zəçğıöşü]{2,7}")
_ROMAN: Final = re.compile(r"[IVXLC]+|[İVX]+")


class CommonAcronym(msgspec.Struct, frozen=True):
    """An acronym that is a common noun."""

    acronym: str


def names_nothing(form: str) -> bool:
    """Whether capitals are the acronym of a common noun, or Roman figures: *SMS*, *XIX*."""
    return form in _common_acronyms() or _ROMAN.fullmatch(form) is not None


@cache
def _common_acronyms() -> frozenset[str]:
    return frozenset(row.acronym for row in read_lexicon("common_acronyms", CommonAcronym))


def find_acronyms(reading: Reading) -> Iterator[Candidate]:
    """A word of capitals where the words around it are not: a body, by rule of thumb."""
    for index in reading.raised:
        form = reading.forms[index]
        if not reading.words[index].shouted or reading.shouted[index]:
            continue
        if not _ACRONYM.fullmatch(form) or names_nothing(form):
            continue
        word = reading.words[index]
        if word.flags and ("legal" in word.flags or word.place or "title" in word.flags):
            continue
        sure = _bracketed(reading, index) or reading.set_off(index)
        yield Candidate(index, index + 1, "ORG", "names.acronyms.body", SURE if sure else LIKELY)


def _bracketed(reading: Reading, index: int) -> bool:
    inside = 0 < index < reading.end - 1
    return inside and reading.forms[index - 1] == "(" and reading.forms[index + 1] == ")"
