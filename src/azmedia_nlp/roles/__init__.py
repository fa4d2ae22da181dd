"""Roles: who holds which position where."""

from azmedia_nlp.annotations import Entity, Mention, Role, Segmentation
from azmedia_nlp.roles.finders.after_name import find_after_name
from azmedia_nlp.roles.finders.before_name import find_before_name
from azmedia_nlp.roles.finders.predicates import find_predicates
from azmedia_nlp.roles.page import read_page
from azmedia_nlp.roles.proposals import to_role
from azmedia_nlp.roles.refiners import refine

__all__ = ["find_roles"]

FINDERS = (find_before_name, find_after_name, find_predicates)


def find_roles(
    segmentation: Segmentation, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]
) -> tuple[Role, ...]:
    """The positions that a segmented text gives to the persons it names."""
    page = read_page(segmentation, mentions, entities)
    proposals = refine(proposal for find in FINDERS for proposal in find(page))
    return tuple(to_role(page, proposal) for proposal in proposals)
