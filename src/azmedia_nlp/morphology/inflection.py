"""From a stem and endings to the word, and to patterns over all its words."""

from __future__ import annotations

from functools import cache

from azmedia_nlp.alphabet import VOWELS, is_all_caps, lower, upper
from azmedia_nlp.morphology.analysis import stem_shape
from azmedia_nlp.morphology.suffixes import (
    Case,
    Copula,
    Endings,
    Possessive,
    chains_after,
)

_SOFTENED = {"k": "y", "q": "ğ", "K": "Y", "Q": "Ğ"}


def inflect(
    stem: str,
    *,
    plural: bool = False,
    possessive: Possessive | None = None,
    case: Case = "nom",
    relative: bool = False,
    copula: Copula | None = None,
    softens: bool | None = None,
) -> str:
    """Add endings to a stem.

    *softens* says whether a final k or q turns to y or ğ before a vowel; by default it
    does in words of two syllables or more, as native words do.

    >>> inflect("Bakı", case="loc"), inflect("nazirlik", possessive="3", case="abl")
    ('Bakıda', 'nazirliyindən')
    """
    shape = stem_shape(stem)
    if shape is None:
        raise ValueError(f"{stem!r} has no vowel: endings need one to agree with")
    endings = Endings(plural, possessive, case, relative, copula)
    ending = chains_after(shape)[endings][0]
    return join(stem, ending, softens=softens)


def join(stem: str, ending: str, *, softens: bool | None = None) -> str:
    """Put a spelled ending behind a stem, softening its last consonant where due."""
    if ending and ending[0] in VOWELS and stem[-1] in _SOFTENED:
        soft = _syllables(stem) > 1 if softens is None else softens
        stem = stem[:-1] + _SOFTENED[stem[-1]] if soft else stem
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
    found: dict[str, tuple[Endings, ...]] = {}
    for endings, spellings in chains_after(shape).items():
        for ending in spellings:
            form = join(stem, ending)
            found[form] = (*found.get(form, ()), endings)
    return found


def _syllables(word: str) -> int:
    return sum(letter in VOWELS for letter in lower(word))
