"""From an inflected word to its stem candidates."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from azmedia_nlp.alphabet import VOWELS, last_vowel, lower
from azmedia_nlp.morphology.suffixes import (
    Case,
    Copula,
    Possessive,
    StemShape,
    endings_table,
    harmonic_high,
    longest_ending,
)


class Analysis(msgspec.Struct, frozen=True):
    """A stem, the letters of its ending, and what the ending says.

    The stem keeps the case of the word; ``stem + ending`` is the word again unless the
    stem's last letter was softened (*Nazirliy-i* ← *Nazirlik*).
    """

    stem: str
    ending: str
    plural: bool = False
    possessive: Possessive | None = None
    case: Case = "nom"
    relative: bool = False
    copula: Copula | None = None

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
    """
    found = [analysis for cut in _cuts(word) for analysis in _readings(word, cut)]
    found.append(Analysis(word, ""))
    return tuple(sorted(found, key=_rank))


def stem_shape(stem: str) -> StemShape | None:
    """What endings look at in *stem*, or None where it has no vowel."""
    vowel = last_vowel(stem)
    if not vowel:
        return None
    return StemShape(harmonic_high(vowel), lower(stem[-1]) in VOWELS)


def _cuts(word: str) -> range:
    return range(max(2, len(word) - longest_ending()), len(word))


def _readings(word: str, cut: int) -> list[Analysis]:
    ending = lower(word[cut:])
    by_shape = endings_table().get(ending)
    shape = stem_shape(word[:cut]) if by_shape else None
    if by_shape is None or shape is None:
        return []
    return [
        Analysis(stem, word[cut:], *endings)
        for endings in by_shape.get(shape, ())
        for stem in _stems(word[:cut], ending)
    ]


def _stems(surface: str, ending: str) -> tuple[str, ...]:
    """The stem as it stands and, before a vowel, with its softened consonant restored."""
    hard = {"y": "k", "ğ": "q", "Y": "K", "Ğ": "Q"}.get(surface[-1])
    if hard and ending[0] in VOWELS:
        return surface[:-1] + hard, surface
    return (surface,)


def _rank(analysis: Analysis) -> tuple[int, int]:
    """Case endings are commoner on names than bare possessives; short stems are rare."""
    bare_possessive = analysis.possessive is not None and analysis.case == "nom"
    likely = analysis.case != "nom" and not bare_possessive and len(analysis.stem) > 2
    return (0 if likely else 1, analysis.slots)
