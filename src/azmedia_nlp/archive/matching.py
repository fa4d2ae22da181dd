"""Names and words as they are looked up: one key for ``Əliyev``, ``ƏLİYEV`` and ``Aliyev``.

A key is in lower case, without marks, in letters that Azerbaijani and its usual
transliterations share. It serves comparison alone and is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.aliases import known_alias
from azmedia_nlp.names.canonical import Evidence, canonical
from azmedia_nlp.normalization import normalize_text

_WORD: Final = re.compile(r"\w+")
# Two Latin letters that English spelling puts for one of ours: Khalilov, Shahin, Chingiz.
_PAIRS: Final = (("kh", "x"), ("sh", "ş"), ("ch", "ç"), ("gh", "g"), ("zh", "j"))
_LETTERS: Final = str.maketrans("əcqğıöüwâîû", "ajggiouvaiu")
_GLIDE: Final = re.compile(r"iy(?=[aeou])")
# Keyboards without our letters: Eliyev, Sahin, Elcin.
_TYPED: Final = str.maketrans("eşç", "asj")

_LABELS: Final[tuple[Label, ...]] = ("PER", "ORG", "GPE")


def fold(text: str) -> str:
    """The key of a name or of running text: its words, folded, one space between them.

    >>> fold("Əliyev"), fold("ALIYEV"), fold("Quliyev") == fold("Guliyev")
    ('aliev', 'aliev', True)
    """
    folded = lower(normalize_text(text))
    for pair, letter in _PAIRS:
        folded = folded.replace(pair, letter)
    folded = _GLIDE.sub("i", folded.translate(_LETTERS))
    return " ".join(_WORD.findall(folded))


def typed(key: str) -> str:
    """A key as a keyboard without Azerbaijani letters gives it.

    >>> typed(fold("Elçin Əliyev")) == typed(fold("Elcin Eliyev"))
    True
    """
    return key.translate(_TYPED)


def readings(query: str) -> tuple[str, ...]:
    """The keys that a word or name in a query may mean, as it stands first.

    After it come its nominatives, the likeliest first, and what the lexicons call it.

    >>> readings("Bakıda")[:2], readings("BMT")[-1]
    (('bakida', 'baki'), 'birlaşmiş millatlar taşkilati')
    >>> readings("Əliyeva")[0], readings("Əliyevə")[0]
    ('alieva', 'aliev')
    """
    names = [query, *_nominatives(query)]
    if query.endswith("ə") and query[:-1] in names:
        names.reverse()  # the dative of Əliyev: in keys it would be the woman
        names = [query[:-1], *names]
    known = (known_alias(lower(name)) for name in names)
    found = [*map(fold, names), *(fold(name) for name in known if name)]
    return tuple(dict.fromkeys(key for key in found if key))


def _nominatives(query: str) -> Iterator[str]:
    """Only the last word of a name inflects."""
    words = query.split()
    if not words:
        return
    for label in _LABELS:
        yield canonical(query, label, Evidence({}))
    before = words[:-1]
    for analysis in analyze(words[-1]):
        yield " ".join([*before, analysis.stem])
