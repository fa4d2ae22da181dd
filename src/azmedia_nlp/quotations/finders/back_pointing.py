"""``Bunu X deyib``: the attribution points back to the passage before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.quotations.clauses import content_span
from azmedia_nlp.quotations.cues import Predicate, find_split_phrase
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import ACTIVE, Subject, find_subject
from azmedia_nlp.quotations.views import View, attribute
from azmedia_nlp.quotations.vocabulary import pointers, pronouns

_REACH: Final = 12
_LONGEST_PASSAGE: Final = 12  # frames


def find_back_pointing(page: Page, views: Sequence[View], number: int) -> Iterator[Statement]:
    """The passage before a frame that opens with *bunu, bu barədə* and ends in a cue."""
    view = views[number]
    pointer = _pointer(page, view)
    if pointer is None:
        return
    start, behind = pointer
    cue = _cue(view, behind) or find_split_phrase(page, view.items, behind - 1)
    passage = _passage(page, views, number)
    if cue is None or not passage or _points_ahead(page, view, cue):
        return
    # The pointer that opens the frame is no part of the subject: *Bunu | nazir deyib*.
    low = behind if start == view.low else view.low
    attribution = attribute(page, view, cue, low, cue.first)
    if attribution.subject is not None and not _is_outlet(page, attribution.subject):
        yield from _pointed_at(page, passage, attribution)


def _points_ahead(page: Page, view: View, cue: Predicate) -> bool:
    """Whether what is said follows: *X bunları deyib: “…”*."""
    return page.words[view.items[cue.last]] == ":" if cue.last < len(view.items) else False


def _is_outlet(page: Page, subject: Subject) -> bool:
    """Whether the pointing sentence is a wire credit: *Bu barədə “Report” xəbər verib*."""
    if subject.kind == "document":
        return False
    return any(
        mention is not None and is_outlet(page, mention)
        for mention in (subject.mention, subject.owner)
    )


def _pointer(page: Page, view: View) -> tuple[int, int] | None:
    """The pointer that opens the frame, or that its subject precedes (*O, bu barədə*)."""
    words = tuple([page.words[item] for item in view.items[view.low : view.low + _REACH]])
    known = pointers()
    for at in range(len(words)):
        size = 2 if words[at : at + 2] in known else int(words[at : at + 1] in known)
        if size:
            opens = at == 0 or _ends_subject(page, view.items[view.low : view.low + at])
            return (view.low + at, view.low + at + size) if opens else None
    return None


def _ends_subject(page: Page, items: Sequence[int]) -> bool:
    """Whether *items* are a pronoun, or end in a person's name in the nominative."""
    bare = [item for item in items if page.words[item] != ","]
    if len(bare) == 1 and page.words[bare[0]] in pronouns():
        return True
    subject = find_subject(page, items, ACTIVE)
    return subject is not None and subject.is_person and subject.last > items[-1]


def _cue(view: View, behind: int) -> Predicate | None:
    for cue in view.cues:
        if cue.last > behind and cue.tells and "back" in cue.takes:
            return None if cue.opens_clause else cue
    return None


def _passage(page: Page, views: Sequence[View], number: int) -> tuple[int, ...]:
    """The items of the paragraph before, or of the sentence before in the same paragraph."""
    if number == 0:
        return ()
    view, before = views[number], views[number - 1]
    if not view.first:
        return before.items[before.low :]
    if page.paragraphs[before.paragraph].kind != "body":
        return ()
    near = views[max(0, number - _LONGEST_PASSAGE) : number]
    frames = [other for other in near if other.paragraph == before.paragraph]
    return tuple(item for other in frames for item in other.items[other.low :])


def _pointed_at(
    page: Page, passage: Sequence[int], attribution: Attribution
) -> Iterator[Statement]:
    quoted = page.whole_quotation(passage)
    if quoted is not None:
        yield Statement(*quoted.content, "direct", "quotations.back_pointing.quoted", attribution)
        return
    span = content_span(page, passage)
    if span is not None:
        yield Statement(*span, "indirect", "quotations.back_pointing", attribution)
