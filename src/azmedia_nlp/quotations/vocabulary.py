"""What the words of an attribution are: look-ups of forms, built from the lexicons' stems.

Nouns that speak without a name, pronouns, writings, occasions of speaking, small words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final, Literal

import msgspec
import regex

from azmedia_nlp.alphabet import last_vowel, lower
from azmedia_nlp.lexicon import WordRow, read_lexicon
from azmedia_nlp.morphology import inflect
from azmedia_nlp.morphology.suffixes import Case, Possessive
from azmedia_nlp.roles.vocabulary import titles

NounKind = Literal[
    "person", "body", "firm", "any_body", "part", "group", "outlet", "newsroom", "adjective"
]
ParticleUse = Literal[
    "complementizer",
    "quotative",
    "conjunction",
    "clitic",
    "basis",
    "likeness",
    "reference",
    "postposition",
    "determined",
    "indefinite",
    "partitive",
    "age",
    "adjunct",
    "occasion",
    "role",
    "about",
    "question",
    "degree",
    "denial",
    "agent",
]

# Makers of occupations: cüdoçu, teatrşünas, epidemioloq, with possessive and case.
_OCCUPATION: Final = regex.compile(
    r"""^(?P<noun>\p{L}{2,}(?:ç[ıiuü]|şünas|oloq|oloğ))(?P<plural>l[aə]r)?
        (?P<possessive>s?[ıiuü](?=$|n))?(?P<gen>n?[ıiuü]n)?$""",
    regex.VERBOSE,
)


class SpeakerNoun(msgspec.Struct, frozen=True):
    """A row of the lexicon of nouns that speak without a name."""

    noun: str
    kind: NounKind


class Pronoun(msgspec.Struct, frozen=True):
    """A row of the pronoun lexicon."""

    pronoun: str
    case: Case
    plural: bool


class Noun(msgspec.Struct, frozen=True):
    """A row of a lexicon that lists nouns only."""

    noun: str


class PointerPhrase(msgspec.Struct, frozen=True):
    """A row of the lexicon of what points back."""

    phrase: str


class Particle(msgspec.Struct, frozen=True):
    """A row of the lexicon of small words."""

    word: str
    use: ParticleUse


class NounForm(msgspec.Struct, frozen=True):
    """What a form of a speaker noun is a form of."""

    noun: str
    kind: NounKind
    case: Case
    plural: bool = False
    possessed: bool = False


def noun_forms(word: str) -> tuple[NounForm, ...]:
    """The readings of a lower-case word as a speaker noun, by the lexicon or its shape.

    >>> noun_forms("nazirin")[0].case, noun_forms("cüdoçu")[0].noun
    ('gen', 'cüdoçu')
    """
    return _speaker_nouns().get(word) or _occupation(word)


@cache
def _occupation(word: str) -> tuple[NounForm, ...]:
    match = _OCCUPATION.match(word)
    if match is None:
        return ()
    case: Case = "gen" if match["gen"] else "nom"
    plural, possessed = bool(match["plural"]), bool(match["possessive"])
    return (NounForm(match["noun"], "person", case, plural, possessed),)


@cache
def _speaker_nouns() -> dict[str, tuple[NounForm, ...]]:
    cases: tuple[Case, ...] = ("nom", "gen", "abl")
    found: dict[str, list[NounForm]] = {}
    for row in (*read_lexicon("speaker_nouns", SpeakerNoun), *_offices()):
        kind: NounKind = "person" if row.kind == "adjective" else row.kind
        for case, plural, possessive in product(cases, (False, True), _possessives(row.kind)):
            if row.kind == "adjective" and not (plural or possessive):
                continue
            word = inflect(row.noun, plural=plural, possessive=possessive, case=case)
            form = NounForm(row.noun, kind, case, plural, possessive is not None)
            found.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in found.items()}


def _possessives(kind: NounKind) -> tuple[Possessive | None, ...]:
    """Who may own the noun: *müxbirimiz* is the newsroom's, any other *müxbir* is not."""
    return ("1pl",) if kind == "newsroom" else (None, "3", "1pl")


def _offices() -> Iterator[SpeakerNoun]:
    """The titles of one word that the lexicon of speaker nouns does not list itself."""
    listed = {row.noun for row in read_lexicon("speaker_nouns", SpeakerNoun)}
    for title in sorted(titles() - listed):
        if " " not in title and last_vowel(title):
            yield SpeakerNoun(title, "person")


