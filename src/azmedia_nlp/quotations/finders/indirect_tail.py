"""``X olacaq, – deyə nazir əlavə edib``: reported words without marks, their attribution behind."""

from __future__ import annotations

from collections.abc import Iterator

from azmedia_nlp.quotations.clauses import content_span
from azmedia_nlp.quotations.finders.direct import read_tail
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.subjects import ACTIVE, find_subject
from azmedia_nlp.quotations.views import View
from azmedia_nlp.quotations.vocabulary import particles


def find_indirect_tail(page: Page, view: View) -> Iterator[Statement]:
    """The clause before *, deyə X bildirib*; in a headline, before *– X bildirib*."""
    if view.dashed:
        return
    items, quotative = view.items, particles("quotative")
    is_title = page.paragraphs[view.paragraph].kind == "title"
    for at in range(1, len(items) - 1):
        item, before = items[at], items[at - 1]
        comma = page.words[before] == ","
        opens = page.words[item] in quotative and (comma or page.is_dash(before))
        # A dash stands behind a comma unless in a headline.
        if not opens and not ((comma or is_title) and page.is_free_dash(item)):
            continue
        clause = [item for item in items[view.low : at] if page.words[item] not in quotative]
        if not clause or any(item in page.quotes for item in clause) or page.is_dash(clause[0]):
            return
        if not opens and not _is_signature(page, view, at + 1):
            return
        attribution = read_tail(page, view.number, items[at + 1 :])
        span = content_span(page, clause)
        if attribution is not None and span is not None:
            yield Statement(*span, "indirect", "quotations.indirect_tail", attribution)
        return


def _is_signature(page: Page, view: View, at: int) -> bool:
    """Whether the words behind a dash are a speaker and a verb, nothing between."""
    cue = view.cues[-1] if view.cues else None
    if cue is None or cue.first < at + 1 or cue.is_passive or not cue.tells:
        return False
    if any(not page.is_stop(item) for item in view.items[cue.last :]):
        return False
    subject = find_subject(page, view.items[at : cue.first], ACTIVE)
    return subject is not None and subject.last > view.items[cue.first - 1]
