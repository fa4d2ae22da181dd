"""Persons named by office: *Səfir, BMT rəhbəri, şöbə müdiri*."""

from __future__ import annotations

from collections.abc import Sequence

from azmedia_nlp.quotations.cast import Cast, Titled, bare_stem, same_noun
from azmedia_nlp.quotations.scene import Scene
from azmedia_nlp.quotations.subjects import Subject


def find_holders(cast: Cast, scene: Scene, subject: Subject) -> tuple[str, ...]:
    """The persons named before the noun whose titles are most like it, the last first.

    A title is like the noun by its head, its other words, its owner; who is in force is
    likelier than others. More than one holder: the text does not say which.
    """
    words = [cast.page.words[item] for item in range(subject.first, subject.last)]
    head = subject.noun.noun if subject.noun is not None else words[-1]
    modifiers = [bare_stem(word) for word in words[:-1]]
    scores: dict[str, int] = {}
    for person in reversed(cast.persons_before(subject.first)):
        score = _likeness(person, head, modifiers) + _kinship(person, subject)
        if score and person.entity == scene.speaker.entity:
            score += 1
        if score > scores.get(person.entity, 0):
            scores[person.entity] = score
    best = max(scores.values(), default=0)
    return tuple(entity for entity, score in scores.items() if score == best)


def _likeness(person: Titled, head: str, modifiers: Sequence[str]) -> int:
    """Two points for the head of a title, one for each word before it."""
    points = 2 if any(same_noun(head, word) for word in person.words) else 0
    return points + sum(
        any(same_noun(modifier, word) for word in person.words) for modifier in modifiers
    )


def _kinship(person: Titled, subject: Subject) -> int:
    """For an owner in common (*BMT rəhbəri*, *BMT-nin Baş katibi*), against one that differs."""
    if subject.owner is None or not person.owners:
        return 0
    return 2 if subject.owner.entity in person.owners else -2
