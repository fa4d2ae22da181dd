"""Roles: who holds which position where."""

from __future__ import annotations

from azmedia_nlp.annotations import Entity, Mention, Role, Segmentation
from azmedia_nlp.roles.finders.after_name import find_after_name
from azmedia_nlp.roles.finders.before_name import find_before_name
from azmedia_nlp.roles.finders.predicates import find_predicates
from azmedia_nlp.roles.reading import Reading
from azmedia_nlp.roles.refiners import drop_repeated

__all__ = ["find_roles"]

FINDERS = (find_before_name, find_after_name, find_predicates)


def find_roles(
    segmentation: Segmentation, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]
) -> tuple[Role, ...]:
    """The positions that a segmented text gives to the persons it names, in text order."""
    reading = Reading(segmentation, mentions, entities)
    return drop_repeated(role for find in FINDERS for role in find(reading))
