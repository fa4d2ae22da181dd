"""Credited outlets: where the text says that its news comes from, or to whom it was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from azmedia_nlp.alphabet import QUOTATION_MARKS
from azmedia_nlp.annotations import Mention, Source
from azmedia_nlp.quotations.adjuncts import names_occasion
from azmedia_nlp.quotations.cases import place_mention
from azmedia_nlp.quotations.credits import is_quoted_writer
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.views import View
from azmedia_nlp.quotations.vocabulary import (
    addressee_forms,
    event_forms,
    particles,
    question_forms,
    reporter_forms,
    type_words,
)

_DATELINE: Final = regex.compile(
    r"""^[\p{L}\s-]{2,30},\s [^\n,]{0,20}\d{1,2}[^\n,]{0,25}[.,]?\s*[(“"«/]*$""",
    regex.VERBOSE,
)
_HEAD: Final = 5  # paragraphs in which a dateline may stand
_NEAR: Final = 5


def find_sources(page: Page, views: Sequence[View]) -> tuple[Source, ...]:
    """The outlets that the text credits, each time it does."""
    return tuple(
        Source(mention.start, mention.end, mention.text, mention.name, mention.entity or None)
        for view in views
        for mention in _credited(page, view)
    )


def _credited(page: Page, view: View) -> Iterator[Mention]:
    for at, item in enumerate(view.items):
        mention = page.starts_mention(item) if page.mention_at[item] >= 0 else None
        if mention is not None and mention.label == "ORG" and _is_credited(page, view, at, mention):
            yield mention


def _is_credited(page: Page, view: View, at: int, mention: Mention) -> bool:
    case, behind = place_mention(page, view.items, at, mention, type_words())
    following = view.items[behind : behind + _NEAR]
    if not is_outlet(page, mention):
        return _writes(page, view, at) or (case == "dat" and _is_told_to(page, view, at, behind))
    if at > 0 and page.words[view.items[at - 1]] == "(":
        return _is_dateline(page, view, mention) or _signs(page, view, at, behind)
    if at < view.low or _is_dateline(page, view, mention):
        return True
    if case == "dat":
        # Modern.az-a açıqlamasında
        told = bool(view.cues) or names_occasion(page, following[:1])
        return told or _refers(page, following)
    if case == "gen":
        return _asks(page, view, following)
    return case == "nom" and _reports(page, view, behind)


def _signs(page: Page, view: View, at: int, behind: int) -> bool:
    """Whether a bracket with the outlet ends the paragraph: *“…” deyib. (Axar.az)*.

    Behind another name it is that name's short form: *İctimai Televiziya (İTV)*.
    """
    before, rest = view.items[: at - 1], view.items[behind:]
    if not rest or page.words[rest[0]] != ")" or not all(map(page.is_stop, rest[1:])):
        return False
    paragraph = page.paragraphs[view.paragraph]
    ends = not page.text[page.end_of(rest[-1]) : paragraph.end].strip()
    return ends and not any(page.mention_at[item] >= 0 for item in before[-2:])


def _writes(page: Page, view: View, at: int) -> bool:
    """Whether the credit that opens the frame is a name in marks that writes."""
    return at < view.low and any(
        is_quoted_writer(page, view.items[: cue.first], cue) for cue in view.cues[:1]
    )


def _is_told_to(page: Page, view: View, at: int, behind: int) -> bool:
    """Whether a body of unknown kind is spoken to as outlets are: *“Meydan”a açıqlamasında*."""
    items = view.items
    if names_occasion(page, items[behind : behind + 1]):
        return True
    quoted = at > 1 and page.words[items[at - 1]] in QUOTATION_MARKS
    if not quoted or not any(cue.tells and cue.first >= behind for cue in view.cues):
        return False
    index = page.mention_at[items[at - 2]]
    return index >= 0 and page.mentions[index].label == "PER"


def _reports(page: Page, view: View, behind: int) -> bool:
    """Whether the outlet is what the clause's verb of saying says it of."""
    for cue in view.cues:
        if cue.first >= behind and cue.form.kind == "finite" and not cue.form.negated:
            between = view.items[behind : cue.first]
            return all(_may_stand_between(page, item) for item in between)
    return False


def _may_stand_between(page: Page, item: int) -> bool:
    index = page.mention_at[item]
    return page.words[item] != "," if index < 0 else is_outlet(page, page.mentions[index])


def _refers(page: Page, items: Sequence[int]) -> bool:
    referring = particles("reference") | particles("basis")
    return any(page.words[item] in referring for item in items)


def _asks(page: Page, view: View, following: Sequence[int]) -> bool:
    """Whether the outlet asks or airs: *“Kaspi”nin suallarını, radionun proqramında*.

    Its reporter counts without a name; by name they are a person of the story.
    """
    words = [page.words[item] for item in following]
    if any(word in event_forms() or word in question_forms() for word in words):
        return True
    if any(word in addressee_forms() for word in words):
        return True
    reporter = any(word in reporter_forms() for word in words)
    named = any(
        (mention := page.starts_mention(item)) is not None and mention.label == "PER"
        for item in view.items
        if following and following[0] <= item <= following[-1] + 2
    )
    return reporter and not named


def _is_dateline(page: Page, view: View, mention: Mention) -> bool:
    """Whether the outlet ends a dateline: *BAKI, 11 aprel, AZƏRTAC*; */Trend/*; *(APA)*."""
    if view.paragraph >= _HEAD or (not view.first and view.number > 2 * _HEAD):
        return False
    start = page.paragraphs[view.paragraph].start
    return _DATELINE.match(page.text[start : mention.start].rstrip()) is not None
