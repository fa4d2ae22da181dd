"""Names of one thing that differ by more than case: acronyms, type words, what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.alphabet import is_all_caps, lower, upper
from azmedia_nlp.annotations import Mention
from azmedia_nlp.names.keys import Key
from azmedia_nlp.names.words import name_words, read_word

# “Xabar” Agentliyinin (XA): what stands between a name and its acronym.
_BRACKET: Final = re.compile(r"[\"”»]?(?:[-'’]?\w{1,5})? ?\((?:bundan sonra\W+)?[\"“«]?")
_LONGEST_BRACKET: Final = 24


def find_likeness(
    mentions: Sequence[Mention], keys: Sequence[Key], text: str
) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys that name one thing, the fuller first."""
    yield from _in_brackets(mentions, keys, text)
    names = dict(zip(keys, mentions, strict=True))
    things = [key for key in names if key.family != "PER"]
    yield from _by_initials(things, names)
    yield from _by_first_words(things, names)
    yield from _by_last_words(things, _owners(mentions, keys, text))
    yield from _by_epithets(things)


def _in_brackets(
    mentions: Sequence[Mention], keys: Sequence[Key], text: str
) -> Iterator[tuple[Key, Key]]:
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


def _by_initials(things: list[Key], names: dict[Key, Mention]) -> Iterator[tuple[Key, Key]]:
    acronyms = {
        (key.family, upper(key.name)): key
        for key in things
        if " " not in key.name and is_all_caps(names[key].name)
    }
    if not acronyms:
        return
    for key in things:
        for initials in _initials(names[key].name):
            short = acronyms.get((key.family, initials))
            if short is not None:
                yield key, short


def _initials(name: str) -> tuple[str, ...]:
    """The first letters of the words with capitals, with and without the others."""
    words = [word.strip('"“”«»„()') for word in name.split()]
    letters = [word for word in words if word[:1].isalpha() and not _is_legal_form(word)]
    if len(letters) < 2:
        return ()
    capitals = "".join(word[0] for word in letters if word[0].isupper())
    return capitals, upper("".join(word[0] for word in letters))


def _is_legal_form(word: str) -> bool:
    return "legal" in read_word(word).flags


def _by_first_words(things: list[Key], names: dict[Key, Mention]) -> Iterator[tuple[Key, Key]]:
    """``Report İA``, ``Report``, ``Report İnformasiya Agentliyi``: the rest says what it is.

    A place has one longer form, the first: *Naxçıvan* is *Naxçıvan Muxtar Respublikası*.
    """
    by_words = {(key.family, key.name): key for key in things}
    served: set[Key] = set()
    for key in things:
        words = key.name.split()
        for end in range(len(words) - 1, 0, -1):
            short = by_words.get((key.family, " ".join(words[:end])))
            if short is None or not _is_rest(names[short], names[key], words[end:]):
                continue
            if short.family == "ORG" or short not in served:
                yield key, short
            served.add(short)
            break


def _is_rest(short: Mention, full: Mention, rest: list[str]) -> bool:
    """Whether what the longer name has more tells only what the thing is."""
    if short.label != full.label:
        return False  # the river Azərbaycan is not the country
    if full.label == "ORG":
        return _is_rest_of_body(short.name, full.name, rest)
    if full.label == "EVENT" and rest[-1].isdigit():
        return len(rest) == 1
    words = [read_word(word) for word in rest]
    head = words[-1].head
    if head is None or not all(word.head or word.joins == "epithet" for word in words):
        return False
    capital = "GPE.capital" in read_word(short.name.split()[-1]).flags
    return not capital or head.stem in name_words("of_capital")


def _is_rest_of_body(short: str, full: str, rest: list[str]) -> bool:
    last = read_word(rest[-1])
    if is_all_caps(short):
        return "legal" in last.flags or (last.head is not None and last.head.kind == "media")
    if _is_place(short) and full[:1].isalpha():
        return False
    short_form = len(rest) == 1 and len(rest[0]) <= _LONGEST_SHORT_FORM
    return last.head is not None or "legal" in last.flags or short_form


_LONGEST_SHORT_FORM: Final = 4


def _is_place(name: str) -> bool:
    """Whether a body's short name is a place's: *Qarabağ* is in many names of bodies."""
    return read_word(name.split()[-1]).place is not None


def _by_last_words(
    things: list[Key], owners: dict[Key, frozenset[str]]
) -> Iterator[tuple[Key, Key]]:
    """``Mərkəzi Bank`` is ``Azərbaycan Mərkəzi Bankı`` where no other body ends so."""
    shorts: dict[tuple[str, str], Key] = {}
    for key in things:
        if " " in key.name and key.family in ("ORG", "EVENT", "building"):
            shorts[key.family, _head_form(key.name)] = key
    longer: dict[Key, list[Key]] = {}
    for key in things:
        words = key.name.split()
        for start in range(1, len(words) - 1):
            short = shorts.get((key.family, _head_form(" ".join(words[start:]))))
            if short is not None and short != key:
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
    mentions: Sequence[Mention], keys: Sequence[Key], text: str
) -> dict[Key, frozenset[str]]:
    """The places in the genitive that stand right before a name, by the name."""
    owners: dict[Key, frozenset[str]] = {}
    for at in range(1, len(mentions)):
        left, right = mentions[at - 1], mentions[at]
        if left.label == "GPE" and text[left.end : right.start] == " " and left.text != left.name:
            owners[keys[at]] = owners.get(keys[at], frozenset()) | {lower(left.name)}
    return owners


def _same_owner(name: str, owners: frozenset[str]) -> bool:
    """Whether no other country owns the shorter name: *Rusiyanın XİN*, *ABŞ XİN*."""
    first = read_word(name.split()[0])
    return first.place is None or not owners or any(name.startswith(owner) for owner in owners)


def _by_epithets(things: list[Key]) -> Iterator[tuple[Key, Key]]:
    """``Bakı–Quba yolu`` is ``Bakı–Quba avtomobil yolu``: an epithet inside is left out."""
    by_words = {(key.family, key.name): key for key in things}
    for key in things:
        words = key.name.split()
        inner = [word for word in words[1:-1] if read_word(word).joins not in _LEFT_OUT]
        if len(inner) < len(words) - 2:
            short = by_words.get((key.family, " ".join([words[0], *inner, words[-1]])))
            if short is not None:
                yield key, short


_LEFT_OUT: Final = frozenset(("epithet", "inside"))
