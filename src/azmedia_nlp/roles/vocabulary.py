"""The words that roles are made of, from the lexicons."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

import msgspec
import regex

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import RoleStatus
from azmedia_nlp.lexicon import WordRow, read_lexicon
from azmedia_nlp.morphology import analyze
from azmedia_nlp.morphology.stems import common_words
from azmedia_nlp.morphology.suffixes import Case
from azmedia_nlp.names.gazetteer import Country, PersonTitle

WordKind = Literal["modifier", "former", "acting", "clear", "noun", "stop"]
JoinerUse = Literal["and", "field", "age", "determiner", "particle", "pronoun"]
OrganKind = Literal["country", "settlement", "body", "firm", "home", "board"]

# Who does a thing for a living: danışıqçı, yığıcı, kinoşünas, travmatoloq; never birinci.
_TRADE: Final = regex.compile(r"\p{L}{2,}(?:ç[ıiuü]|(?<!n)c[ıiuü]|şünas|oloq|ist)")
# Where a person or body is from: polşalı, ölkədəki.
_ORIGIN: Final = regex.compile(r"\p{L}{3,}(?:l[ıiuü]|[dt][aə]k[ıi])")


class Modifier(msgspec.Struct, frozen=True):
    """A word to the left of a title's head and what it does there."""

    word: str
    kind: WordKind


class Tail(msgspec.Struct, frozen=True):
    """A phrase between a title and a name; *title* says whether the title's span takes it in."""

    phrase: str
    status: RoleStatus
    title: bool


class Organ(msgspec.Struct, frozen=True):
    """A common noun that stands for something the text has named."""

    noun: str
    kind: OrganKind


class Joiner(msgspec.Struct, frozen=True):
    """A small word between the parts of a role, and what it does there."""

    word: str
    use: JoinerUse


class HeadedBody(msgspec.Struct, frozen=True):
    """An office and the nouns for the bodies that it heads; none means any body."""

    title: str
    bodies: tuple[str, ...] = ()


class Office(NamedTuple):
    """A title of the lexicon as it is looked up: the words before its last, and what it is.

    *bound* titles carry a possessive of their own: *xalq artisti, millət vəkili*.
    """

    before: tuple[str, ...]
    bound: bool
    class_: str
    head: str


class Head(NamedTuple):
    """A form of a title's last word: its bare nominative and what its endings say."""

    stem: str
    possessed: bool
    plural: bool
    ours: bool
    case: Case
    copula: bool


@cache
def titles() -> frozenset[str]:
    """The titles of the lexicon, as bare nominatives in lower case."""
    return frozenset(row.stem for row in read_lexicon("titles", PersonTitle))


@cache
def offices() -> dict[str, tuple[Office, ...]]:
    """The titles by the bare nominative of their last word, the longest first."""
    rows = read_lexicon("titles", PersonTitle)
    single = {row.stem for row in rows if " " not in row.stem}
    found: dict[str, list[Office]] = {}
    for row in rows:
        *before, last = row.stem.split()
        base = last if last in single or not before else _unpossessed(last, single)
        office = Office(tuple(before), base != last, row.class_, row.head or row.stem)
        found.setdefault(base, []).append(office)
    return {
        base: tuple(sorted(some, key=lambda item: -len(item.before)))
        for base, some in found.items()
    }


def _unpossessed(word: str, known: set[str]) -> str:
    """The noun in a compound title's last word: *artist* in *xalq artisti*."""
    stems = [item.stem for item in analyze(word) if item.possessive == "3" and item.case == "nom"]
    return next((stem for stem in stems if stem in known or stem in common_words()), word)


@lru_cache(maxsize=1 << 14)
def read_head(word: str) -> Head | None:
    """Read a lower-case word as the last word of a title.

    >>> read_head("direktoru")
    Head(stem='direktor', possessed=True, plural=False, ours=False, case='nom', copula=False)
    >>> read_head("xalçaçı").stem, read_head("alıcı")
    ('xalçaçı', None)
    """
    heads = [
        Head(
            item.stem,
            item.possessive == "3",
            item.plural,
            item.possessive == "1pl",
            item.case,
            item.copula is not None,
        )
        for item in analyze(word)
        if not item.relative and item.possessive in (None, "3", "1pl") and _is_title(item.stem)
    ]
    return min(heads, key=lambda head: (head.case != "nom", head.case != "gen"), default=None)


def _is_title(stem: str) -> bool:
    if stem in offices():
        return True
    if len(stem) < 3:
        return False
    last = stem.rpartition("-")[2]
    if last in offices():
        return any(not office.before for office in offices()[last])
    return len(stem) > 4 and _TRADE.fullmatch(stem) is not None and stem not in _no_trades()


@cache
def _no_trades() -> frozenset[str]:
    return frozenset(row.word for row in read_lexicon("non_titles", WordRow))


@cache
def relations() -> frozenset[str]:
    """Titles that say whose one is where no body owns them: *tələbəsi*."""
    return frozenset(row.word for row in read_lexicon("relations", WordRow))


@cache
def headed_bodies() -> dict[str, tuple[str, ...]]:
    """The offices whose body the text may leave unsaid, with what that body is called."""
    return {row.title: row.bodies for row in read_lexicon("headed_bodies", HeadedBody)}


@cache
def joiners(use: JoinerUse) -> frozenset[str]:
    """The small words of one use."""
    return frozenset(row.word for row in read_lexicon("role_joiners", Joiner) if row.use == use)


def coordinates(word: str) -> bool:
    """Whether a word joins names or titles: a comma, *və*."""
    return word == "," or word in joiners("and")


