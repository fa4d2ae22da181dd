"""Keep of the proposals what does not contradict."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from azmedia_nlp.quotations.statements import Statement


def refine(proposals: Sequence[Statement]) -> tuple[Statement, ...]:
    """The proposals in text order, of two that overlap the one proposed first.

    An attribution to a document alone gives way to any other.
    """
    kept: list[Statement] = []
    for item in sorted(proposals, key=_is_unowned):
        at = bisect_left(kept, item.end, key=_start)
        if at == 0 or kept[at - 1].end <= item.start:
            insort(kept, item, key=_start)
    return tuple(kept)


def _start(statement: Statement) -> int:
    return statement.start


def _is_unowned(statement: Statement) -> bool:
    """Whether only a document speaks: *Məlumata əsasən, …*."""
    return statement.attribution.link == "issuer"
