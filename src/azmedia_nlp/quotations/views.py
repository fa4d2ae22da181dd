"""A frame with its cues, read once for all finders, and the attribution of a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from azmedia_nlp.quotations.adjuncts import names_occasion
from azmedia_nlp.quotations.clauses import clause_starts
from azmedia_nlp.quotations.credits import credit_end
from azmedia_nlp.quotations.cues import Predicate, cue_span, find_cues
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Link
from azmedia_nlp.quotations.subjects import (
    ACTIVE,
    PASSIVE,
    Subject,
    find_agent,
    find_document,
    find_subject,
    find_titleholder,
)


class View(msgspec.Struct, frozen=True):
    """A frame as a finder sees it; *low* is where the credit to a wire ends.

    *paragraph* and *first* are the frame's; *dashed* says that a dash opens its paragraph.
    """

    number: int
    items: tuple[int, ...]
    cues: tuple[Predicate, ...]
    low: int
    paragraph: int
    first: bool
    dashed: bool


def read_views(page: Page) -> tuple[View, ...]:
    """Every frame with its cues."""
    views: list[View] = []
    for number, frame in enumerate(page.frames):
        cues = find_cues(page, frame.items)
        low = credit_end(page, frame.items, cues)
        dashed = page.is_dash(frame.items[0]) if frame.first else views[-1].dashed
        views.append(View(number, frame.items, cues, low, frame.paragraph, frame.first, dashed))
    return tuple(views)


def attribute(
    page: Page, view: View, cue: Predicate, low: int, high: int, *, near: bool = False
) -> Attribution:
    """The attribution of a cue whose subject stands in ``items[low:high]``."""
    subject = subject_of(page, view, cue, low, high, near=near)
    link = link_of(page, cue, subject, view.items[low:high])
    return Attribution(
        view.items[cue.first], view.number, cue_span(page, view.items, cue), subject, link
    )


def link_of(page: Page, cue: Predicate, subject: Subject | None, before: Sequence[int]) -> Link:
    """How to find the speaker: where nobody is named, in what came before."""
    if subject is not None:
        return "own"
    if not cue.is_passive:
        return "running"
    return "nobody" if names_occasion(page, before) else "impersonal"


def subject_of(
    page: Page, view: View, cue: Predicate, low: int, high: int, *, near: bool = False
) -> Subject | None:
    """Who speaks by the cue: looked for in the clause before it, then in those before."""
    if cue.is_passive:
        stretch = view.items[low:high]
        found = find_subject(page, stretch, PASSIVE, near=near) or find_agent(page, stretch)
        return found or find_document(page, stretch)
    for clause in _clauses(page, view.items, low, high):
        found = find_subject(page, clause, ACTIVE, near=near)
        if found is not None:
            return found
    stretch = view.items[low:high]
    found = find_subject(page, stretch, PASSIVE) or find_titleholder(page, stretch)
    return found or find_agent(page, stretch)


def _clauses(page: Page, items: Sequence[int], low: int, high: int) -> Iterator[Sequence[int]]:
    for start in clause_starts(page, items, low, high):
        yield items[start:high]
        high = start
