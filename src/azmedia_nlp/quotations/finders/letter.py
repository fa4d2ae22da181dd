"""``Məktubda deyilir:`` and the paragraphs of the letter, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.subjects import ACTIVE, find_subject
from azmedia_nlp.quotations.views import View, attribute


def find_letter(page: Page, views: Sequence[View], number: int) -> Iterator[Statement]:
    """The paragraphs behind a frame that ends in a cue and a colon.

    They end where the newsroom speaks again: at a verb of saying, another colon, page
    furniture.
    """
    view = views[number]
    cue = view.cues[-1] if view.cues else None
    if cue is None or not cue.tells or not {"direct", "ki"} <= set(cue.takes):
        return
    if cue.last != len(view.items) - 1 or page.words[view.items[cue.last]] != ":":
        return
    behind = number + 1
    while behind < len(views) and not _is_newsroom(page, views[behind]):
        behind += 1
    if behind == number + 1:
        return
    last = views[behind - 1].items[-1]
    start, end = page.tokens[views[number + 1].items[0]].start, page.end_of(last)
    end -= page.words[last] == "."
    attribution = attribute(page, view, cue, view.low, cue.first)
    yield Statement(start, end, "indirect", "quotations.letter", attribution)


def _tells(page: Page, view: View) -> bool:
    """Whether somebody who is named says something in the frame."""
    cue = next((cue for cue in view.cues if cue.tells), None)
    return cue is not None and find_subject(page, view.items[: cue.first], ACTIVE) is not None


def _is_newsroom(page: Page, view: View) -> bool:
    if page.paragraphs[view.paragraph].kind != "body" or view.dashed:
        return True
    opens_quote = view.items[0] in page.quotes
    told = any(cue.is_newsroom for cue in view.cues) or _tells(page, view)
    return opens_quote or told or page.words[view.items[-1]] == ":"
