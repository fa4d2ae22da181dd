"""Whether letters behind a hyphen or an apostrophe are an ending."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology.suffixes import endings_table, realize


class SetOffSuffix(msgspec.Struct, frozen=True):
    """A derivational suffix that figures and acronyms take, as a template."""

    suffix: str


@cache
def _derivational() -> frozenset[str]:
    rows = read_lexicon("set_off_suffixes", SetOffSuffix)
    return frozenset(realize(row.suffix, vowel) for row in rows for vowel in "aəouöü")


@lru_cache(maxsize=1 << 12)
def is_ending(letters: str) -> bool:
    """Whether lower-case *letters* can stand as an ending set off from its word.

    Harmony is not asked for: an acronym is read in more ways than one (*SSRİ-nin*).

    >>> is_ending("ın"), is_ending("cilərin"), is_ending("tədqiqat")
    (True, True, False)
    """
    if letters in endings_table() or letters in _derivational():
        return True
    return any(letters[:cut] in _derivational() and letters[cut:] in endings_table() for cut in (2, 3, 4))
