"""Abbreviations with a full stop, from the lexicon, and where each may stand."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from azmedia_nlp.lexicon import read_lexicon

Standing = Literal["initial", "name", "figure", "unit", "place", "end", "inside"]


class Abbreviation(msgspec.Struct, frozen=True):
    """A row of the lexicon: the letters without the last stop, and the place it takes."""

    abbreviation: str
    stands: Standing


@cache
def abbreviations() -> dict[str, Standing]:
    """The place that each abbreviation takes in a sentence."""
    return {row.abbreviation: row.stands for row in read_lexicon("abbreviations", Abbreviation)}


def is_initials(word: str) -> bool:
    """Whether *word* is the initials of a name without the last stop: ``M``, ``M.Ə``, ``Yu``."""
    return all(_is_initial(letters) for letters in word.split("."))


def _is_initial(letters: str) -> bool:
    if len(letters) == 1:
        return letters.isupper()
    return abbreviations().get(letters) == "initial"
