"""Titles that verbs give: *X Y-nin sədri təyin edilib*, *X birliyin üzvüdür*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from azmedia_nlp.alphabet import DASHES, QUOTATION_MARKS
from azmedia_nlp.roles.owners import Owner, also_owned, find_owner, find_workplace
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.predication import Predicate, find_predications
from azmedia_nlp.roles.proposals import Proposal
from azmedia_nlp.roles.subjects import find_holders, find_paired
from azmedia_nlp.roles.titles import TitlePhrase, read_title
from azmedia_nlp.roles.vocabulary import coordinates, joiners

RULE: Final = "roles.predicate"
_JOINTS: Final = ("/", *DASHES)


def find_predicates(page: Page) -> Iterator[Proposal]:
    """Propose the titles that stand before a verb of holding, getting or leaving a position."""
    for predicate in find_predications(page):
        found = tuple(_joined(page, predicate))
        known = next((owner for _, owner in found if owner.is_named), None)
        for phrase, owner in found:
            if known is not None and not owner.is_named:
                owner = msgspec.structs.replace(known, first=owner.first)
            yield from _proposals(page, predicate, phrase, owner)


def _joined(page: Page, predicate: Predicate) -> Iterator[tuple[TitlePhrase, Owner]]:
    """The titles before a predicate, from right to left: *Risk İnzibatçısı/sədr müavini*."""
    last = first = _before_mark(page, predicate.first)
    while (found := _read(page, predicate, last)) is not None:
        phrase, owner = found
        if last < first and page.words[last] == "," and not owner.is_named:
            return
        yield found
        last = min(phrase.first, owner.first) - 1
        if last <= 0 or not (page.words[last] in _JOINTS or coordinates(page.words[last])):
            return


def _read(page: Page, predicate: Predicate, last: int) -> tuple[TitlePhrase, Owner] | None:
    """The title before a predicate, and its owner: named with it, or where the work is."""
    phrase = read_title(page, last)
    if phrase is None:
        return None
    phrase, owner = find_owner(page, phrase)
    if not owner.is_named:
        owner = find_workplace(page, phrase, owner)
    if phrase.status == "current" != predicate.status:
        phrase = msgspec.structs.replace(phrase, status=predicate.status)
    return phrase, owner


def _proposals(
    page: Page, predicate: Predicate, phrase: TitlePhrase, owner: Owner
) -> Iterator[Proposal]:
    if not _is_sure(page, predicate, phrase, owner):
        return
    for holder in find_holders(page, phrase, owner, predicate):
        yield Proposal(holder, phrase, owner, RULE)
        for more in also_owned(page, phrase, owner):
            yield Proposal(holder, phrase, more, RULE)
        yield from _paired(page, holder, phrase)


def _is_sure(page: Page, predicate: Predicate, phrase: TitlePhrase, owner: Owner) -> bool:
    """Whether the title is a position here and not a passing part (*qalib olub*)."""
    if predicate.kind in ("given", "held") or owner.is_named or phrase.last - phrase.first > 1:
        return True
    return predicate.kind == "copula" and _is_beside_name(page, phrase)


def _is_beside_name(page: Page, phrase: TitlePhrase) -> bool:
    """*Kamal da hücumçudur*: nothing but a particle between a name and the title."""
    item = phrase.first - 1
    if item > 0 and page.words[item] in joiners("particle"):
        item -= 1
    named = page.mention_at(item)
    return named is not None and named.mention.label == "PER" and not named.ending


def _paired(page: Page, holder: Placed, phrase: TitlePhrase) -> Iterator[Proposal]:
    """*A X-in, B isə Y-nin başçısı*: each with a body of their own."""
    for person, body in find_paired(page, holder):
        owner = Owner(body.first, organization=body.mention.entity)
        yield Proposal(person, phrase, owner, f"{RULE}.paired")


def _before_mark(page: Page, first: int) -> int:
    """*“Əməkdar artist” adına*: step left over the closing mark."""
    return first - 1 if first and page.words[first - 1] in QUOTATION_MARKS else first
