"""``Bunu X deyib``: the attribution points back to the passage before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import msgspec

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.quotations.clauses import content_span
from azmedia_nlp.quotations.cues import Predicate, find_split_phrase
from azmedia_nlp.quotations.nouns import pronouns
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import Subject
from azmedia_nlp.quotations.views import View, attribute


_REACH: Final = 4


class Pointer(msgspec.Struct, frozen=True):
    """A row of the lexicon of what *bu* points with."""

    noun: str


def find_back_pointing(page: Page, views: Sequence[View], number: int) -> Iterator[Statement]:
    """The passage before a frame that opens with *bunu, bu barədə* and ends in a cue."""
    view = views[number]
    behind = _pointer_end(page, view)
    if behind is None:
        return
    cue = _cue(page, view, behind) or find_split_phrase(page, view.items, behind - 1)
    passage = _passage(page, views, number)
    if cue is None or not passage:
        return
    attribution = attribute(page, view, cue, view.low, cue.first)
    if attribution.subject is not None and not _is_outlet(page, attribution.subject):
        yield from _pointed_at(page, passage, attribution)


def _is_outlet(page: Page, subject: Subject) -> bool:
    """Whether the pointing sentence is a wire credit: *Bu barədə “Report” xəbər verib*."""
    if subject.kind == "document":
        return False
    return any(
        mention is not None and is_outlet(page, mention)
        for mention in (subject.mention, subject.owner)
    )


def _pointer_end(page: Page, view: View) -> int | None:
    low = view.low
    words = [page.words[item] for item in view.items[low : low + _REACH]]
    if words[:1] == ["bunu"]:
        return low + 1
    if words[:2] == ["bununla", "bağlı"]:
        return low + 2
    for at, word in enumerate(words[:-1]):
        if word == "bu" and words[at + 1] in _pointers():
            opens = at == 0 or _is_pronoun(words[:at])
            return low + at + 2 if opens else None
    return None


def _is_pronoun(words: Sequence[str]) -> bool:
    """Whether only a pronoun stands before the pointer: *O, bu barədə … yazıb*."""
    return words[0] in pronouns() and all(word == "," for word in words[1:])


def _cue(page: Page, view: View, behind: int) -> Predicate | None:
    for cue in view.cues:
        if cue.last > behind and cue.tells and "back" in cue.takes:
            is_ki = cue.last < len(view.items) and page.words[view.items[cue.last]] == "ki"
            return None if is_ki else cue
    return None


def _passage(page: Page, views: Sequence[View], number: int) -> tuple[int, ...]:
    """The items of the paragraph before, or of the sentence before in the same paragraph."""
    if number == 0:
        return ()
    view, before = views[number], views[number - 1]
    if not view.first:
        return before.items[before.low :]
    if page.paragraphs[before.paragraph].kind not in ("body",):
        return ()
    frames = [other for other in views[max(0, number - 12) : number] if other.paragraph == before.paragraph]
    return tuple(item for other in frames for item in other.items[other.low :])


def _pointed_at(
    page: Page, passage: Sequence[int], attribution: Attribution
) -> Iterator[Statement]:
    bare = [item for item in passage if page.words[item] not in ",."]
    if bare and bare[0] in page.quotes and len(bare) == 1:
        start, end = page.quotes[bare[0]].content
        yield Statement(start, end, "direct", "quotations.back_pointing.quoted", attribution)
        return
    span = content_span(page, passage)
    if span is not None:
        yield Statement(*span, "indirect", "quotations.back_pointing", attribution)


@cache
def _pointers() -> frozenset[str]:
    return frozenset(row.noun for row in read_lexicon("pointers", Pointer))
