"""One record for each person, title and body, at its first statement."""

from __future__ import annotations

from collections.abc import Iterable

from azmedia_nlp.annotations import Role
from azmedia_nlp.spans import in_order


def drop_repeated(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Drop what says nothing new: the same title of the same person, its owner known or unsaid."""
    kept: list[Role] = []
    for role in in_order(roles):
        if not any(_says_as_much(earlier, role) for earlier in kept):
            kept.append(role)
    return tuple(kept)


def _says_as_much(earlier: Role, role: Role) -> bool:
    if earlier.person != role.person or earlier.title.lemma != role.title.lemma:
        return False
    same = (earlier.organization, earlier.place) == (role.organization, role.place)
    unsaid = role.organization is None and role.place is None
    return same or unsaid
