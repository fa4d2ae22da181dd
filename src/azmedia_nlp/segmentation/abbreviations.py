"""Abbreviations with a full stop, from the lexicon, and where each may stand."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.lexicon import read_lexicon

Standing = Literal["initial", "name", "figure", "unit", "place", "end", "era", "inside"]


class Abbreviation(msgspec.Struct, frozen=True):
    """A row of the lexicon: the letters without the last stop, and the place it takes."""

    abbreviation: str
    stands: Standing


@lru_cache(maxsize=1 << 12)
def standing(word: str) -> Standing | None:
    """The place that an abbreviation takes in a sentence; None where *word* is none.

    A sentence may begin with one: ``Prof.`` is ``prof.``, but ``M.`` is an initial.
    """
    known = _abbreviations()
    if word in known or len(word) == 1:
        return known.get(word)
    return known.get(lower(word[0]) + word[1:])


@cache
def _abbreviations() -> dict[str, Standing]:
    return {row.abbreviation: row.stands for row in read_lexicon("abbreviations", Abbreviation)}


@lru_cache(maxsize=1 << 12)
def is_initials(word: str) -> bool:
    """Whether *word* is the initials of a name without the last stop: ``M``, ``M.Ə``, ``Yu``."""
    return all(_is_initial(letters) for letters in word.split("."))


def _is_initial(letters: str) -> bool:
    if len(letters) == 1:
        return letters.isupper()
    return standing(letters) == "initial"
