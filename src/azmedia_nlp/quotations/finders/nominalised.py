"""``Səfir … töhfə verəcəyini vurğulayıb``: the clause before the verb, turned into a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.morphology.verbs import VerbForm, read_nominal
from azmedia_nlp.quotations.adjuncts import content_start
from azmedia_nlp.quotations.cases import case_of_word
from azmedia_nlp.quotations.cues import Predicate, cue_span
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import Subject
from azmedia_nlp.quotations.views import View, link_of, subject_of
from azmedia_nlp.quotations.vocabulary import addressee_forms, connectives, content_forms, particles

_BASIS_REACH: Final = 8
_EARLIER: Final = 60
_GAP: Final = 3  # "… olduğunu da bir daha vurğulayıb"
_QUESTION_REACH: Final = 4
_PASSIVE_GAP: Final = 2  # "… olduğu bir daha vurğulanıb"


def find_nominalised(page: Page, view: View) -> Iterator[Statement]:
    """The clauses that end in an accusative (before a passive, a nominative) and a cue."""
    low = view.low
    for cue in view.cues:
        if not _may_close(view, cue):
            continue
        last = _nominal_before(page, view.items, cue, low)
        if last is None:
            continue
        low = _behind_basis(page, view, low, last)
        subject = subject_of(page, view, cue, low, last, near=True)
        if subject is None and not cue.tells:
            continue
        subject = subject or _earlier_subject(page, view, cue, low)
        begin = content_start(page, view.items, subject, _behind_naming(view, low, last), last)
        if _asks(page, view.items[begin:last]):
            continue
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
    return subject_of(page, view, cue, max(view.low, low - _EARLIER), low, near=True)


def _asks(page: Page, clause: Sequence[int]) -> bool:
    """Whether a clause only names a question: *bunun necə başladığını xatırlayır*."""
    words = [page.words[item] for item in clause[-_QUESTION_REACH:]]
    asking = [at for at, word in enumerate(words) if word in particles("question")]
    denied = any(words[at - 1] in particles("denial") for at in asking)
    return len(asking) == 1 and not denied


def _behind_naming(view: View, low: int, last: int) -> int:
    """Behind a verb of naming in the clause: *X-i “Y” adlandıraraq | …*."""
    naming = [cue.last for cue in view.cues if "name" in cue.takes and low < cue.last < last]
    return naming[-1] if naming else low


def _behind_basis(page: Page, view: View, low: int, last: int) -> int:
    """Behind a basis that opens the frame: *Məlumata görə, | …*."""
    for at in range(low, min(low + _BASIS_REACH, last - 1)):
        if page.words[view.items[at]] in particles("basis"):
            return at + 2 if page.words[view.items[at + 1]] == "," else low
    return low


def _may_close(view: View, cue: Predicate) -> bool:
    if cue.opens_clause or cue.first <= view.low or "nominal" not in cue.takes:
        return False
    return cue.tells or cue.form.tense in ("conditional", "manner")


def _nominal_before(page: Page, items: Sequence[int], cue: Predicate, low: int) -> int | None:
    """The position of the noun that the clause before a cue ends in."""
    gap = _PASSIVE_GAP if cue.is_passive else _GAP
    for at in range(cue.first - 1, max(low, cue.first - 1 - gap) - 1, -1):
        item = items[at]
        word = page.words[item]
        if item in page.quotes or word in ",:;":
            return None
        if word in content_forms():
            return at if not cue.is_passive and at == cue.first - 1 else None
        form = read_nominal(word)
        if form is not None:
            return at if _is_content(page, items[at + 1 : cue.first], cue, form) else None
        if not _may_stand_between(page, item):
            return None
    return None


def _may_stand_between(page: Page, item: int) -> bool:
    """Whether a word may part a clause from its verb: an adverb, an addressee, *barədə*."""
    word = page.words[item]
    index = page.mention_at[item]
    if index >= 0:
        return is_outlet(page, page.mentions[index])
    small = (word,) in connectives() or word in particles("degree") | particles("about")
    return small or word in addressee_forms() or case_of_word(word) == "ins"


def _is_content(page: Page, gap: Sequence[int], cue: Predicate, form: VerbForm) -> bool:
    """Whether a nominal is what the verb reports: an accusative, a nominative of a passive."""
    if form.tense in ("action", "infinitive"):
        wanted = "acc" if form.tense == "action" else "nom"  # vurmağı: the two look alike
        return "action" in cue.takes and form.case == wanted and not gap
    if cue.is_passive:
        return form.case == "nom"
    if form.case == "nom":  # "… endiriləcəyi ilə bağlı məlumat yaymışdı"
        return bool(gap) and page.words[gap[-1]] in particles("about")
    return form.case in ("acc", "dat")
