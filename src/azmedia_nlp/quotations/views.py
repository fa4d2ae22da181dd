"""A frame with its cues, read once for all finders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from azmedia_nlp.quotations.clauses import clause_starts
from azmedia_nlp.quotations.credits import credit_end
from azmedia_nlp.quotations.cues import Predicate, cue_span, find_cues
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Link
from azmedia_nlp.quotations.subjects import Subject, find_document, find_subject

ACTIVE = frozenset({"nom"})
PASSIVE = frozenset({"abl"})


class View(msgspec.Struct, frozen=True):
    """A frame as a finder sees it; *low* is where the credit to a wire ends."""

    number: int
    items: tuple[int, ...]
    cues: tuple[Predicate, ...]
    low: int
    paragraph: int
    first: bool


def read_views(page: Page) -> tuple[View, ...]:
    """Every frame with its cues."""
    views = []
    for number, frame in enumerate(page.frames):
        cues = find_cues(page, frame.items)
        low = credit_end(page, frame.items, cues)
        views.append(View(number, frame.items, cues, low, frame.paragraph, frame.first))
    return tuple(views)


def attribute(
    page: Page, view: View, cue: Predicate, low: int, high: int, *, near: bool = False
) -> Attribution:
    """The attribution of a cue whose subject stands in ``items[low:high]``."""
    subject = subject_of(page, view, cue, low, high, near=near)
    link: Link = "own"
    if subject is None:
        link = "impersonal" if cue.is_passive else "running"
    span = cue_span(page, view.items, cue)
    return Attribution(view.items[cue.first], view.number, span, subject, link)


def subject_of(
    page: Page, view: View, cue: Predicate, low: int, high: int, *, near: bool = False
) -> Subject | None:
    """Who speaks by the cue: looked for in the clause before it, then in those before."""
    if cue.is_passive:
        stretch = view.items[low:high]
        return find_subject(page, stretch, PASSIVE, near=near) or find_document(page, stretch)
    for stretch in _stretches(page, view.items, low, high):
        found = find_subject(page, stretch, ACTIVE, near=near)
        if found is not None:
            return found
    return find_subject(page, view.items[low:high], PASSIVE)


def _stretches(
    page: Page, items: Sequence[int], low: int, high: int
) -> Iterator[Sequence[int]]:
    for start in clause_starts(page, items, low, high):
        yield items[start:high]
        high = start
