"""Whether letters behind a hyphen or an apostrophe are an ending."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import msgspec

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology.suffixes import endings_table


class SetOffSuffix(msgspec.Struct, frozen=True):
    """A derivational suffix that figures and acronyms take, as a template."""

    suffix: str


# Vowels that take each other's place by harmony.
_HARMONY: Final = str.maketrans("aəıiuü", "AAIIII")


@cache
def _inflectional() -> frozenset[str]:
    return frozenset(letters.translate(_HARMONY) for letters in endings_table())


@cache
def _derivational() -> frozenset[str]:
    return frozenset(row.suffix for row in read_lexicon("set_off_suffixes", SetOffSuffix))


@lru_cache(maxsize=1 << 12)
def is_ending(letters: str) -> bool:
    """Whether lower-case *letters* can stand as an ending set off from its word.

    Harmony is not asked for: an acronym is read in more ways than one (*SSRİ-nin*), and
    in haste much is typed (*ABŞ-dəkı*).

    >>> is_ending("ın"), is_ending("cilərin"), is_ending("tədqiqat")
    (True, True, False)
    """
    template = letters.translate(_HARMONY)
    return is_inflection(letters) or any(
        template.startswith(suffix) and template[len(suffix) :] in _inflectional()
        for suffix in _derivational()
    )


def is_inflection(letters: str) -> bool:
    """Whether lower-case *letters* are endings of the noun alone: *nin*, but not *çin*."""
    return letters.translate(_HARMONY) in _inflectional()
