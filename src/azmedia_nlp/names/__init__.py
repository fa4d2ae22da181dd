"""Names: mentions with their nominative, and the entities they share."""

import msgspec

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
    fullest: dict[str, str] = {}
    for mention in mentions:
        longer = [other.name for other in mentions if other.name.endswith(" " + mention.name)]
        fullest[mention.name] = max(longer, key=len, default=mention.name)
    ids = {name: f"e{number}" for number, name in enumerate(dict.fromkeys(fullest.values()), 1)}
    linked = tuple(
        msgspec.structs.replace(mention, entity=ids[fullest[mention.name]]) for mention in mentions
    )
    labels = {mention.entity: mention.label for mention in reversed(linked)}
    return linked, tuple(Entity(key, labels[key], name) for name, key in ids.items())
