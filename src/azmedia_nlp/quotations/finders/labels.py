"""Turns that a label opens: *Nərgiz Həsənli: – …*, *N.H.: – …*, *Sual: … Cavab: …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.annotations import Mention, QuotationKind
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.quotations.clauses import is_finite
from azmedia_nlp.quotations.finders.dialogue import speech_span
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Link, Statement
from azmedia_nlp.quotations.subjects import ACTIVE, Subject, find_subject
from azmedia_nlp.quotations.views import View

_LONGEST_LABEL: Final = 6
_SHORTEST_TURN: Final = 4
_LONGEST_TURN: Final = 12  # frames
_KNOWN: Final = 16


class Label(msgspec.Struct, frozen=True):
    """A row of the lexicon of turn labels."""

    word: str
    turn: Literal["question", "answer"]


def find_labels(page: Page, views: Sequence[View]) -> Iterator[Statement]:
    """The turns of paragraphs that begin with a label and a colon.

    A named person's turn is a quotation, also where it asks; a question without a name is
    the newsroom's.
    """
    known: list[Mention] = []
    labelled = [(view, colon) for view in views if (colon := _colon(page, view)) is not None]
    for position, (view, colon) in enumerate(labelled):
        following = labelled[position + 1][0].number if position + 1 < len(labelled) else 0
        turn = _turn_items(page, views, view, colon, following)
        span = speech_span(page, turn) if turn else None
        subject = _labelled(page, view.items[:colon], known)
        if span is None or (subject is None and _role(page, view) != "answer"):
            continue
        link: Link = "own" if subject else "running"
        attribution = Attribution(view.items[0], view.number, None, subject, link)
        kind: QuotationKind = "direct" if subject is not None else "indirect"
        yield Statement(*span, kind, "quotations.interview.label", attribution)


def _colon(page: Page, view: View) -> int | None:
    if not view.first or page.paragraphs[view.paragraph].kind != "body":
        return None
    for at, item in enumerate(view.items[:_LONGEST_LABEL]):
        if is_finite(page.words[item]) and page.mention_at[item] < 0:
            return None
        if page.words[item] == ":":
            more = at + 1 < len(view.items) and view.items[at + 1] not in page.quotes
            return at if at > 0 and more else None
    return None


def _role(page: Page, view: View) -> str | None:
    return _labels().get(page.words[view.items[0]])


def _turn_items(
    page: Page, views: Sequence[View], view: View, colon: int, following: int
) -> list[int]:
    """The items behind the label, to the end of its paragraph or, if near, to the next label."""
    end = view.number + 1
    while end < len(views) and views[end].paragraph == view.paragraph:
        end += 1
    between = views[end:following] if following - end <= _LONGEST_TURN else ()
    if not any(cue.tells for other in between for cue in other.cues):
        end = max(end, following if between else end)
    rest = [*view.items[colon + 1 :]]
    rest.extend(item for other in views[view.number + 1 : end] for item in other.items)
    if page.is_dash(rest[0]):
        rest = rest[1:]
    return rest if len(rest) >= _SHORTEST_TURN else []


def _labelled(page: Page, items: Sequence[int], known: list[Mention]) -> Subject | None:
    """The person that a label names, or means by the initials of one it named before."""
    found = find_subject(page, items, ACTIVE)
    if found is not None and found.is_person and found.mention is not None:
        known.append(found.mention)
        return found
    letters = [char for item in items for char in page.tokens[item].text if char.isalpha()]
    for mention in reversed(known[-_KNOWN:]):
        initials = [word[0] for word in mention.name.split()]
        if len(letters) > 1 and letters == initials:
            return Subject(items[0], items[-1] + 1, "name", mention=mention)
    return None


@cache
def _labels() -> dict[str, str]:
    return {row.word: row.turn for row in read_lexicon("turn_labels", Label)}
