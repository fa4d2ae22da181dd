"""``X xəbərdarlıq edib: Y``: a colon introduces what was said without marks."""

from __future__ import annotations

from collections.abc import Iterator

from azmedia_nlp.quotations.clauses import content_span
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.views import View, attribute


def find_colon_clauses(page: Page, view: View) -> Iterator[Statement]:
    """The rest of a frame behind a cue and a colon."""
    items = view.items
    for cue in view.cues:
        if cue.last + 1 >= len(items) or cue.first < view.low or not cue.tells:
            continue
        if page.words[items[cue.last]] != ":" or items[cue.last + 1] in page.quotes:
            continue
        if "direct" not in cue.takes or page.is_dash(items[cue.last + 1]):
            continue
        span = content_span(page, items[cue.last + 1 :])
        attribution = attribute(page, view, cue, view.low, cue.first)
        is_title = page.paragraphs[view.paragraph].kind == "title"
        if span is not None and not (is_title and attribution.subject is None):
            yield Statement(*span, "indirect", "quotations.colon_clause", attribution)
        return
