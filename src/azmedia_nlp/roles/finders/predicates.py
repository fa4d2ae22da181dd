"""Titles that verbs give: *X Y-nin sədri təyin edilib*, *X birliyin üzvüdür*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec
import regex

from azmedia_nlp.alphabet import QUOTATION_MARKS
from azmedia_nlp.annotations import RoleStatus
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.roles.owners import Owner, find_owner, find_workplace
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.proposals import Proposal
from azmedia_nlp.roles.subjects import find_holders, find_paired
from azmedia_nlp.roles.titles import TitlePhrase, read_title
from azmedia_nlp.roles.vocabulary import read_head

RULE: Final = "roles.predicate"
_KEY: Final = 4
_JOINTS: Final = ("/", "və")
_PARTICLES: Final = ("da", "də", "isə")
_COPULA: Final = regex.compile(r"\p{L}+d[ıiuü]r(?:l[aə]r)?")


class PredicateRow(msgspec.Struct, frozen=True):
    """A phrase behind a title; its last word is a stem."""

    phrase: str
    status: RoleStatus
    given: bool


Rows = tuple[tuple[tuple[str, ...], PredicateRow], ...]


class Predicate(msgspec.Struct, frozen=True):
    """A predicate in the text: its tokens, what it makes of the title, and its verb."""

    first: int
    status: RoleStatus
    verb: str
    given: bool


def find_predicates(page: Page) -> Iterator[Proposal]:
    """Propose the titles that stand before a verb of holding, getting or leaving a position."""
    for predicate in _predicates(page):
        first = _before_mark(page, predicate.first)
        joined = True
        while joined and (found := _read(page, predicate, first)) is not None:
            yield from _proposals(page, predicate, *found)
            first = found[0].first - 1
            joined = first > 0 and page.words[first] in _JOINTS


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
    sure = predicate.given or owner.is_named or phrase.last - phrase.first > 1
    if not sure and not _is_beside_name(page, phrase):
        return
    for holder in find_holders(page, phrase, owner, predicate.verb, given=predicate.given):
        yield Proposal(holder, phrase, owner, RULE)
        yield from _paired(page, holder, phrase)


def _is_beside_name(page: Page, phrase: TitlePhrase) -> bool:
    """*Kamal da hücumçudur*: nothing but a particle between a name and the title."""
    item = phrase.first - 1
    if item > 0 and page.words[item] in _PARTICLES:
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


def _predicates(page: Page) -> Iterator[Predicate]:
    table = _table()
    for item, word in enumerate(page.words):
        if item and word[:_KEY] in table:
            yield from _match(page, item, table[word[:_KEY]])
        if _COPULA.fullmatch(word) and page.at[item] < 0:
            head = read_head(word)
            if head is not None and head.copula:
                yield Predicate(item + 1, "current", word, given=False)


def _match(page: Page, item: int, rows: Rows) -> Iterator[Predicate]:
    for words, row in rows:
        last = item + len(words) - 1
        if last >= len(page.words) or not page.words[last].startswith(words[-1]):
            continue
        if tuple(page.words[item:last]) == words[:-1]:
            yield Predicate(item, row.status, page.words[last], row.given)
            return


@cache
def _table() -> dict[str, Rows]:
    """The predicates by the first letters of their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], PredicateRow]]] = {}
    for row in read_lexicon("role_predicates", PredicateRow):
        words = tuple(row.phrase.split())
        found.setdefault(words[0][:_KEY], []).append((words, row))
    return {key: tuple(sorted(rows, key=lambda item: -len(item[0]))) for key, rows in found.items()}
