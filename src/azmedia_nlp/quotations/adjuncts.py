"""Where the content of a nominalised clause begins: behind the subject and its adjuncts.

*Səfir | çıxışında | bu əməkdaşlığın …*: the occasion, the addressee, the manner belong to the
attribution, not to what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from azmedia_nlp.alphabet import QUOTATION_MARKS
from azmedia_nlp.quotations.cases import case_of_word, place_mention
from azmedia_nlp.quotations.clauses import clause_starts
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.subjects import NAMED, Subject
from azmedia_nlp.quotations.vocabulary import (
    addressee_forms,
    connectives,
    event_forms,
    event_names,
    noun_forms,
    particles,
    type_words,
)

_REACH: Final = 8
_CLAUSE_REACH: Final = 18
_ADDRESSEE_REACH: Final = 4
_CONVERB: Final = regex.compile(r"(?:ark[aə]n|[aə]r[aə][qk]|ərkən)$")


def content_start(
    page: Page, items: Sequence[int], subject: Subject | None, low: int, last: int
) -> int:
    """The position where the clause that ends at *last* begins."""
    begin = low
    if subject is not None and subject.first >= items[low]:
        begin = next((at for at in range(low, last) if items[at] >= subject.last), last)
    begin = _behind_partner(page, items, begin, last)
    begin = _behind_conjunction(page, items, clause_starts(page, items, begin, last)[0])
    if subject is not None and subject.first >= items[begin]:
        begin = next((at for at in range(begin, last) if items[at] >= subject.last), last)
    return min(_behind_adjuncts(page, items, begin, last), last)


def _behind_partner(page: Page, items: Sequence[int], begin: int, last: int) -> int:
    """Behind those who speak together: *Ueda və digər rəsmilər | …*, *Fransa, Kanada | …*."""
    while begin < last - 1 and _joins(page, items[begin]):
        behind = _partner_end(page, items, begin + 1, last)
        if behind is None:
            break
        begin = behind
    return begin


def _joins(page: Page, item: int) -> bool:
    return page.words[item] == "," or page.words[item] in particles("conjunction")


def _partner_end(page: Page, items: Sequence[int], begin: int, last: int) -> int | None:
    """Behind a name in the nominative or a plural noun."""
    mention = page.starts_mention(items[begin])
    if mention is not None and mention.label in NAMED:
        placed = place_mention(page, items, begin, mention, type_words())
        return placed.behind if placed.case == "nom" else None
    if page.words[items[begin - 1]] == ",":
        return None
    for at in range(begin, min(begin + _ADDRESSEE_REACH, last)):
        if any(form.plural and form.case == "nom" for form in noun_forms(page.words[items[at]])):
            return at + 1
    return None


def _behind_conjunction(page: Page, items: Sequence[int], at: int) -> int:
    while _joins(page, items[at]):
        at += 1
    return at


def _behind_adjuncts(page: Page, items: Sequence[int], begin: int, last: int) -> int:
    occasion = False
    while begin < last:
        behind = _behind_small(page, items, begin, last)
        if behind == begin and not occasion:
            behind = _behind_occasion(page, items, begin, last)
            occasion = behind != begin
        if behind == begin:
            return begin
        begin = behind
    return begin


def _behind_small(page: Page, items: Sequence[int], begin: int, last: int) -> int:
    """Behind a comma, a connective, an acronym in brackets or an addressee."""
    item = items[begin]
    word = page.words[item]
    if item in page.quotes:
        return begin
    if word in ",;" or page.is_dash(item):
        return begin + 1
    phrase = next((size for size in (2, 1) if _is_connective(page, items, begin, size)), 0)
    if phrase:
        return begin + phrase
    if word == "(":
        closing = (
            at for at in range(begin, min(begin + _REACH, last)) if page.words[items[at]] == ")"
        )
        return next(closing, begin - 1) + 1
    return _behind_addressee(page, items, begin)


def _is_connective(page: Page, items: Sequence[int], at: int, size: int) -> bool:
    return tuple(page.words[item] for item in items[at : at + size]) in connectives()


def _behind_addressee(page: Page, items: Sequence[int], begin: int) -> int:
    """Behind *jurnalistlərə, “La Prensa” qəzetinə*; of several words the last is in the dative."""
    for at in range(begin, min(begin + _ADDRESSEE_REACH, len(items))):
        if page.words[items[at]] in addressee_forms():
            return at + 1
        if case_of_word(page.words[items[at]]) == "gen" or page.mention_at[items[at]] >= 0:
            break
    at = begin
    quoted = page.words[items[at]] in QUOTATION_MARKS and at + 1 < len(items)
    if quoted:
        at += 1
    mention = page.starts_mention(items[at])
    if mention is not None and (quoted or is_outlet(page, mention)):
        placed = place_mention(page, items, at, mention, type_words())
        if mention.label in ("ORG", "PRODUCT") and placed.case in ("dat", "loc"):
            return placed.behind
    return begin


def _behind_occasion(page: Page, items: Sequence[int], begin: int, last: int) -> int:
    """Behind the locative of an occasion, or a converb of the subject's: *təşəkkür edərək*.

    A genitive that is no name begins the content: it is the subject of the clause.
    """
    for at in range(begin, min(begin + _REACH, last)):
        item = items[at]
        word = page.words[item]
        if item in page.quotes or word in ",.:;":
            break
        if word in event_forms() or word in particles("adjunct"):
            return at + 1
        if word in particles("occasion") and page.words[items[at - 1]] in event_names():
            return at + 1
        if _CONVERB.search(word) and word not in particles("role"):
            return at + 1
    for at in range(begin, min(begin + _CLAUSE_REACH, last - 1)):
        if _CONVERB.search(page.words[items[at]]) and page.words[items[at + 1]] == ",":
            return at + 2
    return begin


def names_occasion(page: Page, items: Sequence[int]) -> bool:
    """Whether *items* name an occasion of speaking: *iclasda, müzakirələrdə*."""
    return any(page.words[item] in event_forms() for item in items)
