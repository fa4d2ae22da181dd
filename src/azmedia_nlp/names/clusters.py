"""Mentions of the same thing get one entity, under the fullest name that the article uses.

Names are first gathered by their nominative; then each *linker* proposes, for a name, the
fuller names that it may stand for. A name with exactly one proposal joins it; where two
persons share a surname, each mention joins the one named last before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final

import msgspec

from azmedia_nlp.alphabet import QUOTATION_MARKS, is_all_caps, lower
from azmedia_nlp.annotations import Entity, Label, Mention, Segmentation
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.gazetteer import Country, Organization, flags_of

_MARKS: Final = str.maketrans(dict.fromkeys(QUOTATION_MARKS))
# The one country whose aliases all go by its acronym, whatever else the article uses.
_BY_ACRONYM: Final = "ABŞ"


class Name(msgspec.Struct, frozen=True):
    """A nominative with its key (lower case, without marks) and where it is mentioned."""

    key: str
    text: str
    label: Label
    mentions: tuple[int, ...]

    @property
    def words(self) -> list[str]:
        """The words of the key; initials are words of one letter and a stop."""
        return self.key.replace(".", ". ").replace("-", " ").split()


def link_mentions(
    mentions: Sequence[Mention], segmentation: Segmentation
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Give mentions of the same thing one entity, numbered in text order: e1, e2 …"""
    names = _names(mentions)
    parents = _Links(names, mentions, segmentation).parents()
    roots = [parents[index] for index in range(len(mentions))]
    numbers = {root: f"e{number}" for number, root in enumerate(dict.fromkeys(roots), 1)}
    linked = tuple(
        msgspec.structs.replace(mention, entity=numbers[root])
        for mention, root in zip(mentions, roots, strict=True)
    )
    return linked, tuple(_entities(linked))


def _names(mentions: Sequence[Mention]) -> list[Name]:
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        places[_key(mention.name), mention.label == "PER"].append(index)
    return [
        Name(
            key,
            mentions[at[0]].name,
            Counter(mentions[index].label for index in at).most_common(1)[0][0],
            tuple(at),
        )
        for (key, _), at in places.items()
    ]


def _key(name: str) -> str:
    return " ".join(lower(name).translate(_MARKS).split())


def _entities(mentions: Sequence[Mention]) -> Iterator[Entity]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.entity].append(mention)
    for number, group in groups.items():
        names = list(dict.fromkeys(mention.name for mention in group))
        fullest = _fullest(names)
        label = Counter(mention.label for mention in group).most_common(1)[0][0]
        aliases = tuple(name for name in names if name != fullest)
        yield Entity(number, label, fullest, aliases)


def _fullest(names: Sequence[str]) -> str:
    if any(_country_of(_key(name)) == _BY_ACRONYM for name in names):
        return _BY_ACRONYM

    def fullness(name: str) -> tuple[bool, int, bool, int]:
        return not is_all_caps(name), len(name.split()), not name.isupper(), len(name)

    return max(names, key=fullness)


class _Links:
    """The names of an article with the indexes that linkers look into."""

    def __init__(
        self, names: Sequence[Name], mentions: Sequence[Mention], segmentation: Segmentation
    ) -> None:
        self.names = names
        self.mentions = mentions
        self.text = segmentation.text
        self.by_word: dict[tuple[str, bool], list[Name]] = defaultdict(list)
        for name in names:
            for word in set(name.words):
                self.by_word[word, name.label == "PER"].append(name)
        self.persons = [name for name in names if name.label == "PER"]
        self.explained = dict(self._explained())

    def parents(self) -> dict[int, int]:
        """For each mention the first mention of the fullest name that it stands for."""
        chosen = {name.key + "|" * (name.label == "PER"): self._fuller(name) for name in self.names}
        parents: dict[int, int] = {}
        for name in self.names:
            for index in name.mentions:
                parents[index] = self._root(name, index, chosen)
        return parents

    def _root(self, name: Name, index: int, chosen: dict[str, list[Name]]) -> int:
        seen = {name.key}
        while True:
            fuller = chosen[name.key + "|" * (name.label == "PER")]
            best = _last_before(fuller, index)
            if best is None or best.key in seen:
                return name.mentions[0]
            seen.add(best.key)
            name = best

    def _fuller(self, name: Name) -> list[Name]:
        for linker in LINKERS:
            found = [other for other in linker(name, self) if other.key != name.key]
            if found:
                return found
        return []

    def _explained(self) -> Iterator[tuple[str, Name]]:
        """Acronyms in brackets right behind a name, with that name."""
        owners = {index: name for name in self.names for index in name.mentions}
        for index in range(1, len(self.mentions)):
            left, right = self.mentions[index - 1], self.mentions[index]
            between = self.text[left.end : right.start].strip(" " + "".join(QUOTATION_MARKS))
            same = (left.label == "PER") == (right.label == "PER")
            if between.endswith("(") and len(between) < 6 and same and is_all_caps(right.name):
                yield owners[index].key, owners[index - 1]


