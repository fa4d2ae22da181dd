"""Where the content of a nominalised clause begins: behind the subject and its adjuncts.

*Səfir | çıxışında | bu əməkdaşlığın …*: the occasion, the addressee, the manner belong to the
attribution, not to what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec

from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import inflect
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.subjects import Subject, connectives

_REACH: Final = 7


class SpeechEvent(msgspec.Struct, frozen=True):
    """A row of the lexicon of occasions of speaking."""

    noun: str


def content_start(
    page: Page, items: Sequence[int], subject: Subject | None, low: int, last: int
) -> int:
    """The position where the clause that ends at *last* begins."""
    begin = low
    if subject is not None:
        begin = next((at for at, item in enumerate(items) if item >= subject.last), low)
        begin = max(begin, low)
    while begin < last:
        behind = _adjunct_end(page, items, begin, last)
        if behind == begin:
            break
        begin = behind
    return min(begin, last)


def _adjunct_end(page: Page, items: Sequence[int], begin: int, last: int) -> int:
    word = page.words[items[begin]]
    if items[begin] in page.quotes:
        return begin
    if word in ",;" or word in connectives() or word in QUOTATION_MARKS or page.is_dash(items[begin]):
        return begin + 1
    if word == "(":
        closing = (at for at in range(begin, min(begin + 8, last)) if page.words[items[at]] == ")")
        return next(closing, begin - 1) + 1
    for at in range(begin, min(begin + _REACH, last)):
        item = items[at]
        if page.words[item] in ",.:":
            break
        if page.words[item] in event_forms() and item not in page.quotes:
            return at + 1
    return begin


@cache
def event_forms() -> frozenset[str]:
    """The locatives of occasions of speaking: *çıxışında, brifinqdə*."""
    return frozenset(
        inflect(lower(row.noun), possessive=possessive, plural=plural, case="loc")
        for row in read_lexicon("speech_events", SpeechEvent)
        for possessive in (None, "3")
        for plural in (False, True)
    )
