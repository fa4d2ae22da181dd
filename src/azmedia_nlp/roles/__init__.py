"""Roles: who holds which position where."""

from azmedia_nlp.annotations import Entity, Mention, Role, Segmentation


def find_roles(
    segmentation: Segmentation, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]
) -> tuple[Role, ...]:
    """The positions that a segmented text gives to the persons it names."""
    return ()
