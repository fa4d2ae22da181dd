"""Verbs: from a stem to its forms, and from a word to the clause it turns into a noun.

``data/lexicon/verb_suffixes.tsv`` gives the suffixes as templates; this module fills them
by vowel harmony and stacks voice, negation, predicate and person, or the endings of
a noun. What reported speech stands in (*olduğunu, verəcəyini, keçirilməsi*) is read off any word,
without knowing its stem.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from azmedia_nlp.alphabet import BACK_VOWELS, VOWELS, last_vowel, syllables
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology.inflection import join
from azmedia_nlp.morphology.suffixes import (
    SHAPES,
    Case,
    Possessive,
    StemShape,
    chains_after,
    needed_shape,
    realize,
    stem_shape,
)

Voice = Literal["active", "passive"]
Kind = Literal["finite", "participle", "converb", "nominal"]
Person = Literal["1sg", "2sg", "3", "1pl", "2pl", "3pl"]


class VerbSuffix(msgspec.Struct, frozen=True):
    """A row of the suffix table; ``-`` is the empty suffix."""

    slot: str
    name: str
    after_consonant: str
    after_vowel: str
    persons: str = "none"


class VerbForm(msgspec.Struct, frozen=True, gc=False):
    """What the endings of a verb say; *tense* is the name of its predicate or nominal suffix."""

    kind: Kind
    tense: str
    voice: Voice = "active"
    negated: bool = False
    person: Person | None = None
    plural: bool = False
    possessive: Possessive | None = None
    case: Case = "nom"


KINDS: Final[tuple[Kind, ...]] = ("finite", "participle", "converb", "nominal")


@cache
def verb_forms(stem: str, kinds: tuple[Kind, ...] = KINDS) -> dict[str, tuple[VerbForm, ...]]:
    """Every form of a lower-case verb stem, with what it may mean.

    Most of the two thousand are nominal; closed lists that look up predicates alone name
    the *kinds* they want.

    >>> verb_forms("bildir")["bildirilib"]
    (VerbForm(kind='finite', tense='perfect', voice='passive', negated=False, person='3',\
 plural=False, possessive=None, case='nom'),)
    >>> verb_forms("et")["edək"][0].tense, verb_forms("de")["dediyinə"][0].case
    ('optative', 'dat')
    """
    found: dict[str, list[VerbForm]] = {}
    voices: tuple[tuple[str, Voice], ...] = ((stem, "active"), (passive(stem), "passive"))
    for base, voice in voices:
        for ending, form in _voiced(needed_shape(base), kinds, voice):
            found.setdefault(join_verb(base, ending), []).append(form)
    return {word: tuple(forms) for word, forms in found.items()}


def stated(stem: str, case: Case) -> Iterator[str]:
    """The forms of a verb stem that say what somebody stated, as a noun in a case.

    >>> list(stated("de", "dat"))
    ['dediyinə', 'dediklərinə']
    """
    for ending, form in _chains_after(needed_shape(stem), ("nominal",)):
        fact = form.tense == "fact" and form.possessive == "3" and not form.negated
        if fact and form.case == case:
            yield join_verb(stem, ending)


def passive(stem: str) -> str:
    """The passive of a stem.

    >>> passive("bildir"), passive("vurğula"), passive("et"), passive("de"), passive("al")
    ('bildiril', 'vurğulan', 'edil', 'deyil', 'alın')
    """
    vowel = last_vowel(stem)
    if stem[-1] not in VOWELS:
        return join_verb(stem, realize("In" if stem[-1] == "l" else "Il", vowel))
    return stem + ("n" if syllables(stem) > 1 else realize("yIl", vowel))


def join_verb(stem: str, ending: str) -> str:
    """Put an ending behind a verb stem, softening its final t where due.

    *et* and *get* soften, other stems of one syllable do not.

    >>> join_verb("et", "ib"), join_verb("xatırlat", "ıb"), join_verb("çat", "ıb")
    ('edib', 'xatırladıb', 'çatıb')
    """
    softens = stem[-1] == "t" and (syllables(stem) > 1 or stem in ("et", "get"))
    if softens and ending[:1] in VOWELS:
        return stem[:-1] + "d" + ending
    return stem + ending


@lru_cache(maxsize=1 << 15)
def read_nominal(word: str) -> VerbForm | None:
    """Read a lower-case word as a clause turned into a noun, whatever its stem.

    Only forms with a possessive are read: they have a subject, as clauses do.

    >>> read_nominal("olduğunu").tense, read_nominal("verəcəyi").case
    ('fact', 'nom')
    >>> read_nominal("dostluğunu")
    """
    table = _nominal_endings()
    for cut in range(max(2, len(word) - _LONGEST_ENDING), len(word) - 2):
        form = table.get(word[cut:])
        if form is not None and _fits(word[:cut], word[cut:]):
            return form
    return None


_LONGEST_ENDING: Final = 16


def _fits(stem: str, ending: str) -> bool:
    """Whether the first vowel of the ending agrees with the last of the stem."""
    vowel = last_vowel(stem)
    first = next(letter for letter in ending if letter in VOWELS)
    return bool(vowel) and (vowel in BACK_VOWELS) == (first in BACK_VOWELS)


@cache
def _nominal_endings() -> dict[str, VerbForm]:
    return {
        letters: form
        for shape in SHAPES
        for letters, form in _positive(shape, ("nominal",))
        if form.possessive == "3"
    }


@cache
def _rows(slot: str) -> tuple[VerbSuffix, ...]:
    return tuple(row for row in read_lexicon("verb_suffixes", VerbSuffix) if row.slot == slot)


@cache
def _voiced(
    shape: StemShape, kinds: tuple[Kind, ...], voice: Voice
) -> tuple[tuple[str, VerbForm], ...]:
    return tuple(
        (letters, replace(form, voice=voice)) for letters, form in _chains_after(shape, kinds)
    )


@cache
def _chains_after(shape: StemShape, kinds: tuple[Kind, ...]) -> tuple[tuple[str, VerbForm], ...]:
    """Every ending of a stem of that shape, plain and negated."""
    negation = realize("mA", shape.harmony)
    negated = [
        (negation + letters, replace(form, negated=True))
        for letters, form in _positive(needed_shape(negation), kinds)
        if form.tense not in {row.name for row in _rows("negative_finite")}
    ]
    contracted = _contracted(shape) if "finite" in kinds else ()
    return (*_positive(shape, kinds), *negated, *contracted)


def _contracted(shape: StemShape) -> Iterator[tuple[str, VerbForm]]:
    """The negatives that lose a vowel: *demir*, not *deməyir*."""
    for row in _rows("negative_finite"):
        for letters, form in _predicates(row, "finite", StemShape(shape.harmony, False), "m"):
            yield letters, replace(form, negated=True)


def _positive(shape: StemShape, kinds: tuple[Kind, ...]) -> tuple[tuple[str, VerbForm], ...]:
    return tuple(
        ending for kind in kinds for row in _rows(kind) for ending in _predicates(row, kind, shape)
    )


def _predicates(
    row: VerbSuffix, kind: Kind, shape: StemShape, before: str = ""
) -> Iterator[tuple[str, VerbForm]]:
    base = before + _spell(row, shape)
    form = VerbForm(kind, row.name)
    if kind == "nominal":
        yield from _declined(base, form, shape)
    elif row.persons == "none":
        yield base, replace(form, person="1pl") if row.name == "optative" else form
    else:
        inner = needed_shape(base) if last_vowel(base) else shape
        for person in _rows(row.persons):
            ending = _spell(person, inner)
            yield join(base, ending), replace(form, person=person.name)


def _declined(base: str, form: VerbForm, shape: StemShape) -> Iterator[tuple[str, VerbForm]]:
    """A nominal with the endings of a noun, but for the relative and the copula."""
    inner = stem_shape(base) or shape
    for endings, spellings in chains_after(inner).items():
        if endings.relative or endings.copula:
            continue
        plural, possessive, case = endings.plural, endings.possessive, endings.case
        for letters in spellings:
            yield (
                join(base, letters, softens=True),
                replace(form, plural=plural, possessive=possessive, case=case),
            )


def _spell(row: VerbSuffix, shape: StemShape) -> str:
    template = row.after_vowel if shape.ends_in_vowel else row.after_consonant
    spelled = realize("" if template == "-" else template, shape.harmony)
    back = (last_vowel(spelled) or shape.harmony) in BACK_VOWELS
    return spelled.replace("Q", "q" if back else "k")
