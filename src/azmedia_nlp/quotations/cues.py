"""Cues: the verbs and phrases of saying, one look-up a word.

``data/lexicon/cue_verbs.tsv`` and ``cue_phrases.tsv`` give stems with the frames they take;
their forms come from the morphology.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from azmedia_nlp.annotations import Cue
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import inflect
from azmedia_nlp.morphology.verbs import Kind, VerbForm, verb_forms
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.vocabulary import particles

_KINDS: Final[tuple[Kind, ...]] = ("finite", "participle", "converb")
_TOLD: Final = frozenset(
    {"perfect", "narrative", "present", "past", "pluperfect", "imperfect", "habitual"}
)


class CueVerb(msgspec.Struct, frozen=True):
    """A row of the verb lexicon: a stem and the frames it takes."""

    stem: str
    lemma: str
    takes: tuple[str, ...]


class CuePhrase(msgspec.Struct, frozen=True):
    """A row of the phrase lexicon: a word and the light verbs that make it a cue."""

    word: str
    light: tuple[str, ...] = ()
    lemma: str = ""
    takes: tuple[str, ...] = ()


class Predicate(NamedTuple):
    """A cue found at ``items[first:last]`` of a frame."""

    first: int
    last: int
    lemma: str
    takes: tuple[str, ...]
    form: VerbForm
    opens_clause: bool = False  # whether *ki* follows

    @property
    def tells(self) -> bool:
        """Whether the form reports what was said: third person, not denied, not required."""
        form = self.form
        if form.negated or form.person not in ("3", "3pl"):
            return False
        return form.kind == "finite" and form.tense in _TOLD

    @property
    def is_passive(self) -> bool:
        """Whether it names no speaker of itself: *bildirilib*."""
        return self.form.voice == "passive"

    @property
    def is_newsroom(self) -> bool:
        """Whether the newsroom speaks for itself: *qeyd edək, bildirim*."""
        return self.form.tense in ("optative", "proposal")


def find_cues(page: Page, items: Sequence[int]) -> tuple[Predicate, ...]:
    """The cues of a frame, in order.

    Positions are indices into *items*.
    """
    words, known = page.words, predicates()
    return tuple(
        cue
        for at, item in enumerate(items)
        if words[item] in known and item not in page.quotes
        for cue in _at(page, items, at)
    )


def _at(page: Page, items: Sequence[int], at: int) -> Iterator[Predicate]:
    words = page.words
    readings = predicates()[words[items[at]]]
    follower = words[items[at + 1]] if at + 1 < len(items) else ""
    clause = follower in particles("complementizer")
    before = at - 1
    if before > 0 and words[items[before]] in particles("clitic"):
        before -= 1
    noun = words[items[before]] if before >= 0 else ""
    for stem, form in readings:
        phrase = _phrases().get((noun, stem))
        if phrase is not None:
            yield Predicate(before, at + 1, phrase.lemma, phrase.takes, form, clause)
            return
    for stem, form in readings:
        verb = _verbs().get(stem)
        if verb is not None:
            yield Predicate(at, at + 1, verb.lemma, verb.takes, form, clause)
            return


def find_split_phrase(page: Page, items: Sequence[int], noun: int) -> Predicate | None:
    """A phrase whose noun stands far before its light verb: *bu rəqəmləri X verib*.

    The verb is looked for from the end of the frame.
    """
    for at in range(len(items) - 1, noun, -1):
        for stem, form in predicates().get(page.words[items[at]], ()):
            phrase = _phrases().get((page.words[items[noun]], stem))
            if phrase is not None:
                cue = Predicate(at, at + 1, phrase.lemma, phrase.takes, form)
                return cue if cue.tells else None
    return None


def cue_span(page: Page, items: Sequence[int], cue: Predicate) -> Cue:
    """The cue as an annotation."""
    return words_as_cue(page, items[cue.first : cue.last], cue.lemma)


def words_as_cue(page: Page, items: Sequence[int], lemma: str) -> Cue:
    """All of *items* as the words of saying."""
    start, end = page.range_of(items)
    return Cue(start, end, page.text[start:end], lemma)


@cache
def _verbs() -> dict[str, CueVerb]:
    nominal = {
        row.word: CueVerb(row.word, row.lemma, row.takes)
        for row in read_lexicon("cue_phrases", CuePhrase)
        if not row.light
    }
    return nominal | {row.stem: row for row in read_lexicon("cue_verbs", CueVerb)}


@cache
def _phrases() -> dict[tuple[str, str], CuePhrase]:
    return {
        (row.word, light): row
        for row in read_lexicon("cue_phrases", CuePhrase)
        for light in row.light
    }


@cache
def predicates() -> dict[str, tuple[tuple[str, VerbForm], ...]]:
    """Every form of every cue stem and light verb, with the stems it may come from."""
    found: dict[str, list[tuple[str, VerbForm]]] = {}
    stems = {row.stem for row in read_lexicon("cue_verbs", CueVerb)}
    stems |= {light for _, light in _phrases()}
    for stem in sorted(stems):
        for word, forms in verb_forms(stem, _KINDS).items():
            found.setdefault(word, []).extend((stem, form) for form in forms)
    for row in read_lexicon("cue_phrases", CuePhrase):
        if not row.light:
            _add_copulas(row.word, found)
    return {word: tuple(readings) for word, readings in found.items()}


def _add_copulas(word: str, found: dict[str, list[tuple[str, VerbForm]]]) -> None:
    form = VerbForm("finite", "present", person="3")
    for spelled in (inflect(word, copula="3"), inflect(word, copula="3pl")):
        found.setdefault(spelled, []).append((word, form))