@cache
def boards() -> frozenset[str]:
    """The organs that lead a body: *idarə heyəti*."""
    return frozenset(noun for noun, kind in organs().items() if kind == "board")


@cache
def modifiers() -> dict[str, WordKind]:
    """What the known words to the left of a title's head do."""
    return {row.word: row.kind for row in read_lexicon("title_modifiers", Modifier)}


@cache
def tails() -> dict[str, tuple[tuple[tuple[str, ...], Tail], ...]]:
    """The phrases between a title and a name by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Tail]]] = {}
    for row in read_lexicon("title_tails", Tail):
        words = tuple(row.phrase.split())
        found.setdefault(words[-1], []).append((words, row))
    return {
        last: tuple(sorted(some, key=lambda item: -len(item[0]))) for last, some in found.items()
    }


@cache
def organs() -> dict[str, OrganKind]:
    """Common nouns that stand for something named, with what they stand for."""
    return {row.noun: row.kind for row in read_lexicon("generic_organs", Organ)}


class Attribute(NamedTuple):
    """A common noun or adjective inside a title; *organ* is its bare nominative in the genitive."""

    organ: str | None = None
    possessed: bool = False


_GENITIVE: Final = regex.compile(r"\p{L}+?n?[ıiuü]n")
_POSSESSED_GENITIVE: Final = regex.compile(r"\p{L}{2,}[ıiuü]n[ıiuü]n")
# Cases that end a title: locative and ablative, accusative and dative of a possessed noun, dative
# and instrumental in part (*ictimaiyyətlə əlaqələr şöbəsi* keeps its own), and the relative.
_CASE: Final = regex.compile(
    r"""\p{L}{2,} (?: n?d[aə]n? | t[aə]n? | [ıiuü]n[ıiuü] | [ıiuü]n[aə] | l[aə]r[ıi]n[aə]
    | l[aə]r[aə] | yl[aə] | [^aə]k[ıi] | [dt][aə]k[ıi] )""",
    regex.VERBOSE,
)
# Predicates, participles, converbs and infinitives.
_VERBAL: Final = regex.compile(
    r"""\p{L}{2,} (?: [ıiuü]b(?:l[aə]r)? | [aə]n | m[ıiuü]ş | [aə]r[aə][qk] | m[aə][kq]
    | d[ıiuü]r | d[ıiuü][ğy][ıiuü] | c[aə][qk] )""",
    regex.VERBOSE,
)


@lru_cache(maxsize=1 << 14)
def read_attribute(word: str) -> Attribute | None:
    """Read a lower-case word as one that may stand before a possessed head, or None.

    Bare nouns and adjectives may, genitives too; other cases and verb forms end the title.

    >>> read_attribute("departamentinin"), read_attribute("müzakirəsində")
    (Attribute(organ='departament', possessed=True), None)
    """
    kind = modifiers().get(word)
    if kind == "noun":
        return Attribute()
    if kind in ("stop", "clear"):
        return None
    if _GENITIVE.fullmatch(word):
        organ = _genitive(word)
        if organ is not None:
            return organ
    if _CASE.fullmatch(word) or _VERBAL.fullmatch(word):
        return None
    return Attribute()


def read_set_off(stem: str, ending: str) -> Attribute | None:
    """Read a word with an ending set off: the genitive in *MMC-nin direktoru*, or nothing."""
    return Attribute(stem) if _GENITIVE.fullmatch("x" + ending) else None


@lru_cache(maxsize=1 << 12)
def is_object(word: str) -> bool:
    """Whether a lower-case word that begins a title can only be an accusative.

    A possessive needs a noun before it: *kənd təsərrüfatı naziri*.

    >>> is_object("protokolu"), is_object("tibbi"), is_object("kənd")
    (True, False, False)
    """
    if word in modifiers():
        return False
    return any(
        item.case == "acc"
        and item.possessive is None
        and (item.plural or item.stem in common_words())
        for item in analyze(word)
    )


def _genitive(word: str) -> Attribute | None:
    found = [
        item for item in analyze(word) if item.case == "gen" and item.possessive in (None, "3")
    ]
    if not found:
        return None
    if _POSSESSED_GENITIVE.fullmatch(word):
        for item in found:
            if item.possessive == "3":
                return Attribute(item.stem, possessed=True)
    known = [item for item in found if item.stem in organs() and item.possessive is None]
    best = known[0] if known else found[0]
    return Attribute(best.stem, possessed=best.possessive is not None)


def fold(text: str) -> str:
    """A name as it is compared: lower case, without quotation marks."""
    return lower(text).strip('"“”„«»')


@lru_cache(maxsize=1 << 12)
def read_place_noun(word: str) -> str | None:
    """The common noun of a lower-case locative that can mean a named body: *nazirlikdə*."""
    nouns = (item.stem for item in analyze(word) if item.case == "loc" and item.possessive is None)
    return next((noun for noun in nouns if noun in organs()), None)


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(row.demonym for row in read_lexicon("countries", Country))


@lru_cache(maxsize=1 << 12)
def is_description(word: str) -> bool:
    """Whether a lower-case word describes a person, not a position.

    >>> is_description("tanınmış"), is_description("polşalı"), is_description("vəkili")
    (True, True, False)
    """
    if modifiers().get(word) == "clear" or word in _demonyms():
        return True
    return _ORIGIN.fullmatch(word) is not None and read_head(word) is None


@lru_cache(maxsize=1 << 12)
def is_our_country(word: str) -> bool:
    """Whether a lower-case word means the newsroom's country: *ölkəmizə*, *respublikamızdakı*."""
    ours = (item.stem for item in analyze(word) if item.possessive == "1pl")
    return any(organs().get(noun) == "country" for noun in ours)