@cache
def type_words() -> frozenset[str]:
    """The possessed forms of nouns that stand behind a name as its type: *agentliyindən*."""
    cases: tuple[Case, ...] = ("nom", "gen", "abl", "dat", "loc", "acc", "ins")
    return frozenset(
        inflect(row.noun, possessive="3", case=case)
        for row in read_lexicon("speaker_nouns", SpeakerNoun)
        if row.kind in ("body", "firm", "part", "outlet")
        for case in cases
    )


@cache
def pronouns() -> dict[str, Pronoun]:
    """The pronouns of the third person."""
    return {row.pronoun: row for row in read_lexicon("pronouns", Pronoun)}


@cache
def group_forms() -> dict[str, str]:
    """The plurals of nouns for groups in every case, with the nominative: *mənbələrə*."""
    cases: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
    return {
        inflect(row.noun, plural=True, possessive=possessive, case=case): inflect(
            row.noun, plural=True
        )
        for row in read_lexicon("speaker_nouns", SpeakerNoun)
        if row.kind == "group"
        for possessive, case in product(_possessives("group"), cases)
    }


@cache
def connectives() -> frozenset[tuple[str, ...]]:
    """Words and phrases that join an attribution to the text before it, as tuples of words."""
    return frozenset(tuple(row.word.split()) for row in read_lexicon("connectives", WordRow))


@cache
def pointers() -> frozenset[tuple[str, ...]]:
    """What points back to the passage before, as tuples of words: *bunu, bu barədə*."""
    return frozenset(tuple(row.phrase.split()) for row in read_lexicon("pointers", PointerPhrase))


@cache
def content_forms() -> frozenset[str]:
    """The accusatives of nouns that stand in place of a clause: *əhəmiyyətini, vacibliyini*."""
    return frozenset(
        inflect(row.noun, possessive="3", case="acc") for row in read_lexicon("content_nouns", Noun)
    )


@cache
def particles(use: ParticleUse) -> frozenset[str]:
    """The small words of one use."""
    return frozenset(row.word for row in read_lexicon("particles", Particle) if row.use == use)


@cache
def document_forms() -> dict[str, str]:
    """The locatives in which a writing speaks (*hesabatda, məlumatında*), with the noun."""
    return {
        inflect(row.noun, plural=plural, possessive=possessive, case="loc"): row.noun
        for row in read_lexicon("document_nouns", Noun)
        for possessive in (None, "3")
        for plural in (False, True)
    }


@cache
def document_words() -> frozenset[str]:
    """Writings as they speak and as they describe another: *təbrik məktubunda*."""
    return frozenset(document_forms()) | {row.noun for row in read_lexicon("document_nouns", Noun)}


@cache
def document_names() -> frozenset[str]:
    """The possessed nominatives of writings: *sənədin mətni, onun məktubu*."""
    return frozenset(
        inflect(row.noun, possessive="3") for row in read_lexicon("document_nouns", Noun)
    )


@cache
def event_forms() -> frozenset[str]:
    """The locatives of occasions of speaking: *çıxışında, brifinqdə*."""
    return _all_forms("speech_events", ("loc",))


@cache
def event_names() -> frozenset[str]:
    """The nominatives of occasions of speaking, before *zamanı*: *görüş, qəbulu*."""
    return _all_forms("speech_events", ("nom",))


@cache
def addressee_forms() -> frozenset[str]:
    """The datives of those one speaks to: *jurnalistlərə*."""
    return _all_forms("addressees", ("dat",))


@cache
def question_forms() -> frozenset[str]:
    """The forms of what an outlet asks: *suallarını, sualına*."""
    return _all_forms("question_nouns", ("acc", "dat"))


@cache
def reporter_forms() -> frozenset[str]:
    """The possessed forms of those who work for an outlet: *müxbiri, müxbirinin*."""
    return _all_forms("reporters", ("nom", "gen", "abl"))


def _all_forms(name: str, cases: tuple[Case, ...]) -> frozenset[str]:
    return frozenset(
        inflect(lower(row.noun), possessive=possessive, plural=plural, case=case)
        for row in read_lexicon(name, Noun)
        for possessive in (None, "3")
        for plural in (False, True)
        for case in cases
    )
