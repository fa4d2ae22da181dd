"""Who holds a position that a verb gives: the subject, the object or the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from azmedia_nlp.roles.owners import Owner
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.predication import Predicate
from azmedia_nlp.roles.titles import TitlePhrase
from azmedia_nlp.roles.vocabulary import coordinates, joiners

_MOST_COORDINATED: Final = 8


def find_holders(
    page: Page, phrase: TitlePhrase, owner: Owner, predicate: Predicate
) -> Iterator[Placed]:
    """The persons whom the predicate gives the title.

    In the sentence: the object of an appointment, else the nearest subject before the title,
    with those coordinated to it under a plural verb; else the person of the sentence before.
    """
    first = page.first_of_sentence(phrase.first)
    before = page.persons_between(first, phrase.first)
    objects = [item for item in before if predicate.kind == "given" and _is_object(item)]
    subjects = [item for item in before if not item.ending]
    if objects:
        yield objects[-1]
    elif subjects and not predicate.is_active:
        yield subjects[-1]
        paired = next(find_paired(page, subjects[-1]), None) is not None
        if (predicate.is_plural or phrase.head.plural) and not paired:
            yield from _coordinated(page, subjects)
    elif not before and owner.is_named:
        yield from _person_before(page, first)


def _coordinated(page: Page, subjects: list[Placed]) -> Iterator[Placed]:
    """*Y-nin hakimi A və Z-nin sədri B təyin ediliblər*: those whom a comma or *və* follows."""
    for subject in subjects[-_MOST_COORDINATED:-1]:
        if coordinates(page.words[subject.last]):
            yield subject


def find_paired(page: Page, holder: Placed) -> Iterator[tuple[Placed, Placed]]:
    """*A X-in, B isə Y-nin …*: from B, the pair A and X, and so on to the left."""
    item = holder.first - 1
    while item > 0 and coordinates(page.words[item]):
        body = page.mention_at(item - 1)
        if body is None or body.mention.label != "ORG" or not body.is_genitive:
            return
        person = page.mention_at(_skip_particle(page, body.first - 1))
        if person is None or person.mention.label != "PER":
            return
        yield person, body
        item = person.first - 1


def _skip_particle(page: Page, item: int) -> int:
    return item - 1 if item > 0 and page.words[item] in joiners("particle") else item


def _is_object(placed: Placed) -> bool:
    return placed.is_accusative or placed.is_dative


def _person_before(page: Page, first: int) -> Iterator[Placed]:
    """Whom a sentence goes on about that names nobody: the subject of the one before it."""
    floor = page.first_of_sentence(max(0, first - 1))
    near = [item for item in page.persons_between(floor, first) if not item.ending]
    if near:
        yield near[0]
    elif page.words[first] in joiners("pronoun"):
        named = page.persons_between(0, first)
        yield from [item for item in named if not item.ending][-1:]
