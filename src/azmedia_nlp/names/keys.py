"""What names are compared by: the family of their label, and their letters."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import msgspec

from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.annotations import Label, Mention

_MARKS: Final = str.maketrans(dict.fromkeys(QUOTATION_MARKS))
# Labels that stand for one another where names are compared: a place is a place.
_FAMILY: Final = {"GPE": "place", "LOC": "place", "FAC": "building"}


class Key(msgspec.Struct, frozen=True, order=True):
    """What equal names share: the family of their label and the name without case and marks."""

    family: str
    name: str


def key_of(mention: Mention) -> Key:
    """The key of a mention.

    >>> key_of(Mention(0, 7, "“Xəzri”", label="ORG", name="“Xəzri”"))
    Key(family='ORG', name='xəzri')
    """
    return _key(mention.label, mention.name)


@lru_cache(maxsize=1 << 14)
def _key(label: Label, name: str) -> Key:
    bare = " ".join(without_marks(name).split())
    return Key(_FAMILY.get(label, label), lower(bare))


def without_marks(name: str) -> str:
    """The name without quotation marks."""
    return name.translate(_MARKS)
