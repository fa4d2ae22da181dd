"""Whom a position belongs to: the body, the place served, the host of an envoy."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.references import resolve
from azmedia_nlp.roles.titles import TitlePhrase
from azmedia_nlp.roles.vocabulary import modifiers, organs, read_attribute, read_place_noun

_BODIES: Final = ("ORG", "FAC")
_PLACES: Final = ("GPE", "LOC")
_LONGEST_TYPE: Final = 3
_LONGEST_BRACKET: Final = 8


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
    unnamed = Owner(phrase.first)
    floor = page.first_of_sentence(phrase.first)
    if not phrase.open:
        return phrase, unnamed
    before = _skip(page, phrase.first - 1, floor, phrase)
    named = page.mention_at(before) if before >= floor else None
    if named is not None and named.mention.label != "PER":
        direct = before == phrase.first - 1
        return _by_name(page, phrase, named, floor, direct=direct)
    return _by_noun(page, phrase)


def _skip(page: Page, item: int, floor: int, phrase: TitlePhrase) -> int:
    """Step left over describing words and a bracket."""
    while item >= floor and page.at[item] < 0:
        if page.words[item] == ")":
            opening = _opening(page, item, floor)
            if opening is None:
                return item
            item = opening
        elif phrase.possessor is not None or modifiers().get(page.words[item]) != "clear":
            return item
        item -= 1
    return item


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
        phrase = _without_type(page, phrase, named)
    return phrase, _named(named)


def _named(named: Placed) -> Owner:
    entity = named.mention.entity
    if named.mention.label in _BODIES:
        return Owner(named.first, organization=entity)
    if named.mention.label in _PLACES:
        return Owner(named.first, place=entity)
    return Owner(named.first)


def _without_type(page: Page, phrase: TitlePhrase, named: Placed) -> TitlePhrase:
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


def _by_noun(page: Page, phrase: TitlePhrase) -> tuple[TitlePhrase, Owner]:
    """*Agentliyin sədri*, *uşaq evinin direktoru*, *komitə sədri*."""
    length = 1
    noun = phrase.possessor
    if noun is None:
        noun, length = _possessed_noun(page, phrase)
    if noun is not None:
        entity = resolve(page, noun, phrase.first)
        if entity is None:
            return phrase, Owner(phrase.first)
        return phrase.without_first(length), _of(entity.id, entity.label, phrase.first)
    first = page.words[phrase.first]
    if phrase.last - phrase.first > 1 and organs().get(first) == "body":
        entity = resolve(page, first, phrase.first)
        if entity is not None:
            return phrase, _of(entity.id, entity.label, phrase.first)
    return phrase, Owner(phrase.first)


def _possessed_noun(page: Page, phrase: TitlePhrase) -> tuple[str | None, int]:
    """*uşaq evinin*: a compound in the genitive at the title's start that names a kind of body."""
    if phrase.last - phrase.first < _LONGEST_TYPE:
        return None, 0
    attribute = read_attribute(page.words[phrase.first + 1])
    if attribute is None or not attribute.organ or not attribute.possessed:
        return None, 0
    ending = page.words[phrase.first + 1]
    stem = next(
        (noun for noun in organs() if noun.startswith(page.words[phrase.first] + " ")), None
    )
    if stem is None or not ending.startswith(stem.split()[1][:3]):
        return None, 0
    return stem, 2


def _of(entity: str, label: str, first: int) -> Owner:
    if label in _PLACES:
        return Owner(first, place=entity)
    return Owner(first, organization=entity)


def find_workplace(page: Page, phrase: TitlePhrase, owner: Owner) -> Owner:
    """*nazirlikdə şöbə müdiri işləyib*, *departamentinə yeni direktor təyin edilib*."""
    floor = page.first_of_sentence(phrase.first)
    before = _skip(page, phrase.first - 1, floor, phrase)
    named = page.mention_at(before) if before >= floor else None
    if named is not None:
        working = named.mention.label in _BODIES and (named.is_locative or named.is_dative)
        return _named(named) if working else owner
    noun = read_place_noun(page.words[before]) if before >= floor else None
    entity = resolve(page, noun, phrase.first) if noun is not None else None
    return owner if entity is None else _of(entity.id, entity.label, before)
