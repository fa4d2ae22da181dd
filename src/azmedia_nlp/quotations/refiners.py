"""Keep of the proposals what does not contradict."""

from __future__ import annotations

from collections.abc import Iterable

from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Statement


def _is_unowned(statement: Statement) -> bool:
    """Whether only a document speaks (*Məlumata əsasən, …*): any other attribution is better."""
    return statement.rule == "quotations.according.unowned"


def refine(page: Page, proposals: Iterable[Statement]) -> tuple[Statement, ...]:
    """The proposals in text order, of two that overlap the one asked first."""
    kept: list[Statement] = []
    for item in sorted(proposals, key=_is_unowned):
        if not any(item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start))
