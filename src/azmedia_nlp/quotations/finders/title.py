"""A headline in somebody's words: *X: “…”*, *X: …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from azmedia_nlp.quotations.clauses import content_span, is_finite
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import ACTIVE, Subject, find_subject
from azmedia_nlp.quotations.views import View


def find_title(page: Page, views: Sequence[View], number: int) -> Iterator[Statement]:
    """The words behind the colon of a headline, where a person or body stands before it."""
    view = views[number]
    if page.paragraphs[view.paragraph].kind != "title":
        return
    items = view.items
    quoted = page.whole_quotation(items)
    if quoted is not None:
        yield Statement(*quoted.content, "direct", "quotations.title.quoted", _untold(view, None))
        return
    colon = next((at for at, item in enumerate(items) if page.words[item] == ":"), None)
    if colon is None or not 0 < colon < len(items) - 1:
        yield from _signed(page, view)
        return
    if any(cue.first < colon for cue in view.cues):
        return
    if items[0] in page.quotes and colon == 1:
        yield from _signed(page, view)
        return
    content = items[colon + 1 :]
    subject = _speaker(page, items[:colon], content)
    if content[0] in page.quotes and all(page.words[item] in ".,!?" for item in content[1:]):
        start, end = page.quotes[content[0]].content
        yield Statement(start, end, "direct", "quotations.title.direct", _untold(view, subject))
    elif subject is not None:
        span = content_span(page, content)
        if span is not None:
            yield Statement(*span, "indirect", "quotations.title.indirect", _untold(view, subject))


def _signed(page: Page, view: View) -> Iterator[Statement]:
    """``“…” – X``, ``“…”: X danışır``: the speaker behind the quotation."""
    items = view.items
    if items[0] not in page.quotes or len(items) < 3:
        return
    if not (page.words[items[1]] == ":" or page.is_dash(items[1])):
        return
    subject = find_subject(page, items[2:], ACTIVE)
    if subject is not None:
        start, end = page.quotes[items[0]].content
        yield Statement(start, end, "direct", "quotations.title.signed", _untold(view, subject))


def _untold(view: View, subject: Subject | None) -> Attribution:
    return Attribution(view.items[0], view.number, None, subject, "title")


def _speaker(page: Page, items: Sequence[int], content: Sequence[int]) -> Subject | None:
    """The subject that the words before the colon are, with nothing left over.

    Several of somebody's say a sentence, or they are what the headline is about: *Alman
    alimləri: Çay xeyirlidir*, *Yol polisləri: yaralanan, ölən*.
    """
    found = find_subject(page, items, ACTIVE)
    if found is None or found.last <= items[-1]:
        return None
    words = [page.words[item] for item in content if page.words[item][:1].isalpha()]
    several = found.noun is not None and found.noun.plural and found.noun.possessed
    return None if several and not (words and is_finite(words[-1])) else found
