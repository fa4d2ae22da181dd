"""``Səfir … töhfə verəcəyini vurğulayıb``: the clause before the verb, turned into a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.morphology.verbs import read_nominal
from azmedia_nlp.quotations.adjuncts import content_start
from azmedia_nlp.quotations.cues import Predicate, cue_span
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import case_of_word
from azmedia_nlp.quotations.views import View, subject_of

_GAP: Final = 3  # "… olduğunu da bir daha vurğulayıb"


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
        begin = content_start(page, view.items, subject, low, last)
        start, end = page.range_of(view.items[begin : last + 1])
        link = "own" if subject else "impersonal" if cue.is_passive else "running"
        span = cue_span(page, view.items, cue)
        attribution = Attribution(view.items[cue.first], view.number, span, subject, link)
        yield Statement(start, end, "indirect", "quotations.nominalised", attribution)
        low = cue.last


def _may_close(page: Page, view: View, cue: Predicate) -> bool:
    if cue.first <= view.low or "nominal" not in cue.takes:
        return False
    if cue.last < len(view.items) and page.words[view.items[cue.last]] == "ki":
        return False
    return cue.tells or cue.form.tense in ("conditional", "manner")


def _nominal_before(page: Page, items: Sequence[int], cue: Predicate, low: int) -> int | None:
    """The position of the noun that the clause before a cue ends in."""
    for at in range(cue.first - 1, max(low, cue.first - 1 - _GAP) - 1, -1):
        item = items[at]
        if item in page.quotes or page.words[item] in ",:;":
            return None
        form = read_nominal(page.words[item])
        if form is None:
            continue
        wanted = ("nom",) if cue.is_passive else ("acc", "dat")
        return at if form.case in wanted else None
    return None
