"""Direct speech in quotation marks, by where its attribution stands.

Head: *X deyib: “…”*. Tail: *“…”, – deyə X bildirib*. Beside the verb: *“…” deyib*. Inside the
marks: *“…, – X deyib, – …”*. A quotation that none of these holds is left alone: most
strings in marks are names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from azmedia_nlp.annotations import Cue
from azmedia_nlp.morphology.verbs import read_nominal
from azmedia_nlp.quotations.cases import case_of_word
from azmedia_nlp.quotations.clauses import content_span, is_finite
from azmedia_nlp.quotations.cues import Predicate, cue_span, find_cues, words_as_cue
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.speech import split_speech
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import (
    ACTIVE,
    OWNER,
    PASSIVE,
    Subject,
    find_document,
    find_subject,
)
from azmedia_nlp.quotations.views import View, attribute, link_of
from azmedia_nlp.quotations.vocabulary import document_names, particles

Found = Mapping[int, list[Statement]]
_CLOSE: Final = 3
_SENTENCE: Final = 5
_MEMORY: Final = 4
_OBLIQUE: Final = frozenset({"loc", "dat", "abl", "ins"})


def find_direct(
    page: Page, views: Sequence[View], number: int, found: Found
) -> Iterator[Statement]:
    """The quotations in marks of a frame that an attribution claims."""
    view = views[number]
    before: Attribution | None = None
    for at, item in enumerate(view.items):
        if item not in page.quotes:
            continue
        broken = tuple(_inside(page, view, item))
        if broken:
            yield from broken
            continue
        proposal = _claimed(page, views, number, at, found, before)
        if proposal is not None:
            rule, before = proposal
            yield _statement(page, item, rule, before)


def _statement(page: Page, item: int, rule: str, attribution: Attribution) -> Statement:
    start, end = page.quotes[item].content
    return Statement(start, end, "direct", f"quotations.direct.{rule}", attribution)


def _claimed(
    page: Page,
    views: Sequence[View],
    number: int,
    at: int,
    found: Found,
    before: Attribution | None,
) -> tuple[str, Attribution] | None:
    """The attribution that claims the quotation at a position, and where it stands."""
    view = views[number]
    if _is_name(page, view.items, at):
        return None
    if before is not None and at > 0 and page.is_dash(view.items[at - 1]):
        return "broken", before
    tail = _tail(page, view, at)
    if tail is not None:
        return "tail", tail
    head = _head(page, views, number, at, found)
    if head is not None and not _is_continued(page, view.items, at):
        return "head", head
    beside = _beside(page, view, at)
    if beside is not None:
        return "beside", beside
    sequel = _sequel(page, views, number, found)
    return ("sequel", sequel) if sequel is not None else None


def _tail(page: Page, view: View, at: int) -> Attribution | None:
    """``“…”, – deyə X bildirib``."""
    behind, marked = _skip_joint(page, view.items, at + 1)
    if not marked or behind >= len(view.items):
        return None
    tail = _until_dash(page, view.items[behind:])
    attribution = read_tail(page, view.number, tail) or _signature(page, view, tail)
    if attribution is None or attribution.subject is not None or at <= view.low:
        return attribution
    subject = find_subject(page, view.items[view.low : at], ACTIVE)  # X “…” deyə cavab verib
    return replace(attribution, subject=subject, link="own" if subject else attribution.link)


def _signature(page: Page, view: View, items: Sequence[int]) -> Attribution | None:
    """A person's name and nothing else behind the dash: *“…” – Elçin Vəliyev.*."""
    subject = find_subject(page, items, ACTIVE)
    bare = [item for item in items if not page.is_stop(item)]
    if subject is None or not subject.is_person or subject.last <= bare[-1]:
        return None
    return Attribution(items[0], view.number, None, subject)


def _skip_joint(page: Page, items: Sequence[int], at: int) -> tuple[int, bool]:
    """Behind comma, dash and *deyə*; whether a dash or *deyə* was among them."""
    marked = False
    while at < len(items):
        word = page.words[items[at]]
        opens = word in particles("quotative") or page.is_dash(items[at])
        if not opens and word != ",":
            break
        marked, at = marked or opens, at + 1
    return at, marked


def _until_dash(page: Page, items: Sequence[int]) -> Sequence[int]:
    for at, item in enumerate(items):
        if page.is_dash(item) and at + 1 < len(items) and items[at + 1] in page.quotes:
            return items[:at]
    return items


