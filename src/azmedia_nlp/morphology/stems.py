"""What a noun's stem does before a vowel: *uşağı*, *nazirliyi*, *oğlu* — but *hüququ*, *İraqa*.

A final k or q softens to y or ğ in native words of two syllables or more; loanwords and
foreign names keep it. Some stems lose their last vowel. ``data/lexicon/noun_stems.tsv`` has
those that do not go by their shape.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.alphabet import lower, syllables
from azmedia_nlp.lexicon import read_lexicon

_SOFTENED: Final = {"k": "y", "q": "ğ", "K": "Y", "Q": "Ğ"}
_HARD: Final = {soft: hard for hard, soft in _SOFTENED.items()}
# Native names end so: Ağbulağa, Təzəkəndliyi. Others keep what they end in: Tofiqə, Lerikə.
_NATIVE: Final = ("aq", "ək", "ıq", "uq", "ük", "lik")
_ABSTRACT: Final = ("lıq", "lik", "luq", "lük")
_LOAN: Final = "iq"  # tətbiqi, məntiqi: q after a front vowel


class NounStem(msgspec.Struct, frozen=True):
    """A row of the lexicon: a stem in lower case and what it does against its shape."""

    stem: str
    change: Literal["drop", "hard"]


class CommonWord(msgspec.Struct, frozen=True):
    """A form that news writes in lower case."""

    form: str


@cache
def common_words() -> frozenset[str]:
    """Forms that are usually written in lower case."""
    return frozenset(row.form for row in read_lexicon("common_words", CommonWord))


def is_known(stem: str) -> bool:
    """Whether a stem is a word that news uses, or is made like *nazirlik*."""
    folded = lower(stem)
    return folded in common_words() or folded.endswith(_ABSTRACT)


def before_vowel(stem: str, *, softens: bool | None = None) -> str:
    """The stem as it stands before a vowel; *softens* overrules the lexicon and the shape.

    >>> before_vowel("uşaq"), before_vowel("oğul"), before_vowel("Tofiq"), before_vowel("hüquq")
    ('uşağ', 'oğl', 'Tofiq', 'hüquq')
    """
    if stem[-1] in _SOFTENED:
        soft = _softens(stem) if softens is None else softens
        return stem[:-1] + _SOFTENED[stem[-1]] if soft else stem
    return stem[:-2] + stem[-1] if loses_vowel(stem) else stem


def loses_vowel(stem: str) -> bool:
    """Whether the stem loses its last vowel before another."""
    return lower(stem) in _changing("drop")


def before_change(surface: str) -> str | None:
    """The stem that stands as *surface* before a vowel, if it has changed.

    >>> before_change("uşağ"), before_change("oğl"), before_change("hüquğ")
    ('uşaq', 'oğul', None)
    """
    hard = _HARD.get(surface[-1])
    if hard is not None:
        stem = surface[:-1] + hard
        return None if lower(stem) in _changing("hard") else stem
    whole = _dropped().get(lower(surface))
    return None if whole is None else surface[:-1] + whole[-2] + surface[-1]


def _softens(stem: str) -> bool:
    folded = lower(stem)
    if syllables(folded) < 2 or folded in _changing("hard"):
        return False
    if stem[0].isupper():
        return folded.endswith(_NATIVE)
    return not folded.endswith(_LOAN)


@cache
def _changing(change: str) -> frozenset[str]:
    rows = read_lexicon("noun_stems", NounStem)
    return frozenset(row.stem for row in rows if row.change == change)


@cache
def _dropped() -> dict[str, str]:
    """The stems that lose their last vowel, by what is left of them."""
    return {stem[:-2] + stem[-1]: stem for stem in _changing("drop")}
