"""From an inflected word to its stem candidates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import msgspec
from msgspec.structs import astuple, replace

from azmedia_nlp.alphabet import APOSTROPHES, HYPHENS, VOWELS, lower
from azmedia_nlp.morphology.readings import read_aloud
from azmedia_nlp.morphology.stems import before_change, is_known, loses_vowel
from azmedia_nlp.morphology.suffixes import (
    Case,
    Copula,
    Endings,
    Possessive,
    endings_table,
    longest_ending,
    ordinal_endings,
    stem_shape,
)

_SET_OFF: Final = HYPHENS | APOSTROPHES


class Analysis(msgspec.Struct, frozen=True):
    """A stem, the letters of its ending, and what the ending says.

    The stem keeps the case of the word; ``stem + ending`` is the word again unless the
    stem has changed before a vowel (*Nazirliy-i* ← *Nazirlik*, *oğl-u* ← *oğul*). An ending
    that is set off has its hyphen: ``BMT`` + ``-nin``. *ordinal* is said of figures.
    """

    stem: str
    ending: str
    plural: bool = False
    possessive: Possessive | None = None
    case: Case = "nom"
    relative: bool = False
    copula: Copula | None = None
    ordinal: bool = False

    @property
    def slots(self) -> int:
        """How many slots are filled."""
        filled = (self.plural, self.possessive, self.case != "nom", self.relative, self.copula)
        return sum(map(bool, filled))


@lru_cache(maxsize=1 << 16)
def analyze(word: str) -> tuple[Analysis, ...]:
    """Read *word* as stem + endings in every legal way, the likeliest first.

    The bare word is always among the candidates.

    >>> [(item.stem, item.case) for item in analyze("Bakıdan")][:2]
    [('Bakı', 'abl'), ('Bakıdan', 'nom')]
    >>> [(item.stem, item.case, item.ordinal) for item in analyze("2025-ci")][:1]
    [('2025', 'nom', True)]
    """
    found = list(_set_off(word))
    if not found:
        found = [analysis for cut in _cuts(word) for analysis in _readings(word, cut)]
    found.append(Analysis(word, ""))
    return tuple(sorted(found, key=_rank))


def _set_off(word: str) -> Iterator[Analysis]:
    """The readings of a word with a hyphen or apostrophe before its ending: ``ABŞ-ın``."""
    mark = next((at for at in range(len(word) - 2, 0, -1) if word[at] in _SET_OFF), None)
    if mark is None:
        return
    stem, ending = word[:mark], word[mark + 1 :]
    if stem[-1].isdecimal() and ending[:2] in ordinal_endings():
        rest = ending[2:]
        for endings in _meanings(ending[:2], rest) if rest else (Endings(),):
            figures = Analysis(stem, word[mark:], *astuple(endings))
            yield replace(figures, ordinal=True)
    for endings in _meanings(stem, ending):
        yield Analysis(stem, word[mark:], *astuple(endings))


def _meanings(stem: str, ending: str) -> tuple[Endings, ...]:
    """What an ending may say after a stem; figures and acronyms take any harmony.

    Writers read them in more ways than one: ``SSRİ-nin``, ``ATƏT-ın``.
    """
    by_shape = endings_table().get(ending, {})
    shape = stem_shape(stem)
    if shape in by_shape:
        return by_shape[shape]
    if read_aloud(stem) is None and not stem[-1].isupper():
        return ()
    return tuple(dict.fromkeys(item for found in by_shape.values() for item in found))


def _cuts(word: str) -> range:
    return range(max(2, len(word) - longest_ending()), len(word))


def _readings(word: str, cut: int) -> list[Analysis]:
    ending = lower(word[cut:])
    by_shape = endings_table().get(ending)
    shape = stem_shape(word[:cut]) if by_shape else None
    if by_shape is None or shape is None:
        return []
    return [
        Analysis(stem, word[cut:], *astuple(endings))
        for endings in by_shape.get(shape, ())
        for stem in _stems(word[:cut], ending)
    ]


def _stems(surface: str, ending: str) -> tuple[str, ...]:
    """The stem as it stands and, before a vowel, with what it has changed restored."""
    if ending[0] not in VOWELS:
        return (surface,)
    whole = before_change(surface)
    return (whole, surface) if whole else (surface,)


def _rank(analysis: Analysis) -> tuple[int, int, int]:
    """An ending that is set off is one; then known stems, the shortest first; then cases.

    Case endings are commoner on names than bare possessives; short stems are rare.
    """
    plain = analysis.possessive in (None, "3")
    set_off = analysis.ending != "" and analysis.ending[0] in _SET_OFF
    changed = analysis.ending[:1] in VOWELS and loses_vowel(analysis.stem)
    if plain and (set_off or changed):
        return 0, analysis.slots, 0
    long = len(analysis.stem) > 2 or len(analysis.ending) > 1
    if plain and long and is_known(analysis.stem):
        return 1, len(analysis.stem), analysis.slots
    cased = analysis.case != "nom" and len(analysis.stem) > 2
    return 2 if cased else 3, analysis.slots, 0
