"""Who stands in an article: entities with their keys, initials, roles and statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from azmedia_nlp.alphabet import upper
from azmedia_nlp.annotations import Article, Entity, Mention, Quotation, Role, TimeExpression


class Figure(NamedTuple):
    """An entity of an article with all that the page tells of it."""

    key: str
    entity: Entity
    initials: str
    roles: tuple[Role, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """Sort key: who is quoted most, then who is named most."""
        return -len(self.quotations), -len(self.mentions)


class Cast(NamedTuple):
    """The figures of one article by entity id, and the keys of statements and times.

    Keys name elements of the page. They are numbered here and never made of what an
    article holds.
    """

    published: str | None
    figures: dict[str, Figure]
    quotation_keys: dict[Quotation, str]
    time_keys: dict[TimeExpression, str]

    def figure(self, entity_id: str | None) -> Figure | None:
        """The figure of an entity's id."""
        return self.figures.get(entity_id or "")

    def name(self, entity_id: str | None) -> str:
        """The name of an entity, or nothing."""
        figure = self.figure(entity_id)
        return figure.entity.name if figure else ""

    def of(self, *labels: str) -> list[Figure]:
        """The figures of these labels, who is quoted most in front."""
        chosen = (figure for figure in self.figures.values() if figure.entity.label in labels)
        return sorted(chosen, key=attrgetter("rank"))


def cast_of(article: Article, prefix: str = "") -> Cast:
    """Gather who stands in an article; *prefix* keeps the keys of several on one page apart."""
    roles = _grouped(article.roles, "person")
    quotations = _grouped(article.quotations, "speaker")
    mentions = _grouped(article.mentions, "entity")
    letters = _initials([entity.name for entity in article.entities])
    figures = {
        entity.id: Figure(
            f"{prefix}e{number}",
            entity,
            letters[number - 1],
            tuple(roles[entity.id]),
            tuple(quotations[entity.id]),
            tuple(mentions[entity.id]),
        )
        for number, entity in enumerate(article.entities, start=1)
    }
    return Cast(
        article.published,
        figures,
        {said: f"{prefix}q{number}" for number, said in enumerate(article.quotations, start=1)},
        {time: f"{prefix}t{number}" for number, time in enumerate(article.times, start=1)},
    )


def _grouped(items: Iterable[Any], end: str) -> defaultdict[str, list[Any]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for item in items:
        groups[getattr(item, end)].append(item)
    return groups


def _initials(names: Iterable[str]) -> list[str]:
    """Two letters each; who shares them with somebody before gets a number."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        letters = initials(name)
        seen[letters] += 1
        found.append(letters if seen[letters] == 1 else f"{letters}{seen[letters]}")
    return found


def initials(name: str) -> str:
    """The first letters of a name's first and last word.

    >>> initials("İlham Qaratağlı"), initials("“Xabar” Agentliyi"), initials("—")
    ('İQ', 'XA', '?')
    """
    letters = [next((sign for sign in word if sign.isalpha()), "") for word in name.split()]
    found = [letter for letter in letters if letter]
    return upper("".join(found[:1] + found[1:][-1:])) or "?"
