"""Names: mentions with their nominative, and the entities they share."""

from azmedia_nlp.annotations import Entity, Mention, Segmentation, TimeExpression


def find_mentions(
    segmentation: Segmentation, times: tuple[TimeExpression, ...]
) -> tuple[Mention, ...]:
    """The names of a segmented text, in order; entities are not assigned yet."""
    return ()


def link_mentions(
    mentions: tuple[Mention, ...],
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Give mentions of the same thing one entity under the article's fullest name."""
    return (), ()
