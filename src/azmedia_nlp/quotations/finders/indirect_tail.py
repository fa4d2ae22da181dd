"""``X olacaq, – deyə nazir əlavə edib``: reported words without marks, their attribution behind."""

from __future__ import annotations

from collections.abc import Iterator

from azmedia_nlp.quotations.clauses import content_span
from azmedia_nlp.quotations.finders.direct import read_tail
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.views import View
from azmedia_nlp.quotations.vocabulary import particles


def find_indirect_tail(page: Page, view: View) -> Iterator[Statement]:
    """The clause before *, deyə X bildirib*; in a headline, before *– X bildirib*."""
    if view.dashed:
        return
    items, quotative = view.items, particles("quotative")
    is_title = page.paragraphs[view.paragraph].kind == "title"
    for at in range(1, len(items) - 1):
        before = items[at - 1]
        opens = page.words[items[at]] in quotative and (
            page.words[before] == "," or page.is_dash(before)
        )
        if not opens and not (is_title and page.is_free_dash(items[at])):
            continue
        clause = [item for item in items[view.low : at] if page.words[item] not in quotative]
        if not clause or any(item in page.quotes for item in clause) or page.is_dash(clause[0]):
            return
        if not opens and not view.cues:
            return
        attribution = read_tail(page, view.number, items[at + 1 :])
        span = content_span(page, clause)
        if attribution is not None and span is not None:
            yield Statement(*span, "indirect", "quotations.indirect_tail", attribution)
        return
