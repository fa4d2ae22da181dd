"""``Nazir bildirib ki, X``: what follows *ki* is said by the subject before the verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from azmedia_nlp.quotations.clauses import content_span
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.views import View, attribute


def find_ki_clauses(page: Page, view: View) -> Iterator[Statement]:
    """The content of the first *ki* behind a verb of saying."""
    items = view.items
    for cue in view.cues:
        if not cue.opens_clause or cue.last <= view.low or "ki" not in cue.takes:
            continue
        if not cue.tells:
            return
        attribution = attribute(page, view, cue, view.low, cue.first)
        yield from clause_content(page, items[cue.last + 1 :], attribution, "ki_clause")
        return


def clause_content(
    page: Page, items: Sequence[int], attribution: Attribution, rule: str
) -> Iterator[Statement]:
    """The clause that *items* are, up to the colon that introduces a quotation.

    A clause wholly in quotation marks is a direct quotation.
    """
    clause = _before_colon(page, items)
    quoted = page.whole_quotation(clause)
    if quoted is not None:
        yield Statement(*quoted.content, "direct", f"quotations.{rule}.quoted", attribution)
        return
    span = content_span(page, clause)
    if span is not None:
        yield Statement(*span, "indirect", f"quotations.{rule}", attribution)


def _before_colon(page: Page, items: Sequence[int]) -> Sequence[int]:
    for at, item in enumerate(items):
        follows = at + 1 == len(items) or items[at + 1] in page.quotes
        if page.words[item] == ":" and follows:
            return items[:at]
    return items
