"""What the lexicons know about a word: flags of single words, and longer names.

A flag is a short string such as ``given``, ``GPE.country`` or ``type.ORG``; the tagger
learns what each is worth. Longer names are matched word by word, the last one with endings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

import msgspec
import regex

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze

_CAPITAL_AFTER_HYPHEN: Final = regex.compile(r"-(?=\p{Lu})")


class GivenName(msgspec.Struct, frozen=True):
    """A given name; *gender* is m, f, or u for both."""

    name: str
    gender: str


class SurnameEnding(msgspec.Struct, frozen=True):
    """An ending by which surnames are known."""

    ending: str
    gender: str


class Country(msgspec.Struct, frozen=True):
    """A state, its other names, its capital, and the demonym of its people."""

    name: str
    aliases: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    demonym: str = ""


class Place(msgspec.Struct, frozen=True):
    """A place and what kind of place it is."""

    name: str
    label: Label
    kind: str


class TypeWord(msgspec.Struct, frozen=True):
    """The head of longer names, as a bare nominative."""

    stem: str
    label: Label
    kind: str


class Organization(msgspec.Struct, frozen=True):
    """A body under its usual name, with acronyms and second names."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""


class KnownEvent(msgspec.Struct, frozen=True):
    """A holiday, war, competition or meeting."""

    name: str
    kind: str


class Entry(msgspec.Struct, frozen=True):
    """A row of a lexicon of one column."""

    name: str


class LegalForm(msgspec.Struct, frozen=True):
    """A legal form such as ``ASC``."""

    form: str


class PersonTitle(msgspec.Struct, frozen=True):
    """A position, rank, occupation or honour, in lower case.

    Its *head* is what the holder goes by, by default the title.
    """

    stem: str
    class_: str = msgspec.field(name="class")
    head: str = ""


class StopWord(msgspec.Struct, frozen=True):
    """A common word that is also a name."""

    word: str
    why: str


class NameTail(msgspec.Struct, frozen=True):
    """A last word that tells a name's label."""

    tail: str
    label: Label


class LongName(NamedTuple):
    """A name of several words found in a text, as token indices."""

    start: int
    end: int
    flag: str


def _entries() -> Iterator[tuple[str, str]]:
    """Every lexicon name with its flag."""
    for given in read_lexicon("given_names", GivenName):
        yield given.name, f"given.{given.gender}"
    for surname in read_lexicon("surnames", GivenName):
        yield surname.name, f"surname.{surname.gender}"
    for country in read_lexicon("countries", Country):
        yield country.name, "GPE.country"
        yield from ((alias, "GPE.country") for alias in country.aliases)
        yield from ((city, "GPE.capital") for city in country.capital)
    for place in read_lexicon("places", Place):
        yield place.name, f"{place.label}.{place.kind}"
    for body in read_lexicon("organizations", Organization):
        yield body.name, f"ORG.{body.kind}"
        yield from ((alias, f"ORG.{body.kind}") for alias in body.aliases)
    for outlet in read_lexicon("outlets", Entry):
        yield outlet.name, "ORG.outlet"
    for event in read_lexicon("events", KnownEvent):
        yield event.name, f"EVENT.{event.kind}"
    for work in read_lexicon("works", Entry):
        yield work.name, "WORK.title"


@cache
def name_flags() -> dict[str, tuple[str, ...]]:
    """Single words in lower case with their flags: names, type words, titles, legal forms."""
    flags: dict[str, list[str]] = {}
    for name, flag in _entries():
        if " " not in name:
            flags.setdefault(lower(name), []).append(flag)
    for word in read_lexicon("type_words", TypeWord):
        flags.setdefault(word.stem, []).append(f"type.{word.label}")
    for form in read_lexicon("legal_forms", LegalForm):
        flags.setdefault(lower(form.form), []).append("legal")
    for title in read_lexicon("titles", PersonTitle):
        flags.setdefault(title.stem, []).append("title")
    for country in read_lexicon("countries", Country):
        flags.setdefault(country.demonym, []).append("demonym")
    return {word: tuple(dict.fromkeys(found)) for word, found in flags.items()}


@cache
def _long_names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Names of several words by their first word, the longest first.

    A hyphen before a capital is a word of its own, as it is a token: ``Cənub-Şərqi Asiya``.
    """
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, flag in _entries():
        words = tuple(lower(_CAPITAL_AFTER_HYPHEN.sub(" - ", name)).split())
        if len(words) > 1:
            index.setdefault(words[0], []).append((words, flag))
    for names in index.values():
        names.sort(key=lambda item: -len(item[0]))
    return index


def heads_of(modifiers: str) -> frozenset[str]:
    """The last words of the lexicon names that begin with *modifiers*, in lower case.

    >>> heads_of("milli")
    frozenset({'məclis'})
    """
    return _heads().get(modifiers, frozenset())


@cache
def _heads() -> dict[str, frozenset[str]]:
    heads: dict[str, set[str]] = {}
    for name, _ in _entries():
        modifiers, space, head = lower(name).rpartition(" ")
        if space:
            heads.setdefault(modifiers, set()).add(head)
    return {modifiers: frozenset(found) for modifiers, found in heads.items()}


@cache
def acronyms() -> frozenset[str]:
    """Lexicon names that are written in capitals: ``ABŞ``, ``BƏƏ``, ``SOCAR``."""
    return frozenset(name for name, _ in _entries() if is_all_caps(name))


@cache
def name_tails() -> dict[str, Label]:
    """Last words that tell a name's label: ``TV``, ``İA``."""
    return {row.tail: row.label for row in read_lexicon("name_tails", NameTail)}


@cache
def surname_endings() -> tuple[SurnameEnding, ...]:
    """The endings of surnames, the longest first."""
    rows = read_lexicon("surname_endings", SurnameEnding)
    return tuple(sorted(rows, key=lambda row: -len(row.ending)))


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> tuple[str, ...]:
    """The word in lower case and, after it, its stem candidates without case endings.

    >>> stems("Bakıda")[:2]
    ('bakıda', 'bakı')
    """
    found = [lower(analysis.stem) for analysis in analyze(word)]
    return tuple(dict.fromkeys([lower(word), *found]))


@lru_cache(maxsize=1 << 16)
def flags_of(word: str) -> tuple[str, ...]:
    """What the lexicons say about a word in any of its forms.

    >>> flags_of("Azərbaycanda")
    ('GPE.country',)
    """
    known = name_flags()
    for stem in stems(word):
        if stem in known:
            return known[stem]
    return ()


def find_long_names(words: Sequence[str], folded: Sequence[str]) -> Iterator[LongName]:
    """Names of several words, the longest at each place; *folded* are the words in lower case."""
    index = _long_names()
    for start, first in enumerate(folded):
        if first not in index or not words[start][:1].isupper():
            continue
        for name, flag in index[first]:
            last = start + len(name) - 1
            inner = last < len(words) and tuple(folded[start + 1 : last]) == name[1:-1]
            if inner and name[-1] in stems(words[last]):
                yield LongName(start, last + 1, flag)
                break