def _last_before(names: Sequence[Name], index: int) -> Name | None:
    """The name mentioned last before a mention, else the one mentioned first."""
    if len(names) < 2:
        return names[0] if names else None

    def recency(name: Name) -> tuple[int, int]:
        before = [at for at in name.mentions if at < index]
        return (1, before[-1]) if before else (0, -name.mentions[0])

    return max(names, key=recency)


def explained_acronym(name: Name, links: _Links) -> Iterable[Name]:
    """``Daxili İşlər Nazirliyi (DİN)``: brackets say it."""
    found = links.explained.get(name.key)
    return [found] if found is not None else []


def fuller_person(name: Name, links: _Links) -> list[Name]:
    """``Putin``, ``V.Putin`` → ``Vladimir Putin``; ``Zəfər`` → ``Zəfər Ağamməd oğlu``."""
    if name.label != "PER":
        return []
    words = name.words
    candidates = links.persons if words[-1].endswith(".") else links.by_word[words[-1], True]
    return [
        other
        for other in candidates
        if _abbreviates(words, other.words)
    ]


def _initials(words: Sequence[str]) -> int:
    return sum(word.endswith(".") for word in words)


def _abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether *short* is *full* with words left out or cut to initials, in order."""
    if _initials(full) and len(short) >= len(full):
        return False
    at = 0
    for word in short:
        while at < len(full) and not _same_word(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return list(short) != list(full)


def _same_word(short: str, full: str) -> bool:
    if short.endswith("."):
        return full.startswith(short[:-1]) and not full.endswith(".")
    return short == full


def initials_of_body(name: Name, links: _Links) -> list[Name]:
    """``DİN`` → ``Daxili İşlər Nazirliyi``: the initials of its words, *və* left out or not."""
    if name.label not in ("ORG", "GPE") or " " in name.key or not is_all_caps(name.text):
        return []
    return [
        other
        for other in links.names
        if other.label in ("ORG", "GPE") and name.key in _initialisms(other.key)
    ]


@cache
def _initialisms(key: str) -> frozenset[str]:
    words = key.replace("-", " ").split()
    if len(words) < 2:
        return frozenset()
    content = [word for word in words if word not in ("və", "üzrə")]
    return frozenset("".join(word[0] for word in group) for group in (words, content))


def shorter_body(name: Name, links: _Links) -> list[Name]:
    """``Report`` → ``Report İnformasiya Agentliyi``, ``Report İA`` → the same, ``Xabar`` →
    ``"Xabar" Agentliyi``, ``Nazirlər Kabineti`` → ``Azərbaycan Respublikası Nazirlər Kabineti``.
    """
    if name.label == "PER":
        return []
    words = name.words
    heads = links.by_word.get((words[0], False), [])
    return [
        other
        for other in heads
        if other.label == name.label and _shortens(words, other.words, acronym=name.text.isupper())
    ]


def _shortens(words: Sequence[str], longer: Sequence[str], *, acronym: bool) -> bool:
    if len(longer) <= len(words):
        return _spelled_out(words, longer)
    if longer[: len(words)] == words:
        return not acronym and _is_head(longer[-1])
    before = longer[-len(words) - 1]
    tail = longer[-len(words) :]
    if len(words) > 1 and tail[:-1] == words[:-1] and before not in ("və", "üzrə"):
        return _same_head(words[-1], tail[-1])
    return _spelled_out(words, longer)


@cache
def _same_head(short: str, full: str) -> bool:
    """Equal, or bare and with the possessive of the compound: ``bank`` ~ ``bankı``."""
    bare = any(item.stem == short and item.possessive == "3" for item in analyze(full))
    return short == full or bare


def _spelled_out(words: Sequence[str], longer: Sequence[str]) -> bool:
    """``report ia`` ↔ ``report informasiya agentliyi``: the last word holds the initials."""
    if len(words) < 2 or list(longer[: len(words) - 1]) != list(words[:-1]):
        return False
    rest = longer[len(words) - 1 :]
    return len(rest) > 1 and words[-1] == "".join(word[0] for word in rest)


@cache
def _is_head(word: str) -> bool:
    return any(flag.startswith("type.") or flag == "legal" for flag in flags_of(word))


def known_alias(name: Name, links: _Links) -> list[Name]:
    """Names that the lexicons give to one state or body: ``Rusiya`` = ``Rusiya Federasiyası``."""
    group = _group_of(name.key)
    if group is None or name.label == "PER":
        return []
    others = [other for other in links.names if _group_of(other.key) == group]
    best = _fullest([other.text for other in others])
    return [other for other in others if other.text == best]


@cache
def _country_of(key: str) -> str | None:
    return _countries().get(key)


@cache
def _countries() -> dict[str, str]:
    return {
        _key(alias): country.name
        for country in read_lexicon("countries", Country)
        for alias in (country.name, *country.aliases)
    }


@cache
def _group_of(key: str) -> str | None:
    return _countries().get(key) or _bodies().get(key)


@cache
def _bodies() -> dict[str, str]:
    return {
        _key(alias): body.name
        for body in read_lexicon("organizations", Organization)
        for alias in (body.name, *body.aliases)
        if body.aliases
    }


LINKERS: Final[tuple[Callable[[Name, _Links], Iterable[Name]], ...]] = (
    explained_acronym,
    known_alias,
    fuller_person,
    shorter_body,
    initials_of_body,
)
