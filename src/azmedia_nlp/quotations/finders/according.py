"""``X-in sözlərinə görə, Y`` and its kin: the phrase opens the clause that X said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import inflect
from azmedia_nlp.morphology.suffixes import Case
from azmedia_nlp.morphology.verbs import stated
from azmedia_nlp.quotations.cues import CuePhrase, CueVerb, words_as_cue
from azmedia_nlp.quotations.finders.ki_clause import clause_content
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Link, Statement
from azmedia_nlp.quotations.subjects import ADDRESSED, OWNER, PASSIVE, Subject, find_last_subject
from azmedia_nlp.quotations.views import View
from azmedia_nlp.quotations.vocabulary import NounForm, particles

_NAME_REACH: Final = 12
Bare = Literal["nothing", "issuer", "nobody", "themselves"]


class According(msgspec.Struct, frozen=True):
    """A row of the lexicon of nouns in such phrases."""

    noun: str
    plural: bool
    case: Case
    post: tuple[str, ...] = ()
    lemma: str = ""
    bare: Bare = "nothing"


class Phrase(msgspec.Struct, frozen=True):
    """What a word promises: the postpositions it needs and whether it needs an owner."""

    post: tuple[str, ...]
    lemma: str
    owned: bool
    bare: Bare
    noun: str


def find_according(page: Page, view: View) -> Iterator[Statement]:
    """The clause behind the first such phrase of a frame."""
    items, words, phrases = view.items, page.words, _phrases()
    for at, item in enumerate(items):
        phrase = phrases.get(words[item])
        if phrase is None or at < view.low or item in page.quotes:
            continue
        behind = at + 1
        if phrase.post:
            if behind >= len(items) or words[items[behind]] not in phrase.post:
                continue
            behind += 1
        attribution = _attribution(page, view, phrase, at, behind)
        if attribution is not None:
            yield from clause_content(page, items[behind:], attribution, "according")
            return
    yield from _by_name(page, view)


def _by_name(page: Page, view: View) -> Iterator[Statement]:
    """``Vəliyevə görə, X``: a person in the dative opens the frame, with *görə* and a comma."""
    items = view.items
    for at in range(view.low + 1, min(view.low + _NAME_REACH, len(items) - 1)):
        if page.words[items[at]] not in particles("basis") or page.words[items[at + 1]] != ",":
            continue
        owner = find_last_subject(page, items[view.low : at], ADDRESSED)
        if owner is not None and owner.is_person and owner.last > items[at - 1]:
            cue = words_as_cue(page, items[at : at + 1], page.words[items[at]])
            attribution = Attribution(items[at], view.number, cue, owner, "own")
            yield from clause_content(page, items[at + 1 :], attribution, "according.name")
        return


def _attribution(
    page: Page, view: View, phrase: Phrase, at: int, behind: int
) -> Attribution | None:
    before = view.items[view.low : at]
    owner = _owner(page, before, phrase)
    if owner is None and phrase.owned and phrase.bare == "nothing" and at > view.low:
        return None
    cue = words_as_cue(page, view.items[at:behind], phrase.lemma)
    if phrase.bare == "themselves":
        owner = _themselves(view.items[at], phrase.noun)
    link: Link = "own" if owner else "running"
    if owner is None and not phrase.owned and phrase.bare in ("issuer", "nobody"):
        link = phrase.bare
    return Attribution(view.items[at], view.number, cue, owner, link)


def _owner(page: Page, before: Sequence[int], phrase: Phrase) -> Subject | None:
    """Whose words they are: in the genitive, or in the ablative behind which they are given.

    *Məclisin Hüquq Şöbəsindən verilən məlumata görə*: the name nearer to the phrase gives them.
    """
    owner = find_last_subject(page, before, OWNER)
    giver = find_last_subject(page, before, PASSIVE) if owner is None or not phrase.owned else None
    if owner is None or giver is None:
        return owner or giver
    named = giver.mention is not None and giver.first > owner.first
    return giver if named else owner


def _themselves(item: int, noun: str) -> Subject:
    """The noun as the speaker: *Nəşrin mənbələrinə görə* is said by *mənbələr*."""
    return Subject(item, item + 1, "noun", noun=NounForm(noun, "group", "dat", plural=True))


@cache
def _phrases() -> dict[str, Phrase]:
    """The words that open such phrases: *sözlərinə, fikrincə, dediyinə, məlumata*."""
    found: dict[str, Phrase] = {}
    for row in read_lexicon("according", According):
        word = inflect(row.noun, plural=row.plural, possessive="3", case=row.case)
        found[word] = Phrase(row.post, row.lemma, True, row.bare, row.noun)
        if row.bare != "nothing":
            bare = inflect(row.noun, plural=row.plural, case=row.case)
            found[bare] = Phrase(row.post, row.lemma, False, row.bare, row.noun)
    for stem, lemma in _saying_stems():
        # dediyi kimi, dediyinə görə
        for case, role in _ROLES.items():
            phrase = Phrase(tuple(particles(role)), lemma, True, "nothing", stem)
            found.update(dict.fromkeys(stated(stem, case), phrase))
    return found


_ROLES: Final[dict[Case, str]] = {"nom": "likeness", "dat": "basis"}


def _saying_stems() -> Iterator[tuple[str, str]]:
    """Light verbs, in one order whatever the process; a verb of saying of its own comes last."""
    yield from sorted(
        (light, row.lemma)
        for row in read_lexicon("cue_phrases", CuePhrase)
        for light in row.light
        if "ki" in row.takes
    )
    for verb in read_lexicon("cue_verbs", CueVerb):
        if "ki" in verb.takes:
            yield verb.stem, verb.lemma
