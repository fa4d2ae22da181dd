"""Laws down to the deepest clause: ``Əmək Məcəlləsinin 68-ci maddəsinin 2-ci bəndi``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from azmedia_nlp.names.reading import SURE, Candidate, Reading

_LONGEST: Final = 10
_ALONE: Final = frozenset(("konstitusiya", "məcəllə"))


def find_law_clauses(reading: Reading) -> Iterator[Candidate]:
    """A code or constitution, what stands before it, and the clauses behind it."""
    for index, word in enumerate(reading.words):
        head = word.head
        if head is None or head.stem not in _ALONE or not word.capital:
            continue
        start = _start(reading, index)
        alone = start == index and head.stem != "konstitusiya"
        end = _end(reading, index)
        if not alone or end > index + 1:
            yield Candidate(start, end, "LAW", "names.clauses.code", SURE)


def _start(reading: Reading, index: int) -> int:
    at = index
    while at > max(0, index - _LONGEST) and not reading.breaks[at]:
        left = reading.words[at - 1]
        joins = left.joins == "and" and at > 1 and reading.named(at - 2)
        if not reading.named(at - 1) and not joins:
            break
        if left.case == "gen" and left.place and not _is_republic(reading, at - 1):
            break
        at -= 1
    return at


def _is_republic(reading: Reading, index: int) -> bool:
    head = reading.words[index].head
    return head is not None and head.label == "GPE"


def _end(reading: Reading, index: int) -> int:
    """Clauses: an ordinal and *maddə, hissə, bənd*, as many as follow."""
    end = index + 1
    while end + 1 < len(reading) and not reading.breaks[end]:
        if reading.tokens[end].kind != "number" or not reading.words[end + 1].is_a("type.LAW"):
            break
        end += 2
    return end
