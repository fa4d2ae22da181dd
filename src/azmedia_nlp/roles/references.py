"""What a common noun stands for: *Agentliyin*, *ölkənin*, *şəhərin*, *uşaq evinin*."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice
from typing import Final

import regex

from azmedia_nlp.annotations import Entity
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.gazetteer import Country, Entry, Organization
from azmedia_nlp.roles.page import REACH, Page, Placed
from azmedia_nlp.roles.vocabulary import fold, organs

BODIES: Final = ("ORG", "FAC")
_NETWORK: Final = "social_network"
_MARKS: Final = regex.compile(r"[\"“”„«»]")


def resolve(page: Page, noun: str, before: int) -> Entity | None:
    """The entity that *noun* means at token *before*: the one of its kind named last.

    A noun of no known kind means a body whose name ends in it: *metropoliten*.
    """
    kind = organs().get(noun, "body")
    for placed in page.before(before):
        if _can_mean(page, placed, noun, kind):
            return page.entities.get(placed.mention.entity)
    return None


def body_in_view(page: Page, nouns: tuple[str, ...], before: int) -> Entity | None:
    """The body named last before token *before*, of those called by one of *nouns* if any."""
    for placed in page.before(before):
        if placed.mention.label != "ORG" or is_outlet(page, placed):
            continue
        if not nouns or any(is_called(page, placed, noun) for noun in nouns):
            return page.entities.get(placed.mention.entity)
    return None


def home(page: Page) -> Entity | None:
    """The country that *konsulumuz* and *ölkəmiz* mean: ours, if the text names it."""
    names = {noun for noun, kind in organs().items() if kind == "home"}
    for entity in islice(page.entities.values(), REACH):
        if entity.label == "GPE" and names.intersection(map(fold, (entity.name, *entity.aliases))):
            return entity
    return None


def _can_mean(page: Page, placed: Placed, noun: str, kind: str) -> bool:
    label = placed.mention.label
    if kind == "country":
        return label == "GPE" and any(name in countries() for name in _names(page, placed))
    if kind == "settlement":
        return label == "GPE" and is_called(page, placed, noun)
    if label not in BODIES:
        return False
    return is_called(page, placed, noun) or (
        kind == "firm" and label == "ORG" and not is_outlet(page, placed)
    )


def is_called(page: Page, placed: Placed, noun: str) -> bool:
    """Whether a name ends in *noun*, or *noun* stands behind it: *"Neftçala Balıq" zavodu*."""
    if any(_ends_in(name, noun) for name in _names(page, placed)):
        return True
    return placed.last < len(page.words) and _is_form(page.words[placed.last], noun)


def is_outlet(page: Page, placed: Placed) -> bool:
    """Whether the mention is of an outlet or network: a source, hardly what *şirkət* means."""
    return any(name in outlets() or name.endswith(".az") for name in _names(page, placed))


def _names(page: Page, placed: Placed) -> tuple[str, ...]:
    entity = page.entities.get(placed.mention.entity)
    names = (placed.mention.name,) if entity is None else (entity.name, *entity.aliases)
    return tuple(part for name in names for part in _quoted_parts(name))


@lru_cache(maxsize=1 << 12)
def _quoted_parts(name: str) -> tuple[str, ...]:
    """A name and the part of it in quotation marks: *“Yuxarı Karvansara” mehmanxanası*."""
    parts = (part.strip() for part in _MARKS.split(name))
    return tuple(dict.fromkeys((fold(name), *(fold(part) for part in parts if part))))


@lru_cache(maxsize=1 << 12)
def _ends_in(name: str, noun: str) -> bool:
    *before, last = noun.split()
    words = name.split()
    if len(words) <= len(before) or words[-len(before) - 1 : -1] != before:
        return False
    return _is_form(words[-1], last)


@lru_cache(maxsize=1 << 12)
def _is_form(word: str, noun: str) -> bool:
    return word[:2] == noun[:2] and any(item.stem == noun for item in analyze(word))


@cache
def countries() -> frozenset[str]:
    """The names of states, in lower case."""
    rows = read_lexicon("countries", Country)
    return frozenset(fold(name) for row in rows for name in (row.name, *row.aliases))


@cache
def outlets() -> frozenset[str]:
    """The names of news outlets and social networks, in lower case."""
    networks = (
        row.name for row in read_lexicon("organizations", Organization) if row.kind == _NETWORK
    )
    named = (row.name for row in read_lexicon("outlets", Entry))
    return frozenset(map(fold, (*named, *networks)))
