"""``Səfir … töhfə verəcəyini vurğulayıb``: the clause before the verb, turned into a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.morphology.verbs import read_nominal
from azmedia_nlp.quotations.adjuncts import content_start
from azmedia_nlp.quotations.cues import Predicate, cue_span
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import Subject
from azmedia_nlp.quotations.views import View, link_of, subject_of

_GAP: Final = 3  # "… olduğunu da bir daha vurğulayıb"
_PASSIVE_GAP: Final = 1  # "… olduğu da vurğulanıb"


def find_nominalised(page: Page, view: View) -> Iterator[Statement]:
    """The clauses that end in an accusative (before a passive, a nominative) and a cue."""
    low = view.low
    for cue in view.cues:
        if not _may_close(page, view, cue):
            continue
        last = _nominal_before(page, view.items, cue, low)
        if last is None:
            continue
        subject = subject_of(page, view, cue, low, last, near=True)
        if subject is None and not cue.tells:
            continue
        subject = subject or _earlier_subject(page, view, cue, low)
        begin = content_start(page, view.items, subject, low, last)
        start, end = page.range_of(view.items[begin : last + 1])
        link = link_of(page, cue, subject, view.items[low:begin])
        span = cue_span(page, view.items, cue)
        attribution = Attribution(view.items[cue.first], view.number, span, subject, link)
        yield Statement(start, end, "indirect", "quotations.nominalised", attribution)
        low = cue.last


def _earlier_subject(page: Page, view: View, cue: Predicate, low: int) -> Subject | None:
    """The subject of the clauses before, which an active verb without its own takes over."""
    if cue.is_passive or low == view.low:
        return None
    return subject_of(page, view, cue, view.low, low, near=True)


def _may_close(page: Page, view: View, cue: Predicate) -> bool:
    if cue.first <= view.low or "nominal" not in cue.takes:
        return False
    if cue.last < len(view.items) and page.words[view.items[cue.last]] == "ki":
        return False
    return cue.tells or cue.form.tense in ("conditional", "manner")


def _nominal_before(page: Page, items: Sequence[int], cue: Predicate, low: int) -> int | None:
    """The position of the noun that the clause before a cue ends in."""
    gap = _PASSIVE_GAP if cue.is_passive else _GAP
    for at in range(cue.first - 1, max(low, cue.first - 1 - gap) - 1, -1):
        item = items[at]
        if item in page.quotes or page.words[item] in ",:;":
            return None
        form = read_nominal(page.words[item])
        if form is None:
            continue
        if cue.is_passive:
            return at if form.case == "nom" and form.tense != "action" else None
        return at if form.case in ("acc", "dat") else None
    return None
