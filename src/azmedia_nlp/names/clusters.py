"""From mentions to entities: which names of an article mean the same thing.

Equal names are one entity. Then people are linked by surname, and everything else by
acronyms, by the type words that one form has and the other lacks, by the lexicon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.annotations import Entity, Mention, Segmentation
from azmedia_nlp.names.aliases import going_name, known_alias
from azmedia_nlp.names.keys import Key, key_of, without_marks
from azmedia_nlp.names.likeness import find_likeness
from azmedia_nlp.names.people import PersonIndex


class Links:
    """Disjoint sets of keys: a forest in which every key leads to its set's first key."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._parents = {key: key for key in keys}

    def root(self, key: Key) -> Key:
        """The key that stands for the set."""
        while self._parents[key] != key:
            self._parents[key] = self._parents[self._parents[key]]
            key = self._parents[key]
        return key

    def join(self, left: Key, right: Key) -> None:
        """Make two sets one."""
        self._parents[self.root(right)] = self.root(left)


def link_mentions(
    mentions: Sequence[Mention], segmentation: Segmentation
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Give mentions of the same thing one entity under the article's fullest name.

    Mentions are in text order; the entities are numbered in the order of first mention.

    >>> from azmedia_nlp.segmentation import segment
    >>> text = "Aysel Rzalı gəldi. Rzalı danışdı."
    >>> first = Mention(0, 11, "Aysel Rzalı", label="PER", name="Aysel Rzalı")
    >>> second = Mention(19, 24, "Rzalı", label="PER", name="Rzalı")
    >>> link_mentions([first, second], segment(text))[1]
    (Entity(id='e1', label='PER', name='Aysel Rzalı', aliases=('Rzalı',)),)
    """
    keys = _resolved_keys(mentions)
    links = Links(keys)
    things = dict(zip(keys, mentions, strict=True))
    for left, right in find_likeness(mentions, keys, segmentation.text):
        links.join(left, right)
    _join_known(things, links)
    roots = [links.root(key) for key in keys]
    ids = {root: f"e{number}" for number, root in enumerate(dict.fromkeys(roots), start=1)}
    linked = tuple(
        msgspec.structs.replace(mention, entity=ids[root])
        for mention, root in zip(mentions, roots, strict=True)
    )
    return linked, _entities(linked)


def _resolved_keys(mentions: Sequence[Mention]) -> list[Key]:
    """The keys of the mentions; a surname has the key of the person whom it means."""
    people = PersonIndex(mention.name for mention in mentions if mention.label == "PER")
    keys = []
    for mention in mentions:
        name = people.resolve(mention.name) if mention.label == "PER" else None
        keys.append(Key("PER", lower(name)) if name else key_of(mention))
    return keys


def _join_known(things: dict[Key, Mention], links: Links) -> None:
    """Join what the lexicon gives one name: ``ÜST`` and ``Ümumdünya Səhiyyə Təşkilatı``."""
    seen: dict[str, Key] = {}
    for key in things:
        alias = known_alias(key.name) if key.family != "PER" else None
        if alias is not None:
            links.join(seen.setdefault(alias, key), key)


def _entities(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    members: dict[str, list[Mention]] = {}
    for mention in mentions:
        members.setdefault(mention.entity, []).append(mention)
    return tuple(_entity(key, group) for key, group in members.items())


def _entity(key: str, group: list[Mention]) -> Entity:
    if len(group) == 1:
        label, names = group[0].label, Counter([group[0].name])
    else:
        labels = Counter([mention.label for mention in group])
        label = max(labels, key=labels.__getitem__)
        names = Counter([mention.name for mention in group])
    name = max(names, key=lambda item: _fullness(item, names))
    going = going_name(lower(name)) if label == "GPE" else None
    chosen = going or name
    return Entity(key, label, chosen, tuple(item for item in names if item != chosen))


def _fullness(name: str, names: Counter[str]) -> tuple[bool, int, int]:
    """Prefer what is not shouted, then the longest, then the commonest."""
    bare = without_marks(name)
    shouted = is_all_caps(bare) and any(
        lower(other) == lower(name) for other in names if other != name
    )
    return not shouted, len(bare), names[name]
