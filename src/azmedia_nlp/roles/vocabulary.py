"""The words that roles are made of, from the lexicons."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import RoleStatus
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import Analysis, analyze

WordKind = Literal["modifier", "former", "acting", "honorific", "relation", "other", "stop"]

# Endings that make the doer of a thing: danışıqçı, yığıcı, kinoşünas, travmatoloq, solist.
_AGENT_ENDINGS: Final = ("çı", "çi", "çu", "çü", "şünas", "loq", "ist")
_SHORTEST_AGENT: Final = 6


class Title(msgspec.Struct, frozen=True):
    """A title of the lexicon in lower case."""

    stem: str
    class_: str = msgspec.field(name="class")
    head: str = ""
    head: str = ""


class TitleWord(msgspec.Struct, frozen=True):
    """A word beside a title and what it does there."""

    word: str
    kind: WordKind


class GenericPlace(msgspec.Struct, frozen=True):
    """A generic noun for a place named before."""

    stem: str
    kind: str


class Phrase(msgspec.Struct, frozen=True):
    """A phrase of one column."""

    phrase: str


class Predicate(msgspec.Struct, frozen=True):
    """A verb phrase that gives or takes a position."""

    phrase: str
    status: RoleStatus


@cache
def titles() -> frozenset[str]:
    """All titles, of one word or more."""
    return frozenset(row.stem for row in read_lexicon("titles", Title))


@cache
def title_heads() -> frozenset[str]:
    """The last words of titles, bare: ``nazir``, ``müavin``."""
    last_words = {title.split()[-1] for title in titles()}
    bare = {item.stem for word in last_words for item in analyze(word) if item.possessive == "3"}
    return frozenset(last_words | (bare & {title for title in titles() if " " not in title}))


@cache
def word_kinds() -> dict[str, WordKind]:
    """What the words beside titles do."""
    return {row.word: row.kind for row in read_lexicon("title_words", TitleWord)}


@cache
def generic_places() -> dict[str, str]:
    """Generic nouns and the kind of place that each can mean."""
    return {row.stem: row.kind for row in read_lexicon("generic_places", GenericPlace)}


@cache
def acting_phrases() -> tuple[tuple[str, ...], ...]:
    """What stands between an acting holder's title and name, the longest first."""
    rows = [tuple(row.phrase.split()) for row in read_lexicon("acting_phrases", Phrase)]
    return tuple(sorted(rows, key=len, reverse=True))


@cache
def predicates() -> tuple[Predicate, ...]:
    """Verb phrases behind a title, the longest first."""
    rows = read_lexicon("role_predicates", Predicate)
    return tuple(sorted(rows, key=lambda row: len(row.phrase), reverse=True))


@lru_cache(maxsize=1 << 14)
def head_reading(word: str) -> Analysis | None:
    """How *word* is a title's head: its bare nominative and endings, or None.

    >>> head_reading("direktoru").stem, head_reading("səfiri").possessive
    ('direktor', '3')
    """
    readings = [item for item in analyze(lower(word)) if _can_be_held(item)]
    for reading in sorted(readings, key=lambda item: (item.case != "nom", item.possessive is None)):
        if reading.stem in title_heads():
            return reading
    for reading in readings:
        if len(reading.stem) >= _SHORTEST_AGENT and reading.stem.endswith(_AGENT_ENDINGS):
            return reading
    return None


def _can_be_held(reading: Analysis) -> bool:
    """A bond (*bacısı*, *şagirdi*) is no position; a word for one alone is (*tələbə*)."""
    kind = word_kinds().get(reading.stem)
    bond = kind == "relation" and reading.possessive is not None
    return reading.possessive in (None, "3", "1pl") and not bond and kind != "other"


def kind_of(word: str) -> WordKind | None:
    """What a word beside a title does there, if it is one of the known ones."""
    return word_kinds().get(lower(word))


@lru_cache(maxsize=1 << 14)
def is_genitive(word: str) -> bool:
    """Whether the word can be read as a genitive: ``Şirkətin``, ``bələdiyyənin``."""
    return any(item.case == "gen" for item in analyze(word))


@lru_cache(maxsize=1 << 14)
def genitive_stems(word: str) -> tuple[str, ...]:
    """The bare nouns of a genitive, in lower case: ``Şirkətin`` → ``şirkət``."""
    return tuple(item.stem for item in analyze(lower(word)) if item.case == "gen")
