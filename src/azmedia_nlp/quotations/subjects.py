"""Who an attribution names: a mention, a pronoun, a noun of office, or nobody.

Azerbaijani marks the role of a noun on its last word, so the search is for the first phrase in
the right case: the nominative before an active verb, the ablative before a passive one
(*Nazirlikdən bildirilib*), the genitive before *sözlərinə görə*.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec
import regex

from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.annotations import Mention
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze, inflect
from azmedia_nlp.morphology.suffixes import Case
from azmedia_nlp.quotations.page import Page

NounKind = Literal["person", "body", "any_body", "part", "group"]
SubjectKind = Literal["name", "pronoun", "noun", "document", "phrase"]
NAMED: Final = frozenset({"PER", "ORG", "GPE"})

_ENDING: Final = regex.compile(
    r"""(?P<gen>n?[ıiuü]n)$ | (?P<abl>n?[dt][aə]n)$ | (?P<loc>n?[dt][aə])$ | (?P<ins>y?l[aə])$
      | (?P<dat>[yn]?[aə])$ | (?P<acc>n?[ıiuü])$""",
    regex.VERBOSE,
)
_POSTPOSITIONS: Final = frozenset(
    "ilə üçün tərəfindən kimi haqqında haqda barədə barəsində qarşı görə arasında".split()
)


class SpeakerNoun(msgspec.Struct, frozen=True):
    """A row of the lexicon of nouns that speak without a name."""

    noun: str
    kind: NounKind


class Pronoun(msgspec.Struct, frozen=True):
    """A row of the pronoun lexicon."""

    pronoun: str
    case: Case


class DocumentNoun(msgspec.Struct, frozen=True):
    """A row of the lexicon of writings that speak for their issuer."""

    noun: str


class NounForm(msgspec.Struct, frozen=True):
    """What a form of a speaker noun is a form of."""

    noun: str
    kind: NounKind
    case: Case
    plural: bool
    possessed: bool


class Subject(msgspec.Struct, frozen=True):
    """The words that name a speaker, as a range of token indices, and what they are.

    *owner* is the body a part speaks for: *Xarici İşlər Nazirliyi* in *… mətbuat xidməti*.
    """

    first: int
    last: int
    kind: SubjectKind
    mention: Mention | None = None
    noun: NounForm | None = None
    owner: Mention | None = None


def find_subject(
    page: Page, items: Sequence[int], cases: frozenset[Case], *, near: bool = False
) -> Subject | None:
    """The first phrase of *items* that names a speaker in one of *cases*.

    With *near* a person's name must follow its title at once, since what comes later
    may be part of what was said.
    """
    waiting: Subject | None = None
    for at, item in enumerate(items):
        if waiting is not None and near and item - waiting.last > _TITLE_REACH:
            return waiting
        found = _subject_at(page, items, at, cases)
        if found is None:
            continue
        if found.kind == "noun":
            waiting = waiting or found
        elif waiting is None or _is_person(found):
            return found
    return waiting


_TITLE_REACH: Final = 4


def _is_person(subject: Subject) -> bool:
    return subject.mention is not None and subject.mention.label == "PER"


def _subject_at(
    page: Page, items: Sequence[int], at: int, cases: frozenset[Case]
) -> Subject | None:
    item = items[at]
    mention = page.starts_mention(item)
    if mention is not None:
        return _named(page, items, at, mention, cases) if mention.label in NAMED else None
    if page.mention_at[item] >= 0 or item in page.quotes:
        return None
    word = page.words[item]
    if word in _pronouns():
        return _pronoun(page, items, at, cases)
    form = speaker_nouns().get(word)
    if form is not None and any(reading.case in cases for reading in form):
        reading = next(reading for reading in form if reading.case in cases)
        return _noun(page, items, at, reading)
    return None


def _pronoun(
    page: Page, items: Sequence[int], at: int, cases: frozenset[Case]
) -> Subject | None:
    item = items[at]
    word = page.words[item]
    if _pronouns()[word] not in cases:
        return None
    if word == "o" and at + 1 < len(items):
        follower = page.words[items[at + 1]]
        if follower in ("vaxt", "zaman", "cümlədən", "qədər", "ki", "gün", "da"):
            return None
    return Subject(item, item + 1, "pronoun")


def _noun(page: Page, items: Sequence[int], at: int, form: NounForm) -> Subject:
    """A noun of office with what stands before it: *Çin lideri, bankın mətbuat xidməti*."""
    first = at
    owner = None
    while first > 0 and at - first < 5:
        item = items[first - 1]
        index = page.mention_at[item]
        if index >= 0:
            owner = page.mentions[index]
            first -= 1
            continue
        word = page.words[item]
        if owner is not None or not word[:1].isalpha() or not _modifies(word):
            break
        first -= 1
    return Subject(items[first], items[at] + 1, "noun", noun=form, owner=owner)


@lru_cache(maxsize=1 << 12)
def _modifies(word: str) -> bool:
    """Whether a word may stand inside a noun phrase: bare, or with a genitive."""
    return case_of_word(word) in ("nom", "gen", "acc") and word not in connectives()


def _named(
    page: Page, items: Sequence[int], at: int, mention: Mention, cases: frozenset[Case]
) -> Subject | None:
    behind = at + 1
    while behind < len(items) and page.tokens[items[behind]].start < mention.end:
        behind += 1
    case, behind = _case_of_mention(page, items, behind, mention)
    if case not in cases:
        return _part(page, items, behind, mention, cases) if case == "gen" else None
    follower = page.words[items[behind]] if behind < len(items) else ""
    if follower in _POSTPOSITIONS:
        return None
    if case == "nom" and mention.label != "PER" and _continues_title(page, items, behind):
        return None
    return Subject(items[at], items[behind - 1] + 1, "name", mention=mention)


def _continues_title(page: Page, items: Sequence[int], behind: int) -> bool:
    """Whether the word behind a name makes it an attribute: *Çin lideri, ABŞ Prezidenti*."""
    if behind >= len(items):
        return False
    item = items[behind]
    word = page.words[item]
    if page.mention_at[item] >= 0:
        return True
    if word in speaker_nouns():
        return True
    return word[:1].isalpha() and possessed_case(word) in ("nom", "gen") and len(word) > 4


def _part(
    page: Page, items: Sequence[int], behind: int, mention: Mention, cases: frozenset[Case]
) -> Subject | None:
    """A part that speaks for the body before it: *Nazirliyinin mətbuat xidmətindən*."""
    if mention.label == "PER":
        return None
    for at in range(behind, min(behind + 4, len(items))):
        item = items[at]
        if page.mention_at[item] >= 0 or not page.words[item][:1].isalpha():
            return None
        for form in speaker_nouns().get(page.words[item], ()):
            if form.case in cases and form.kind in ("part", "body"):
                follower = items[at + 1] if at + 1 < len(items) else -1
                if follower >= 0 and page.mention_at[follower] >= 0:
                    return None
                first = items[behind - 1]
                return Subject(first, item + 1, "noun", noun=form, owner=mention)
    return None


def _case_of_mention(
    page: Page, items: Sequence[int], behind: int, mention: Mention
) -> tuple[Case, int]:
    """The case of a mention, and the position behind it with mark, ending and type word."""
    last = page.tokens[items[behind - 1]]
    if last.end > mention.end:
        return case_of_ending(page.text[mention.end : last.end].lstrip("-’'‑")), behind
    case = case_of_ending(_ending(mention))
    if behind < len(items) and page.words[items[behind]] in QUOTATION_MARKS:
        behind += 1
        if behind < len(items):
            glued = page.tokens[items[behind]]
            if glued.start == page.tokens[items[behind - 1]].end and glued.text[:1].isalpha():
                return case_of_ending(page.words[items[behind]]), behind + 1
    if case == "nom" and mention.label == "ORG" and behind < len(items):
        follower = page.words[items[behind]]
        typed = possessed_case(follower) if follower in type_words() else None
        if typed is not None:
            return typed, behind + 1
    return case, behind


def _ending(mention: Mention) -> str:
    """What the surface has beyond the nominative: ``in`` of *Hüseynəliyevin*."""
    if mention.text == mention.name:
        return ""
    surface, name = lower(mention.text), lower(mention.name)
    shared = 0
    limit = min(len(surface), len(name))
    while shared < limit and surface[shared] == name[shared]:
        shared += 1
    return surface[shared:] if len(surface) - shared < 7 else ""


@lru_cache(maxsize=1 << 12)
def case_of_ending(ending: str) -> Case:
    """The case that the letters of an ending mark; the nominative where they mark none.

    >>> case_of_ending("ndən"), case_of_ending("ın"), case_of_ending("")
    ('abl', 'gen', 'nom')
    """
    match = _ENDING.search(lower(ending))
    return match.lastgroup if match else "nom"  # type: ignore[return-value]


@lru_cache(maxsize=1 << 14)
def case_of_word(word: str) -> Case:
    """The likeliest case of a lower-case word."""
    for analysis in analyze(word):
        if len(analysis.stem) > 2:
            return analysis.case
    return "nom"


@lru_cache(maxsize=1 << 14)
def possessed_case(word: str) -> Case | None:
    """The case of a word read as possessed (*agentliyi, şirkətindən*), or None.

    >>> possessed_case("şirkətindən"), possessed_case("agentliyi"), possessed_case("yol")
    ('abl', 'nom', None)
    """
    for analysis in analyze(word):
        if analysis.possessive == "3" and analysis.copula is None and len(analysis.stem) > 2:
            return analysis.case
    return None


@cache
def speaker_nouns() -> dict[str, tuple[NounForm, ...]]:
    """Every form of the speaker nouns that an attribution needs."""
    found: dict[str, list[NounForm]] = {}
    for row in read_lexicon("speaker_nouns", SpeakerNoun):
        for case in ("nom", "gen", "abl"):
            for plural in (False, True):
                for possessive in (None, "3", "1pl"):
                    word = inflect(row.noun, plural=plural, possessive=possessive, case=case)
                    form = NounForm(row.noun, row.kind, case, plural, possessive is not None)
                    found.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in found.items()}


@cache
def type_words() -> frozenset[str]:
    """The possessed forms of nouns that stand behind a name as its type: *agentliyindən*."""
    return frozenset(
        inflect(row.noun, possessive="3", case=case)
        for row in read_lexicon("speaker_nouns", SpeakerNoun)
        if row.kind in ("body", "part")
        for case in ("nom", "gen", "abl", "dat", "loc")
    )


@cache
def _pronouns() -> dict[str, Case]:
    return {row.pronoun: row.case for row in read_lexicon("pronouns", Pronoun)}


class Connective(msgspec.Struct, frozen=True):
    """A row of the lexicon of joining words."""

    word: str


@cache
def connectives() -> frozenset[str]:
    """Words that join an attribution to the text before it."""
    return frozenset(row.word for row in read_lexicon("connectives", Connective))


@cache
def document_forms() -> dict[str, tuple[str, Case]]:
    """The forms in which a writing speaks: locative, ablative, with and without possessive."""
    found: dict[str, tuple[str, Case]] = {}
    for row in read_lexicon("document_nouns", DocumentNoun):
        for possessive in (None, "3"):
            for plural in (False, True):
                word = inflect(row.noun, plural=plural, possessive=possessive, case="loc")
                found[word] = (row.noun, "loc")
    return found


def find_document(page: Page, items: Sequence[int]) -> Subject | None:
    """A writing in the locative with its owner: *Agentliyin hesabatında, məlumatda*."""
    for at, item in enumerate(items):
        if page.mention_at[item] < 0 and page.words[item] in document_forms():
            owner = next(
                (
                    mention
                    for before in reversed(items[max(0, at - 8) : at])
                    if (mention := page.starts_mention(before)) is not None
                    and mention.label in NAMED
                ),
                None,
            )
            return Subject(item, item + 1, "document", owner=owner)
    return None
