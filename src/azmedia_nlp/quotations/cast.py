"""Everybody an article names, as the resolver of speakers looks for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Entity, Mention, Role
from azmedia_nlp.morphology import analyze
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.scene import Speaker
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.subjects import ACTIVE, Subject, find_subject
from azmedia_nlp.quotations.views import View

_TITLE_REACH: Final = 8
_MEMORY: Final = 64  # names that a later noun may mean


class Titled(msgspec.Struct, frozen=True):
    """A person where the text names them, with the words of the title before the name."""

    item: int
    entity: str
    words: frozenset[str]
    owners: frozenset[str] = frozenset()


class Body(msgspec.Struct, frozen=True):
    """A body where the text names it, with the last words of its names."""

    item: int
    mention: Mention
    heads: tuple[str, str]


class Cast(msgspec.Struct, frozen=True):
    """Persons with their titles, bodies with their heads, in text order.

    *told* marks the tokens inside what others said: who is named there is no subject here.
    """

    page: Page
    views: tuple[View, ...]
    labels: dict[str, str]
    persons: tuple[Titled, ...]
    bodies: tuple[Body, ...]
    outlets: tuple[Mention, ...]
    told: bytearray

    def persons_before(self, item: int) -> tuple[Titled, ...]:
        """The persons that the text names before a token, the last ones."""
        behind = bisect_left(self.persons, item, key=lambda person: person.item)
        return self.persons[max(0, behind - _MEMORY) : behind]

    def bodies_before(self, item: int) -> tuple[Body, ...]:
        """The bodies that the text names before a token, the last ones."""
        behind = bisect_left(self.bodies, item, key=lambda body: body.item)
        return self.bodies[max(0, behind - _MEMORY) : behind]

    def speaker(self, entity: str) -> Speaker:
        """The entity as a speaker."""
        return Speaker(entity, None, self.is_person(entity))

    def is_person(self, entity: str) -> bool:
        """Whether the entity of that id is a person."""
        return self.labels.get(entity) == "PER"

    def subject_of_frame(self, number: int) -> Subject | None:
        """The subject of a frame, outside what others say in it and behind its credit."""
        view = self.views[number]
        items = [item for item in view.items[view.low :] if not self.told[item]]
        return find_subject(self.page, items, ACTIVE, near=True)


def assemble(
    page: Page,
    views: tuple[View, ...],
    entities: tuple[Entity, ...],
    roles: tuple[Role, ...],
    statements: Sequence[Statement],
) -> Cast:
    """Collect the persons and bodies of a page with what they are called."""
    named = [
        (item, mention)
        for item, index in enumerate(page.mention_at)
        if index >= 0 and (mention := page.starts_mention(item)) is not None
    ]
    names = {entity.id: entity.name for entity in entities}
    labels: dict[str, str] = {entity.id: entity.label for entity in entities}
    persons = [*_titled(page, named), *_appointed(named, roles)]
    bodies = tuple(
        Body(item, mention, (_head(mention.name), _head(names.get(mention.entity, ""))))
        for item, mention in named
        if mention.label == "ORG" and not is_outlet(page, mention)
    )
    outlets = tuple(mention for _, mention in named if is_outlet(page, mention))
    ordered = tuple(sorted(persons, key=lambda person: person.item))
    return Cast(page, views, labels, ordered, bodies, outlets, _told(page, statements))


def _titled(page: Page, named: Sequence[tuple[int, Mention]]) -> Iterator[Titled]:
    for item, mention in named:
        if mention.label == "PER":
            title = tuple(_title_items(page, item))
            indices = {page.mention_at[before] for before in title} - {-1}
            owners = frozenset(page.mentions[index].entity for index in indices)
            words = frozenset(page.words[before] for before in title)
            yield Titled(item, mention.entity, words, owners)


def _title_items(page: Page, item: int) -> Iterator[int]:
    """The tokens before a name, back to the sentence's start or another person."""
    for before in range(item - 1, max(-1, item - 1 - _TITLE_REACH), -1):
        word = page.words[before]
        index = page.mention_at[before]
        other = index >= 0 and page.mentions[index].label == "PER"
        if other or page.is_stop(before) or word in ":;":
            return
        if "\n" in page.text[page.tokens[before].end : page.tokens[before + 1].start]:
            return
        yield before


def _appointed(named: Sequence[tuple[int, Mention]], roles: Sequence[Role]) -> Iterator[Titled]:
    first = {mention.entity: item for item, mention in reversed(named)}
    for role in roles:
        words = frozenset(lower(role.title.text).split()) | {lower(role.title.lemma)}
        inside = (item for item, mention in named if mention.start >= role.start)
        yield Titled(next(inside, first.get(role.person, 0)), role.person, words)


def _head(name: str) -> str:
    words = lower(name).split()
    return words[-1].strip('”»“«"') if words else ""


def _told(page: Page, statements: Sequence[Statement]) -> bytearray:
    flags = bytearray(len(page.tokens))
    for statement in statements:
        first = bisect_left(page.starts, statement.start)
        last = bisect_left(page.starts, statement.end, first)
        flags[first:last] = b"\1" * (last - first)
    return flags


def same_noun(noun: str, word: str) -> bool:
    """Whether *word* is *noun* with at most a possessive and a case.

    >>> same_noun("nazir", "naziri"), same_noun("nazirlik", "nazirliyi"), same_noun("mer", "merkel")
    (True, True, False)
    """
    stem = noun[:-1] if noun[-1:] in ("k", "q") else noun
    if not word.startswith(stem) or len(word) - len(noun) > 4:
        return False
    return word == noun or any(item.stem == noun for item in analyze(word))


def bare_stem(word: str) -> str:
    """The shortest stem of a word that is longer than two letters: *bankın* → *bank*."""
    stems = (item.stem for item in analyze(word) if len(item.stem) > 2)
    return min(stems, key=len, default=word)
