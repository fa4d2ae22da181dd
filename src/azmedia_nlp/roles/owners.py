"""Whom a position belongs to: the body, the place served, the host of an envoy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from azmedia_nlp.annotations import Entity
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.references import BODIES, body_in_view, home, resolve
from azmedia_nlp.roles.titles import TitlePhrase
from azmedia_nlp.roles.vocabulary import (
    boards,
    coordinates,
    headed_bodies,
    is_description,
    is_our_country,
    joiners,
    organs,
    read_attribute,
    read_place_noun,
)

_PLACES: Final = ("GPE", "LOC")
_LONGEST_TYPE: Final = 3
_LONGEST_BRACKET: Final = 8
_CLAUSE: Final = 20


class Owner(msgspec.Struct, frozen=True):
    """Entity ids, and the token where the words that name them begin."""

    first: int
    organization: str | None = None
    place: str | None = None
    host: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether anything is known of the owner."""
        return bool(self.organization or self.place or self.host)


def find_owner(page: Page, phrase: TitlePhrase) -> tuple[TitlePhrase, Owner]:
    """The title without its owner's words, and the owner.

    Named bodies stand right before the title, or behind words that describe the person
    (*hazırkı*) or a bracket; common nouns stand for the body of their kind that was named last.
    """
    floor = page.first_of_sentence(phrase.first)
    if phrase.head.ours:
        return phrase, _ours(page, phrase)
    if not phrase.open and phrase.class_ != "diplomacy":
        return phrase, _in_view(page, phrase)
    before = _skip(page, phrase.first - 1, floor, phrase)
    named = page.mention_at(before) if before >= floor else None
    if named is None or named.mention.label == "PER" or _names_country(page, phrase):
        return _by_noun(page, phrase, before, floor)
    if not phrase.open and not named.is_relative:
        return phrase, Owner(phrase.first)
    direct = before == phrase.first - 1 or page.words[phrase.first - 1] == ")"
    return _by_name(page, phrase, named, floor, direct=direct)


def _names_country(page: Page, phrase: TitlePhrase) -> bool:
    """*ölkə Prezidenti*: a title that says itself whom it serves."""
    return phrase.is_compound and organs().get(page.words[phrase.first]) == "country"


def _ours(page: Page, phrase: TitlePhrase) -> Owner:
    """*konsulumuz* serves our country, *liberomuz* our club."""
    country = home(page) if phrase.class_ in ("state", "diplomacy") else None
    return Owner(phrase.first, place=country.id if country else None)


def _in_view(page: Page, phrase: TitlePhrase) -> Owner:
    """*Tədbiri açan rektor*: an office of a body that the text has just named."""
    nouns = headed_bodies().get(phrase.lemma)
    body = body_in_view(page, nouns, phrase.first) if nouns is not None else None
    return Owner(phrase.first, organization=body.id if body else None)


def _skip(page: Page, item: int, floor: int, phrase: TitlePhrase) -> int:
    """Step left over describing words and a bracket."""
    while item >= floor and page.at[item] < 0:
        if page.words[item] == ")":
            opening = _opening(page, item, floor)
            if opening is None:
                return item
            item = opening
        elif phrase.possessor is not None or not _describes(page, item, floor):
            return item
        item -= 1
    return item


def _describes(page: Page, item: int, floor: int) -> bool:
    """*hazırkı*, *ölkədəki*, and *və* between two such words (*ilk və son*)."""
    if is_description(page.words[item]):
        return True
    joins = page.words[item] in joiners("and") and item > floor
    return joins and is_description(page.words[item - 1])


def _opening(page: Page, item: int, floor: int) -> int | None:
    for before in range(item - 1, max(floor, item - _LONGEST_BRACKET) - 1, -1):
        if page.words[before] == "(":
            return before
    return None


def _by_name(
    page: Page, phrase: TitlePhrase, named: Placed, floor: int, *, direct: bool
) -> tuple[TitlePhrase, Owner]:
    if named.is_relative or named.is_locative:
        return phrase, _host(page, phrase, named, floor)
    if not named.is_genitive:
        if named.ending or not direct:
            return phrase, Owner(phrase.first)
        phrase = _without_type(page, phrase)
    owner = _named(named)
    if phrase.class_ == "diplomacy" and _is_at_home(page, named.last, phrase.first):
        country = home(page)
        return phrase, msgspec.structs.replace(owner, host=country.id if country else None)
    return phrase, owner


def _is_at_home(page: Page, first: int, last: int) -> bool:
    """*Litvanın ölkəmizə təyin olunmuş səfiri*: the envoy sits in our country."""
    return any(is_our_country(word) for word in page.words[first:last])


def _named(named: Placed) -> Owner:
    entity = named.mention.entity
    if named.mention.label in BODIES:
        return Owner(named.first, organization=entity)
    if named.mention.label in _PLACES:
        return Owner(named.first, place=entity)
    return Owner(named.first)


def _without_type(page: Page, phrase: TitlePhrase) -> TitlePhrase:
    """*"Siemens" şirkətinin direktoru*: the type word is the name's, not the title's."""
    for item in range(phrase.first, min(phrase.first + _LONGEST_TYPE, phrase.last - 1)):
        attribute = read_attribute(page.words[item])
        if attribute is not None and attribute.possessed and attribute.organ:
            if attribute.organ in organs():
                return phrase.without_first(item + 1 - phrase.first)
            return phrase
    return phrase