def read_tail(page: Page, frame: int, items: Sequence[int]) -> Attribution | None:
    """The attribution that *items* are: a subject and a verb, in either order.

    Any finite verb will do here (*“…”, – Nigar sevincini gizlətməyib*).
    """
    cues = [cue for cue in find_cues(page, items) if _may_tell(cue)]
    if cues:
        cue = cues[0]
        span = cue_span(page, items, cue)
        subject = _around(page, items, cue.first, cue.last, passive=cue.is_passive)
    else:
        places = range(len(items) - 1, -1, -1)
        verb = next((at for at in places if _is_verb(page, items[at])), None)
        if verb is None:
            return None
        span = words_as_cue(page, items[verb : verb + 1], page.words[items[verb]])
        subject = _around(page, items, verb, verb + 1, passive=False)
        if subject is None:
            return None
    return Attribution(items[0], frame, span, subject, "own" if subject else "running")


def _read_named_tail(page: Page, frame: int, items: Sequence[int]) -> Attribution | None:
    """An attribution between marks: what the quoted person tells of others has no subject."""
    attribution = read_tail(page, frame, items)
    return attribution if attribution is not None and attribution.subject is not None else None


def _may_tell(cue: Predicate) -> bool:
    if cue.form.kind == "participle":
        return not cue.form.negated
    return cue.form.kind == "finite" and cue.form.person in ("3", "3pl")


def _is_verb(page: Page, item: int) -> bool:
    return page.mention_at[item] < 0 and item not in page.quotes and is_finite(page.words[item])


def _around(
    page: Page, items: Sequence[int], first: int, last: int, *, passive: bool
) -> Subject | None:
    """The subject before the verb, or behind it (*deyir balaca Nihad*)."""
    cases = PASSIVE if passive else ACTIVE
    before, behind = items[:first], items[last:]
    found = find_subject(page, before, cases) or find_subject(page, behind, cases)
    if found is None:
        found = find_document(page, before) if passive else find_subject(page, before, PASSIVE)
    return found or bare_phrase(page, before)


def bare_phrase(page: Page, items: Sequence[int]) -> Subject | None:
    """A noun phrase that no lexicon knows: *keçmiş hücumçu, oxuculardan biri*."""
    words = [item for item in items if page.words[item][:1].isalnum()]
    while words and case_of_word(page.words[words[-1]]) in _OBLIQUE:
        words.pop()
    if not words:
        return None
    return Subject(words[0], words[-1] + 1, "phrase")


def _head(
    page: Page, views: Sequence[View], number: int, at: int, found: Found
) -> Attribution | None:
    """``X deyib: “…”``, in one paragraph or two."""
    view = views[number]
    if at > 0:
        colon = at - 1
    elif number > 0 and view.first:
        number -= 1
        view = views[number]
        colon = len(view.items) - 1
    else:
        return None
    if page.words[view.items[colon]] != ":":
        return _unmarked_head(page, view, at) if at > 0 else None
    end = page.tokens[view.items[colon]].end
    earlier = [item for item in found.get(number, ()) if item.end <= end]
    if earlier:
        return earlier[-1].attribution
    return read_head(page, view, view.items[view.low : colon])


def _unmarked_head(page: Page, view: View, at: int) -> Attribution | None:
    """``X deyib “…”``: the colon forgotten, a whole sentence in the marks."""
    for cue in view.cues:
        if cue.last == at and cue.tells and "direct" in cue.takes:
            claims = cue.first >= view.low and _is_sentence(page, view.items[at])
            return attribute(page, view, cue, view.low, cue.first) if claims else None
    return None


def read_head(page: Page, view: View, items: Sequence[int]) -> Attribution | None:
    """The attribution before a colon: subject and verb, or the subject alone."""
    if not items:
        return None
    cues = [cue for cue in find_cues(page, items) if _may_tell(cue)]
    if cues:
        cue = cues[-1]
        subject = _head_subject(page, items[: cue.first], passive=cue.is_passive)
        span: Cue | None = cue_span(page, items, cue)
        link = link_of(page, cue, subject, items[: cue.first])
        return Attribution(items[0], view.number, span, subject, link)
    subject = _head_subject(page, items, passive=False)
    if subject is None and not _is_somebodys(page, items):
        return None
    verb = items[-1]
    span = words_as_cue(page, items[-1:], page.words[verb]) if _is_verb(page, verb) else None
    return Attribution(items[0], view.number, span, subject, "own" if subject else "running")


