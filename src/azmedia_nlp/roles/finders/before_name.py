"""Titles before a name: *Baku TV-nin direktoru Ramin Cəfərov*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from azmedia_nlp.alphabet import DASHES
from azmedia_nlp.roles.owners import Owner, also_owned, find_owner
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.proposals import Proposal
from azmedia_nlp.roles.titles import TitlePhrase, read_title
from azmedia_nlp.roles.vocabulary import coordinates, is_description, joiners, modifiers, read_head

RULE: Final = "roles.before_name"
_MOST_TITLES: Final = 4


def find_before_name(page: Page) -> Iterator[Proposal]:
    """Propose the titles that end where a person's name begins.

    A minister's second title serves the place of the first: *X-in Baş naziri, maliyyə naziri Y*.
    """
    previous: Proposal | None = None
    for person in page.persons():
        for proposal in _titles(page, person, previous):
            yield proposal
            previous = proposal


def _titles(page: Page, person: Placed, previous: Proposal | None) -> Iterator[Proposal]:
    place: str | None = None
    for phrase, owner, rule in reversed(list(_read_leftwards(page, person, previous))):
        if not owner.is_named and phrase.class_ == "state" and phrase.possessor is None:
            owner = msgspec.structs.replace(owner, place=place if phrase.head.possessed else None)
        place = owner.place
        holders = (person, *_sharers(page, person, phrase))
        if len(holders) == 1 and _is_subject(page, person, phrase):
            continue
        for holder in holders:
            yield Proposal(holder, phrase, owner, rule)
        for more in also_owned(page, phrase, owner):
            yield Proposal(person, phrase, more, rule)


def _is_subject(page: Page, person: Placed, phrase: TitlePhrase) -> bool:
    """*Həkimlər X-i evə buraxıb*, *Səfir X-i təbrik edib*: the title is not the name's.

    So it is with several holders for one name, and where a sentence that begins with a bare
    title makes an object of the name and names nobody else to be its subject.
    """
    if phrase.head.plural:
        return True
    first = page.first_of_sentence(person.first)
    if phrase.first != first or phrase.head.possessed or not person.is_accusative:
        return False
    return not page.others_between(first, page.end_of_sentence(person.first), person)


def _read_leftwards(
    page: Page, person: Placed, previous: Proposal | None
) -> Iterator[tuple[TitlePhrase, Owner, str]]:
    """The titles before a name from right to left, with their owners."""
    floor = page.first_of_sentence(person.first)
    last = _skip_to_title(page, person.first, floor)
    joined = ""
    for _ in range(_MOST_TITLES):
        phrase = read_title(page, last, floor=floor)
        if phrase is None or (joined and phrase.head.plural):
            return
        phrase, owner = find_owner(page, phrase)
        if not owner.is_named and previous is not None:
            owner = _inherited(page, phrase, owner, previous)
        yield phrase, owner, f"{RULE}.{'list' if joined else 'title'}"
        last, joined = _step(page, owner.first, phrase, floor)


def _skip_to_title(page: Page, last: int, floor: int) -> int:
    """Step left over *, 39 yaşlı* or a dash between a title and a name."""
    item = _skip_description(page, last, floor)
    if item - 1 >= floor and page.words[item - 1] in (",", *DASHES):
        item -= 1
    return item


def _skip_description(page: Page, last: int, floor: int) -> int:
    """Step left over words that describe the person: *76 yaşlı, tanınmış, polşalı*."""
    item = last
    while item > floor and page.at[item - 1] < 0 and is_description(page.words[item - 1]):
        item -= 1
        aged = page.words[item] in joiners("age") and item > floor
        if aged and page.tokens[item - 1].kind == "number":
            item -= 1
    return item


def _step(page: Page, owned: int, phrase: TitlePhrase, floor: int) -> tuple[int, str]:
    """Step left over what joins two titles of one person: a comma, *və*, or nothing."""
    item = _skip_description(page, min(owned, phrase.first), floor)
    if item > floor and coordinates(page.words[item - 1]):
        return item - 1, page.words[item - 1]
    beside = item == phrase.first and not phrase.head.possessed
    return (item, "beside") if beside else (floor, "")


def _inherited(page: Page, phrase: TitlePhrase, owner: Owner, previous: Proposal) -> Owner:
    """*Tamaşanın rəssamı X, bəstəkarı Y*; *ABŞ Prezidenti X və vitse-prezident Y*."""
    before = phrase.first - 1
    beside = before == previous.person.last and coordinates(page.words[before])
    same_kind = phrase.head.possessed or (phrase.class_ == "state" == previous.phrase.class_)
    if not beside or not same_kind or not _is_of_a_body(page, phrase):
        return owner
    return msgspec.structs.replace(previous.owner, first=owner.first)


def _is_of_a_body(page: Page, phrase: TitlePhrase) -> bool:
    """*baş katibi, sədr müavini*: nothing in the title but ranks; *xalq artisti* is whole."""
    inner = page.words[phrase.first : phrase.last - 1]
    return all(modifiers().get(word) == "modifier" or read_head(word) for word in inner)


def _sharers(page: Page, person: Placed, phrase: TitlePhrase) -> Iterator[Placed]:
    """Those behind the first name who share a title in the plural or before a dash."""
    dashed = page.words[person.first - 1] in DASHES
    if not (phrase.head.plural or dashed):
        return
    item = person.last
    while item + 1 < len(page.words) and coordinates(page.words[item]):
        following = page.mention_at(item + 1)
        if following is None or following.mention.label != "PER":
            return
        yield following
        item = following.last
