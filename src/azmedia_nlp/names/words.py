"""What the lexicons and the morphology say about one word, whatever stands around it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

import msgspec

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import Analysis, analyze
from azmedia_nlp.morphology.stems import common_words
from azmedia_nlp.names.gazetteer import (
    StopWord,
    TypeWord,
    flags_of,
    name_flags,
    stems,
    surname_endings,
)


class Head(NamedTuple):
    """A type word in one of its forms: *Nazirliyinin*, *küçəsində*, *rayonları*."""

    stem: str
    label: Label
    kind: str
    possessive: bool
    plural: bool
    case: str


class Word(NamedTuple):
    """The facts of a word form; *case* is that of the lexicon name it is a form of.

    *surname* says how sure a surname is by its shape: 2 where only names end so
    (*-zadə*, *-yeva*), 1 where common words do too (*-lı*, *-son*), 0 otherwise; *type_word* is
    the first flag of the word as the head of a name.
    """

    folded: str
    capital: bool
    shouted: bool
    flags: tuple[str, ...]
    case: str
    place: Label | None
    given: bool
    surname: int
    title: bool
    common: bool
    head: Head | None
    joins: str
    shape: str
    type_word: str | None

    def is_a(self, kind: str) -> bool:
        """Whether the word is a form of a lexicon name of that kind."""
        return any(flag.startswith(kind) for flag in self.flags)


class Joiner(msgspec.Struct, frozen=True):
    """A lower-case word that stands inside names and what it does there."""

    word: str
    role: str


@lru_cache(maxsize=1 << 15)
def read_word(form: str) -> Word:
    """Read a word form.

    >>> read_word("Bakıdan").place, read_word("Bakıdan").case
    ('GPE', 'abl')
    >>> read_word("Nazirliyinin").head.stem, read_word("Əliyevanın").surname
    ('nazirlik', 2)
    """
    folded = lower(form)
    flags, case = _known(form)
    return Word(
        folded=folded,
        capital=form[:1].isupper(),
        shouted=is_all_caps(form),
        flags=flags,
        case=case,
        place=_place(flags),
        given=any(flag.startswith("given.") for flag in name_flags().get(folded, ())),
        surname=_surname(form),
        title="title" in flags or "title" in name_flags().get(folded, ()),
        common=folded in common_words() or any(s in common_words() for s in stems(form)[1:3]),
        head=_head(form),
        joins=_joiners().get(folded, ""),
        shape=shape(form),
        type_word=next((flag for flag in flags_of(form) if flag.startswith("type.")), None),
    )


def shape(word: str) -> str:
    """A word's outline, runs of the same kind shortened: ``Xx``, ``XX``, ``d.d``, ``Xx.x``.

    >>> shape("Nazirliyi"), shape("ABŞ"), shape("2025"), shape("Banker.az"), shape("D.Tramp")
    ('Xx', 'XX', 'd', 'Xx.x', 'X.Xx')
    """
    kinds = [
        "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        for char in word[:24]
    ]
    runs = [kind for index, kind in enumerate(kinds) if index == 0 or kinds[index - 1] != kind]
    outline = "".join(runs)
    return "XX" if outline == "X" and len(word) > 1 else outline


def _known(form: str) -> tuple[tuple[str, ...], str]:
    """The flags of the first reading that is a lexicon name, and its case."""
    known = name_flags()
    if (flags := known.get(lower(form))) is not None:
        return flags, "nom"
    for analysis in analyze(form):
        if analysis.possessive not in (None, "3"):
            continue
        if (flags := known.get(lower(analysis.stem))) is not None:
            return flags, "rel" if analysis.relative else analysis.case
    return (), "nom"


def _place(flags: tuple[str, ...]) -> Label | None:
    for flag in flags:
        if flag.startswith("GPE."):
            return "GPE"
        if flag.startswith("LOC."):
            return "LOC"
    return None


def _surname(form: str) -> int:
    if any(flag.startswith("surname.") for flag in _known(form)[0]):
        return 2
    sure = 0
    for stem in stems(form):
        for row in surname_endings():
            if len(stem) >= len(row.ending) + 3 and stem.endswith(row.ending):
                sure = max(sure, 1 if len(row.ending) < 3 and row.ending != "ov" else 2)
                break
    return sure


@lru_cache(maxsize=1 << 12)
def _head(form: str) -> Head | None:
    """The type word that *form* is a form of; possessives are the commonest."""
    found = [
        Head(row.stem, row.label, row.kind, bool(item.possessive), item.plural, item.case)
        for item in analyze(form)
        if (row := type_words().get(lower(item.stem))) and _may_head(item)
    ]
    return min(found, key=lambda head: (not head.possessive, -len(head.stem)), default=None)


def _may_head(item: Analysis) -> bool:
    return item.possessive in (None, "3") and item.copula in (None, "3")


@cache
def type_words() -> dict[str, TypeWord]:
    """The type words of one word by their stems."""
    return {row.stem: row for row in read_lexicon("type_words", TypeWord) if " " not in row.stem}


@cache
def _joiners() -> dict[str, str]:
    return {row.word: row.role for row in read_lexicon("name_joiners", Joiner)}


_NAME_KINDS: Final = ("GPE.", "LOC.", "ORG.", "given.", "surname.")


def is_name(word: Word) -> bool:
    """Whether a lexicon of names knows the word."""
    return any(flag.startswith(_NAME_KINDS) for flag in word.flags)


def is_stopped(word: Word) -> bool:
    """Whether a word that is a name is a common word as well: *Ümid*, *Sabah*, *Bank*."""
    return word.folded in _stop_words() or any(
        flag.startswith(("given", "type")) for flag in word.flags
    )


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lower(row.word) for row in read_lexicon("name_stoplist", StopWord))


class NameWord(msgspec.Struct, frozen=True):
    """A word with a part of its own in reading names."""

    word: str
    part: str


@cache
def name_words(part: str) -> frozenset[str]:
    """The words that have that part; see ``name_words.tsv``."""
    return frozenset(row.word for row in read_lexicon("name_words", NameWord) if row.part == part)
