"""From a stem and endings to the word, and to patterns over all its words."""

from __future__ import annotations

from functools import cache

from azmedia_nlp.alphabet import VOWELS, is_all_caps, last_vowel, upper
from azmedia_nlp.morphology.readings import read_aloud
from azmedia_nlp.morphology.stems import before_vowel
from azmedia_nlp.morphology.suffixes import (
    ORDINAL,
    Case,
    Copula,
    Endings,
    Possessive,
    StemShape,
    chains_after,
    needed_shape,
    realize,
    stem_shape,
)


def inflect(
    stem: str,
    *,
    plural: bool = False,
    possessive: Possessive | None = None,
    case: Case = "nom",
    relative: bool = False,
    copula: Copula | None = None,
    ordinal: bool = False,
    softens: bool | None = None,
) -> str:
    """Add endings to a stem; those of figures and acronyms are set off by a hyphen.

    *softens* says whether a final k or q turns to y or ğ before a vowel; by default the
    lexicon and the stem's shape decide. *ordinal* makes figures an ordinal number.

    >>> inflect("Bakı", case="loc"), inflect("nazirlik", possessive="3", case="abl")
    ('Bakıda', 'nazirliyindən')
    >>> inflect("BMT", case="gen"), inflect("ABŞ", case="dat"), inflect("2025", ordinal=True)
    ('BMT-nin', 'ABŞ-a', '2025-ci')

    Raises:
        ValueError: the stem has no vowel, the chain is none that the language has, or
            *ordinal* is asked of a word.
    """
    heard = read_aloud(stem)
    if ordinal and not stem[-1:].isdecimal():
        raise ValueError(f"{stem!r}: ordinal endings are set off from figures alone")
    figures = realize(ORDINAL, last_vowel(heard or "")) if ordinal else ""
    endings = Endings(plural, possessive, case, relative, copula)
    spellings = chains_after(needed_shape(figures or stem)).get(endings)
    if spellings is None:
        raise ValueError(f"{endings}: no such endings follow each other")
    ending = figures + spellings[0]
    return f"{stem}-{ending}" if heard and ending else join(stem, ending, softens=softens)


def join(stem: str, ending: str, *, softens: bool | None = None) -> str:
    """Put a spelled ending behind a stem, changing the stem before a vowel where due."""
    if ending and ending[0] in VOWELS:
        stem = before_vowel(stem, softens=softens)
    return stem + (upper(ending) if is_all_caps(stem) else ending)


@cache
def forms(stem: str) -> dict[str, tuple[Endings, ...]]:
    """Every form of a lower-case stem, with what its endings may mean.

    For closed lists (months, titles): build the dictionary once and look words up.

    >>> forms("noyabr")["noyabrında"][0].case
    'loc'
    """
    shape = stem_shape(stem)
    if shape is None:
        return {stem: (Endings(),)}
    softened = before_vowel(stem)
    return {
        (softened if ending[:1] in VOWELS else stem) + ending: readings
        for ending, readings in _readings_after(shape).items()
    }


@cache
def _readings_after(shape: StemShape) -> dict[str, tuple[Endings, ...]]:
    """What each spelled ending may mean behind stems of a shape."""
    found: dict[str, tuple[Endings, ...]] = {}
    for endings, spellings in chains_after(shape).items():
        for ending in spellings:
            found[ending] = (*found.get(ending, ()), endings)
    return found
