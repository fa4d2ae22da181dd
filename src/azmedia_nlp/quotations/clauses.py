"""Clauses of a frame: where they begin, where content ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex

from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.vocabulary import particles

# -ib, -miş, -acaq, -dır, -mır with personal endings; the present only where it denies nothing else.
_FINITE: Final = regex.compile(
    r"""(?: [ıiuü]b(?:d[ıiuü]r)?(?:l[aə]r)? | m[ıiuü]ş(?:d[ıiuü](?:r)?)?(?:l[aə]r)?
        | [aə]c[aə][qk](?:d[ıiuü]r)?(?:l[aə]r)? | m[ıi]r(?:l[aə]r)? | y[ıiuü]b
        | \p{L}{2}[dt][ıiuü](?:l[aə]r)? | \p{L}{2}[ıiuü]r(?:l[aə]r)? | d[ıiuü]r(?:l[aə]r)?)$""",
    regex.VERBOSE,
)
_SURE: Final = regex.compile(
    r"(?:[ıiuü]b(?:l[aə]r)?|m[ıiuü]ş(?:d[ıiuü]r?)?(?:l[aə]r)?|[aə]c[aə][qk](?:d[ıiuü]r)?)$"
)
_JOINS: Final = frozenset({",", ";"})


@lru_cache(maxsize=1 << 14)
def is_finite(word: str) -> bool:
    """Whether a lower-case word has the shape of a finite verb, which ends clauses.

    >>> is_finite("bildirib"), is_finite("qalacaq"), is_finite("nazir"), is_finite("kitabı")
    (True, True, True, False)
    """
    return len(word) > 3 and _FINITE.search(word) is not None


def clause_starts(page: Page, items: Sequence[int], low: int, high: int) -> list[int]:
    """Where clauses may begin in ``items[low:high]``, the last first, *low* at the end.

    A clause begins behind a finite verb and a comma or *və*.
    """
    starts = [
        at + 2
        for at in range(low, high - 2)
        if _joins(page.words[items[at + 1]]) and _SURE.search(page.words[items[at]])
    ]
    return [*reversed(starts), low]


def _joins(word: str) -> bool:
    return word in _JOINS or word in particles("conjunction")


def content_span(page: Page, items: Sequence[int]) -> tuple[int, int] | None:
    """The offsets of *items* without commas, colons, dashes and stops at the edges."""
    first, last = 0, len(items)
    while first < last and _is_edge(page, items[first]):
        first += 1
    while last > first and (_is_edge(page, items[last - 1])):
        last -= 1
    if first == last:
        return None
    return page.range_of(items[first:last])


def _is_edge(page: Page, item: int) -> bool:
    return page.words[item] in _EDGES and item not in page.quotes


_EDGES: Final = frozenset(".,:;–—-−")