def _host(page: Page, phrase: TitlePhrase, host: Placed, floor: int) -> Owner:
    """*Azərbaycanın Qazaxıstandakı səfiri*: who is served stands before where."""
    if host.is_locative and phrase.class_ != "diplomacy":
        return Owner(phrase.first)
    served = page.mention_at(host.first - 1) if host.first > floor else None
    if served is None or not served.is_genitive:
        if phrase.class_ != "diplomacy":
            return Owner(phrase.first)
        return Owner(host.first, host=host.mention.entity)
    owner = _named(served)
    if phrase.class_ != "diplomacy" and owner.place is None:
        return owner
    return msgspec.structs.replace(owner, host=host.mention.entity)


def _by_noun(page: Page, phrase: TitlePhrase, before: int, floor: int) -> tuple[TitlePhrase, Owner]:
    """*Agentliyin sədri*, *komitənin yeni sədri*, *uşaq evinin direktoru*, *komitə sədri*."""
    for noun, cut, first in _nouns(page, phrase, before, floor):
        entity = resolve(page, noun, first)
        if entity is not None:
            return phrase.without_first(cut), _owned_by(entity, first)
    if _is_headship(page, phrase):
        return phrase, _in_view(page, phrase)
    return phrase, _of_sentence(page, phrase, floor)


def _is_headship(page: Page, phrase: TitlePhrase) -> bool:
    """*İdarə Heyətinin sədri*, *şöbə müdiri*: a part of some body is led."""
    first = page.words[phrase.first]
    if phrase.last - phrase.first == 2:
        return organs().get(first) == "body"
    attribute = read_attribute(page.words[phrase.first + 1]) if phrase.is_compound else None
    return attribute is not None and f"{first} {attribute.organ}" in boards()


def _of_sentence(page: Page, phrase: TitlePhrase, floor: int) -> Owner:
    """*MMC-nin kapitalı 500 manatdır və təmsilçisi X-dir*: the owner of the clause before."""
    if page.words[phrase.first - 1] in joiners("and"):
        for item in range(phrase.first - 2, max(floor, phrase.first - _CLAUSE) - 1, -1):
            named = page.mention_at(item)
            if named is not None and (named.mention.label == "PER" or named.is_genitive):
                owner = _named(named)
                return msgspec.structs.replace(owner, first=phrase.first)
    return Owner(phrase.first)


def _nouns(
    page: Page, phrase: TitlePhrase, before: int, floor: int
) -> Iterator[tuple[str, int, int]]:
    """Nouns that may mean the owner, how many words of the title they take, where they begin."""
    first = phrase.first
    if phrase.possessor is not None:
        yield phrase.possessor, 1, first
        return
    if floor <= before < first - 1:
        attribute = read_attribute(page.words[before])
        if attribute is not None and attribute.organ and not attribute.possessed:
            yield attribute.organ, 0, before
    if phrase.last - first > 2:
        attribute = read_attribute(page.words[first + 1])
        if attribute is not None and attribute.organ and attribute.possessed:
            yield f"{page.words[first]} {attribute.organ}", 2, first
    if phrase.last - first > 1 and organs().get(page.words[first]) in ("body", "country"):
        yield page.words[first], 0, first


def _owned_by(entity: Entity, first: int) -> Owner:
    if entity.label in _PLACES:
        return Owner(first, place=entity.id)
    return Owner(first, organization=entity.id)


def find_workplace(page: Page, phrase: TitlePhrase, owner: Owner) -> Owner:
    """*nazirlikdə şöbə müdiri işləyib*, *Gəncəyə prokuror*, *Çinə səfir təyin edilib*."""
    floor = page.first_of_sentence(phrase.first)
    before = _skip(page, phrase.first - 1, floor, phrase)
    named = page.mention_at(before) if before >= floor else None
    if named is not None:
        return _workplace(phrase, named) or owner
    noun = read_place_noun(page.words[before]) if before >= floor else None
    entity = resolve(page, noun, phrase.first) if noun is not None else None
    return owner if entity is None else _owned_by(entity, before)


def _workplace(phrase: TitlePhrase, named: Placed) -> Owner | None:
    if named.mention.label in BODIES and (named.is_locative or named.is_dative):
        return _named(named)
    if named.mention.label not in _PLACES or not named.is_dative:
        return None
    if phrase.class_ == "diplomacy":
        return Owner(named.first, host=named.mention.entity)
    return _named(named)


def also_owned(page: Page, phrase: TitlePhrase, owner: Owner) -> Iterator[Owner]:
    """*A MMC-nin, B MMC-nin və C MMC-nin direktoru*: the bodies to the left of the nearest."""
    named = page.mention_at(owner.first)
    while owner.organization and named is not None and named.is_genitive and not phrase.head.plural:
        joint = named.first - 1
        joined = joint > 0 and coordinates(page.words[joint])
        named = page.mention_at(joint - 1) if joined else None
        if named is None or named.mention.label != "ORG" or not named.is_genitive:
            return
        yield _named(named)
