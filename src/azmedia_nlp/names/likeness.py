"""Names of one thing that differ by more than case: acronyms, type words, what is left out."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from azmedia_nlp.alphabet import is_all_caps, lower, upper
from azmedia_nlp.annotations import Mention
from azmedia_nlp.names.words import read_word

# “Xabar” Agentliyinin (XA): what stands between a name and its acronym.
_BRACKET: Final = re.compile(r"[\"”»]?(?:[-'’]?\w{1,5})? ?\((?:bundan sonra\W+)?[\"“«]?")
_LONGEST_BRACKET: Final = 24


class KeyLike(Hashable, Protocol):
    """What names are compared by."""

    @property
    def family(self) -> str:
        """The label, places being one."""

    @property
    def name(self) -> str:
        """The name in lower case, without marks."""


KeyT = TypeVar("KeyT", bound=KeyLike)


def find_likeness(
    mentions: Sequence[Mention], keys: Sequence[KeyT], text: str
) -> Iterator[tuple[KeyT, KeyT]]:
    """Pairs of keys that name one thing, the fuller first."""
    yield from _in_brackets(mentions, keys, text)
    names = dict(zip(keys, (mention.name for mention in mentions), strict=True))
    things = [key for key in names if key.family != "PER"]
    yield from _by_initials(things, names)
    yield from _by_first_words(things)
    yield from _by_last_words(things, _owners(mentions, keys, text))


def _in_brackets(
    mentions: Sequence[Mention], keys: Sequence[KeyT], text: str
) -> Iterator[tuple[KeyT, KeyT]]:
    """``Daxili İşlər Nazirliyi (DİN)``, ``FAO (Ərzaq və Kənd Təsərrüfatı Təşkilatı)``."""
    for at in range(1, len(mentions)):
        left, right = mentions[at - 1], mentions[at]
        between = text[left.end : right.start]
        if "(" not in between or len(between) > _LONGEST_BRACKET or left.label != right.label:
            continue
        if left.label in ("PER", "GPE", "LOC") or text[right.end : right.end + 2].find(")") < 0:
            continue
        if _BRACKET.fullmatch(between):
            yield keys[at - 1], keys[at]


def _by_initials(things: list[KeyT], names: dict[KeyT, str]) -> Iterator[tuple[KeyT, KeyT]]:
    acronyms = {
        (key.family, upper(key.name)): key
        for key in things
        if " " not in key.name and is_all_caps(names[key])
    }
    if not acronyms:
        return
    for key in things:
        for initials in _initials(names[key]):
            short = acronyms.get((key.family, initials))
            if short is not None:
                yield key, short


def _initials(name: str) -> tuple[str, ...]:
    """The first letters of the words with capitals, with and without the others."""
    words = [word.strip('"“”«»„()') for word in name.split()]
    letters = [word for word in words if word[:1].isalpha()]
    if len(letters) < 2:
        return ()
    capitals = "".join(word[0] for word in letters if word[0].isupper())
    return capitals, upper("".join(word[0] for word in letters))


def _by_first_words(things: list[KeyT]) -> Iterator[tuple[KeyT, KeyT]]:
    """``Report İA``, ``Report``, ``Report İnformasiya Agentliyi``: the rest says what it is."""
    by_words = {(key.family, key.name): key for key in things}
    longer: dict[KeyT, list[KeyT]] = {}
    for key in things:
        words = key.name.split()
        for end in range(len(words) - 1, 0, -1):
            short = by_words.get((key.family, " ".join(words[:end])))
            if short is not None and _only_types(words[end:], key.family):
                longer.setdefault(short, []).append(key)
                break
    for short, full in longer.items():
        if short.family == "ORG" and _is_place(short.name):
            continue
        if len(full) == 1 or short.family == "ORG":
            yield from ((key, short) for key in full)


def _is_place(name: str) -> bool:
    return read_word(name.split()[-1]).place is not None


def _only_types(words: list[str], family: str) -> bool:
    """Whether the last word is a type word or legal form; for places, whether all are."""
    if words[-1].isdigit():
        return len(words) == 1 and family == "EVENT"
    heads = [read_word(word).head is not None or "legal" in read_word(word).flags for word in words]
    return heads[-1] or (family == "ORG" and len(words) == 1 and len(words[0]) <= 4)


def _by_last_words(
    things: list[KeyT], owners: dict[KeyT, frozenset[str]]
) -> Iterator[tuple[KeyT, KeyT]]:
    """``Mərkəzi Bank`` is ``Azərbaycan Mərkəzi Bankı`` where no other body ends so."""
    shorts: dict[tuple[str, str], KeyT] = {}
    for key in things:
        if " " in key.name and key.family in ("ORG", "EVENT", "FAC"):
            shorts[key.family, _head_form(key.name)] = key
    longer: dict[KeyT, list[KeyT]] = {}
    for key in things:
        words = key.name.split()
        for start in range(1, len(words) - 1):
            short = shorts.get((key.family, _head_form(" ".join(words[start:]))))
            if short is not None and short != key and words[start - 1] != "və":
                longer.setdefault(short, []).append(key)
                break
    for short, full in longer.items():
        if len(full) == 1 and _same_owner(full[0].name, owners.get(short, frozenset())):
            yield full[0], short


def _head_form(name: str) -> str:
    """A name with its type word bare: ``mərkəzi bankı`` and ``mərkəzi bank`` are one."""
    words = name.split()
    head = read_word(words[-1]).head
    return " ".join([*words[:-1], head.stem if head else words[-1]])


def _owners(
    mentions: Sequence[Mention], keys: Sequence[KeyT], text: str
) -> dict[KeyT, frozenset[str]]:
    """The places in the genitive that stand right before a name, by the name."""
    owners: dict[KeyT, frozenset[str]] = {}
    for at in range(1, len(mentions)):
        left, right = mentions[at - 1], mentions[at]
        if left.label == "GPE" and text[left.end : right.start] == " " and left.text != left.name:
            owners[keys[at]] = owners.get(keys[at], frozenset()) | {lower(left.name)}
    return owners


def _same_owner(name: str, owners: frozenset[str]) -> bool:
    """Whether no other country owns the shorter name: *Rusiyanın XİN*, *ABŞ XİN*."""
    if not owners:
        return True
    return any(name.startswith(owner) for owner in owners)
