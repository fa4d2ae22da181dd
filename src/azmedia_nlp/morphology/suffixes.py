"""The suffix grammar: what the endings look like, from one table.

``data/lexicon/noun_suffixes.tsv`` gives each slot's suffixes as templates; this module
realizes them by vowel harmony and stacks them into every legal chain, once. Analysis
and inflection both read the result, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from azmedia_nlp.alphabet import BACK_VOWELS, ROUNDED_VOWELS, VOWELS, last_vowel, lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology.readings import read_aloud

Slot = Literal["plural", "possessive", "case", "relative", "copula"]
SLOTS: Final[tuple[Slot, ...]] = ("plural", "possessive", "case", "relative", "copula")
Case = Literal["nom", "gen", "dat", "acc", "loc", "abl", "ins", "ter", "equ"]
Possessive = Literal["1sg", "2sg", "3", "1pl", "2pl"]
Copula = Literal["3", "3pl"]


class Suffix(msgspec.Struct, frozen=True):
    """A row of the suffix table; the shapes of one slot value, as templates."""

    slot: Slot
    name: str
    after_consonant: tuple[str, ...]
    after_vowel: tuple[str, ...]
    after_third: tuple[str, ...] = ()


class Endings(msgspec.Struct, frozen=True, gc=False):
    """A chain of slots; what is not there is False, None or the nominative."""

    plural: bool = False
    possessive: Possessive | None = None
    case: Case = "nom"
    relative: bool = False
    copula: Copula | None = None


class StemShape(msgspec.Struct, frozen=True, gc=False):
    """What an ending must know about the stem before it.

    *harmony* is the high vowel that its last vowel calls for: ``ı i u ü``.
    """

    harmony: str
    ends_in_vowel: bool


def harmonic_high(vowel: str) -> str:
    """The high vowel that follows *vowel*: a ı → ı, ə e i → i, o u → u, ö ü → ü."""
    if vowel in ROUNDED_VOWELS:
        return "u" if vowel in BACK_VOWELS else "ü"
    return "ı" if vowel in BACK_VOWELS else "i"


@lru_cache(maxsize=1 << 16)
def stem_shape(stem: str) -> StemShape | None:
    """What endings look at in *stem*, or None where it has no vowel.

    Figures and acronyms have the shape of what is heard.

    >>> stem_shape("Bakı"), stem_shape("2025").harmony, stem_shape("BMT").ends_in_vowel
    (StemShape(harmony='ı', ends_in_vowel=True), 'i', True)
    """
    heard = read_aloud(stem) or stem
    vowel = last_vowel(heard)
    return StemShape(harmonic_high(vowel), lower(heard[-1]) in VOWELS) if vowel else None


def needed_shape(stem: str) -> StemShape:
    """The shape of a stem that endings are to follow.

    Raises:
        ValueError: the stem has no vowel.
    """
    shape = stem_shape(stem)
    if shape is None:
        raise ValueError(f"{stem!r} has no vowel: endings need one to agree with")
    return shape


def realize(template: str, vowel: str) -> str:
    """Fill the vowels of *template* after a stem whose last vowel is *vowel*.

    >>> realize("lArI", "ö"), realize("dIr", "u")
    ('ləri', 'dur')
    """
    letters = []
    for letter in template:
        if letter == "A":
            letter = "a" if vowel in BACK_VOWELS else "ə"
        elif letter == "I":
            letter = harmonic_high(vowel)
        if letter in VOWELS:
            vowel = letter
        letters.append(letter)
    return "".join(letters)


ORDINAL: Final = "cI"  # of figures: 2025-ci


@cache
def ordinal_endings() -> tuple[str, ...]:
    """The endings that make figures an ordinal: ``cı ci cu cü``."""
    return tuple(realize(ORDINAL, high) for high in "ıiuü")


@cache
def _slot(slot: Slot) -> tuple[Suffix, ...]:
    return tuple(row for row in read_lexicon("noun_suffixes", Suffix) if row.slot == slot)


class _Chain(NamedTuple):
    """A chain under construction; *shape* is what its next ending must know about it."""

    letters: str
    endings: Endings
    shape: StemShape

    def add(self, suffix: Suffix, endings: Endings) -> Iterator[_Chain]:
        for template in self._templates(suffix):
            piece = realize(template, self.shape.harmony)
            vowels = [letter for letter in piece if letter in VOWELS]
            harmony = harmonic_high(vowels[-1]) if vowels else self.shape.harmony
            shape = StemShape(harmony, piece[-1] in VOWELS)
            yield _Chain(self.letters + piece, endings, shape)

    def _templates(self, suffix: Suffix) -> tuple[str, ...]:
        if self.endings.possessive == "3" and suffix.after_third and suffix.slot == "case":
            return suffix.after_third
        return suffix.after_vowel if self.shape.ends_in_vowel else suffix.after_consonant


def _extend(chains: list[_Chain], slot: Slot) -> list[_Chain]:
    added = [
        longer
        for chain in chains
        for suffix in _slot(slot)
        if slot != "relative" or chain.endings.case == "loc"
        for longer in chain.add(suffix, _with_slot(chain.endings, suffix))
    ]
    return chains + added


def _with_slot(endings: Endings, suffix: Suffix) -> Endings:
    value: Any = True if suffix.slot in ("plural", "relative") else suffix.name
    return replace(endings, **{suffix.slot: value})


@cache
def chains_after(shape: StemShape) -> dict[Endings, tuple[str, ...]]:
    """Every legal chain after a stem of that shape, with its spellings, best first."""
    chains = [_Chain("", Endings(), shape)]
    for slot in SLOTS:
        chains = _extend(chains, slot)
    spelled: dict[Endings, list[str]] = {}
    for chain in chains:
        spelled.setdefault(chain.endings, []).append(chain.letters)
    return {endings: tuple(letters) for endings, letters in spelled.items()}


SHAPES: Final = tuple(StemShape(high, ends) for high in "ıiuü" for ends in (False, True))


@cache
def endings_table() -> dict[str, dict[StemShape, tuple[Endings, ...]]]:
    """Every spelled chain, with the stem shapes it may follow and what it then means."""
    table: dict[str, dict[StemShape, tuple[Endings, ...]]] = {}
    for shape in SHAPES:
        for endings, spellings in chains_after(shape).items():
            for letters in spellings:
                meanings = table.setdefault(letters, {})
                meanings[shape] = (*meanings.get(shape, ()), endings)
    return table


@cache
def longest_ending() -> int:
    """The length of the longest spelled chain."""
    return max(map(len, endings_table()))