def _is_somebodys(page: Page, items: Sequence[int]) -> bool:
    """Whether a head without subject or cue is about one (*Onun narahatlığı başqadır:*)."""
    return page.words[items[-1]] in document_names() or bool(find_subject(page, items, OWNER))


def _head_subject(page: Page, items: Sequence[int], *, passive: bool) -> Subject | None:
    if passive:
        return find_subject(page, items, PASSIVE) or find_document(page, items)
    return find_subject(page, items, ACTIVE) or find_subject(page, items, PASSIVE)


def _sequel(page: Page, views: Sequence[View], number: int, found: Found) -> Attribution | None:
    """A frame that is a quotation and nothing else goes on with what was said just before."""
    view = views[number]
    bare = [item for item in view.items if page.words[item] not in ".,"]
    if len(bare) != 1 or not _is_sentence(page, bare[0]):
        return None
    paragraph = views[number - 1].paragraph if number else -1
    for other in reversed(views[max(0, number - _MEMORY) : number]):
        if other.paragraph != paragraph:
            break
        if found.get(other.number):
            return found[other.number][-1].attribution
    return _announced(page, views[number - 1]) if number else None


def _announced(page: Page, view: View) -> Attribution | None:
    """``X açıqlama verib.``, and in the next paragraph what was said."""
    for cue in view.cues:
        rest = view.items[cue.last :]
        ends = all(page.is_stop(item) for item in rest)
        if ends and cue.first >= view.low and cue.tells and "direct" in cue.takes:
            attribution = attribute(page, view, cue, view.low, cue.first)
            return attribution if attribution.subject is not None else None
    return None


def _is_sentence(page: Page, item: int) -> bool:
    return page.quote_ends[item] - item > _SENTENCE


def _beside(page: Page, view: View, at: int) -> Attribution | None:
    """``X “…” deyib``: the verb stands right behind the marks."""
    for cue in view.cues:
        if not at < cue.first <= at + _CLOSE or cue.first < view.low:
            continue
        names = "name" in cue.takes and cue.form.kind in ("finite", "converb")
        tells = cue.tells and "direct" in cue.takes
        if not (names or tells) or (names and cue.is_passive):
            continue
        if _goes_on(page, view.items, at, cue.first):
            return None
        subject = find_subject(page, view.items[view.low : at], ACTIVE)
        span = cue_span(page, view.items, cue)
        return Attribution(
            view.items[cue.first], view.number, span, subject, "own" if subject else "running"
        )
    return None


def _is_name(page: Page, items: Sequence[int], at: int) -> bool:
    """Whether marks hold a letter or an ending follows, as with names: *“X”, “Səs”i*."""
    start, end = page.quotes[items[at]].content
    if end - start == 1:
        return True
    if at + 1 >= len(items):
        return False
    follower = page.tokens[items[at + 1]]
    return follower.start == page.end_of(items[at]) and follower.text[:1].isalpha()


def _is_continued(page: Page, items: Sequence[int], at: int) -> bool:
    """Whether the sentence goes on behind the marks in lower case: *təltif edilib: “X” ilə …*."""
    follower = page.tokens[items[at + 1]].text if at + 1 < len(items) else ""
    return follower[:1].islower() and follower not in particles("quotative")


def _goes_on(page: Page, items: Sequence[int], at: int, high: int) -> bool:
    """Whether the clause goes on behind the marks: *“X” saydığını deyib*."""
    between = items[at + 1 : high]
    return any(page.words[item] in ",:;" or read_nominal(page.words[item]) for item in between)


def _inside(page: Page, view: View, item: int) -> Iterator[Statement]:
    """``“A, – X deyib. – B”``: the attribution stands between the marks."""
    tokens = range(item + 1, page.quote_ends[item])
    if not any(page.is_dash(token) for token in tokens):
        return
    quoted = page.quotes[item]
    inner = [token for token in tokens if page.tokens[token].start < quoted.content[1]]
    for speech in split_speech(page, view.number, inner, _read_named_tail):
        span = content_span(page, speech.items)
        if span is not None and speech.attribution is not None:
            yield Statement(*span, "direct", "quotations.direct.inside", speech.attribution)
