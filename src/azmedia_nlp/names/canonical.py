"""From a mention to the name that stands in an index: the nominative.

Only the last word of a name inflects, and a compound keeps its own possessive
(*Nazirliyindən* → *Nazirliyi*). Which reading of an ending is right is decided by evidence:
the forms seen in the article, then the lexicons, then the shape of the stem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from azmedia_nlp.alphabet import (
    FRONT_VOWELS,
    QUOTATION_MARKS,
    VOWELS,
    capitalize,
    is_all_caps,
    last_vowel,
    lower,
)
from azmedia_nlp.annotations import Label
from azmedia_nlp.morphology import Analysis, analyze, inflect
from azmedia_nlp.morphology.suffixes import stem_shape
from azmedia_nlp.names.gazetteer import (
    acronyms,
    flags_of,
    heads_of,
    name_flags,
    name_tails,
    surname_endings,
)
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.words import read_word

# Letters that a name in quotation marks or brackets ends with; nothing inflects there.
_CLOSED: Final = QUOTATION_MARKS | frozenset(")]®™")
# The shortest name that a surname's ending of two letters follows.
_SHORTEST_BASE: Final = 4
_AS_IT_STANDS: Final = 1.5
# What a lexicon or a surname's shape speaks for needs no other forms of the article.
_KNOWN: Final = 3
# What is longer and in capitals is a word shouted.
_LONGEST_ACRONYM: Final = 5
_LONGEST_INITIALS: Final = len("Yu.Ə")
# Litv-in, Sədrədd-in: what no stem ends in.
_NO_WORD_ENDS: Final = frozenset(("dd", "tv", "dv", "kv", "sv"))
# Labels whose type words are written in lower case: Qax rayonu, Nizami küçəsi.
_LOWER_HEADED: Final = frozenset(("GPE", "LOC", "FAC"))
_LONG_CASES: Final = frozenset(("loc", "abl", "gen", "ins", "ter"))


class Evidence(msgspec.Struct, frozen=True):
    """How often each form stands in the article, and how many forms may come from a stem.

    Both are in lower case: *putinlə* and *putini* may both come from *putin*, one from *puti*.
    """

    forms: dict[str, int]
    stems: dict[str, int] = {}


def build_evidence(reading: Reading) -> Evidence:
    """Count the capitalised word forms of a text, without initials and endings set off."""
    raised = [word.folded.rpartition(".")[2] for word in reading.words if word.capital]
    forms = Counter(raised)
    return Evidence(forms, Counter([stem for form in forms for stem in _owned_stems(form)]))


@lru_cache(maxsize=1 << 14)
def _owned_stems(form: str) -> frozenset[str]:
    """What a form may come from as a name, which nobody's possessive follows."""
    return frozenset([lower(item.stem) for item in analyze(form) if item.possessive is None])


def canonical(surface: str, label: Label, evidence: Evidence, *, quoted: bool = False) -> str:
    """The nominative of a mention.

    What stands whole in quotation marks (*quoted*) has no ending: it would be set off.

    >>> canonical("Xarici İşlər Nazirliyindən", "ORG", Evidence({}))
    'Xarici İşlər Nazirliyi'
    >>> canonical("Qazaxıstandakı", "GPE", Evidence({})), canonical("QƏBƏLƏDƏ", "GPE", Evidence({}))
    ('Qazaxıstan', 'Qəbələ')
    """
    forms = _forms(surface, label, quoted)
    if len(forms) == 1:
        return forms[0].name

    def likelihood(form: _Form) -> tuple[float, int]:
        seen = evidence.forms.get(form.folded, 0)
        score = form.weight + 0.5 * min(seen, 4) + form.inflected * 1.5 * min(seen, 2)
        if form.weight < _KNOWN:
            score += 1.5 * min(evidence.stems.get(form.folded, 1) - 1, 2)
        return score, form.tie

    return max(forms, key=likelihood).name


class _Form(NamedTuple):
    """A nominative that a mention may have, with what speaks for it, the article aside.

    *folded* is its last word, by which the article may speak for it; *tie* decides where
    nothing else does.
    """

    name: str
    folded: str = ""
    weight: float = 0
    inflected: bool = False
    tie: int = 0


@lru_cache(maxsize=1 << 14)
def _forms(surface: str, label: Label, quoted: bool) -> tuple[_Form, ...]:
    """The nominatives that a mention may have; the likelier of two equal ones comes first."""
    words = surface.split()
    head = words[-1] if words else ""
    if not head or head[-1] in _CLOSED or not any(char.isalpha() for char in head):
        return (_Form(" ".join(words)),)
    if quoted:
        return (_Form(" ".join(_titled(words))),)
    known = _known_head(words)
    if known is not None:
        return (_Form(" ".join(_titled([*words[:-1], known]))),)
    return tuple(_likely_forms(words, label))


def _known_head(words: list[str]) -> str | None:
    """The head of a name of several words that stands in a lexicon: ``Ağ Evin`` → ``Ev``."""
    *modifiers, head = words
    known = heads_of(" ".join(map(lower, modifiers)))
    if lower(head) in known:
        return head
    bares = (_bare(analysis, head) for analysis in analyze(head)) if known else ()
    return next((bare for bare in bares if lower(bare) in known), None)


class _Context(NamedTuple):
    """What is known beside the head itself; *first* is empty for a name of one word."""

    label: Label
    first: str

    @property
    def compound(self) -> bool:
        """Whether a common noun heads the name, as in ``Nizami küçəsi``."""
        return bool(self.first) and self.label != "PER"


def _likely_forms(words: list[str], label: Label) -> Iterator[_Form]:
    """The bare forms of the last word, as it stands first; initials stay: ``A.Sədaqətə``."""
    initials, stop, head = words[-1].rpartition(".")
    if not head or len(initials) > _LONGEST_INITIALS:
        initials, stop, head = "", "", words[-1]
    context = _Context(label, words[0] if len(words) > 1 else "")
    # Alaba-nın, but Bayden-in: stems in -a and -o are commoner than stems in -e.
    sign = 1 if last_vowel(head) in FRONT_VOWELS else -1
    for bare, weight, inflected in _weighed(head, context):
        name = " ".join(_titled([*words[:-1], initials + stop + bare]))
        yield _Form(name, lower(bare), weight, inflected, sign * len(bare))


def _weighed(head: str, context: _Context) -> Iterator[tuple[str, float, bool]]:
    """The bare forms that *head* may come from, their weights, and whether it is inflected."""
    # Raziyə is the name that stands there sooner than the dative of Razi.
    weight = _base_weight(lower(head), context) + _AS_IT_STANDS * _is_given(lower(head))
    yield head, weight, False
    for analysis in analyze(head):
        bare = _bare(analysis, head)
        weight = _base_weight(lower(bare), context) + _type_word_weight(analysis, context)
        if analysis.ending:
            weight += _ending_weight(analysis, context)
        yield bare, weight, bool(analysis.ending)


def _bare(analysis: Analysis, head: str) -> str:
    """The word without case and what follows it; plural and possessive stay."""
    if not (analysis.plural or analysis.possessive) or stem_shape(analysis.stem) is None:
        return analysis.stem  # a letter alone, B-m, takes no ending that we could spell
    softens = not head.startswith(analysis.stem)
    return inflect(
        analysis.stem, plural=analysis.plural, possessive=analysis.possessive, softens=softens
    )


def _base_weight(folded: str, context: _Context) -> float:
    """What speaks for a bare form, however it was reached: lexicon, surname, *oğlu*."""
    if context.label == "PER" and read_word(folded).joins == "patronymic":
        return 5
    known = name_flags().get(folded, ())
    named = any(not flag.startswith(("type", "title", "demonym", "legal")) for flag in known)
    surname = _surname_weight(folded, context.first) if context.label == "PER" else 0
    return 5 * named + surname


def _type_word_weight(analysis: Analysis, context: _Context) -> float:
    """``Nazirliyi``: the possessive of a type word that heads a compound."""
    flags = name_flags().get(lower(analysis.stem), ())
    if not any(flag.startswith("type") for flag in flags):
        return 0
    if context.compound and analysis.possessive == "3":
        return 6
    if analysis.possessive is None and analysis.case in _LONG_CASES:
        return 3
    # Kapital Banka: after a possessive the dative is -na.
    return 4 if context.compound and analysis.possessive is None and analysis.case == "dat" else 0


def _ending_weight(analysis: Analysis, context: _Context) -> float:
    """What the ending tells: a long one is an ending, a lone vowel may be the stem's own."""
    known = context.compound or lower(analysis.stem) in name_flags()
    if analysis.possessive not in (None, "3") or len(analysis.stem) < (2 if known else 3):
        return -8
    if analysis.ending[0] in VOWELS and lower(analysis.stem[-2:]) in _NO_WORD_ENDS:
        return -3
    if is_all_caps(analysis.stem) or context.label == "WORK":
        return -3
    if analysis.case == "nom" and not analysis.copula:
        return _possessive_weight(analysis, context)
    weight = 1.2 if len(analysis.ending) > 1 else -0.5
    if analysis.case == "acc" and not analysis.possessive:
        weight = min(weight, 0.8)  # Bellini, Santorini: the vowel and n may be the stem's
    if analysis.case in ("ter", "ins") and _lacks_buffer(analysis):
        weight -= 2  # Adil-ədək, Hacıbala: after a vowel -yədək and -yla are commoner
    if analysis.possessive:
        weight += 1 if context.compound else -1.5
    elif context.compound and analysis.ending[0] in VOWELS:
        weight -= 2.5  # a compound's head would have its possessive before the case
    if context.label == "PER" and (analysis.plural or analysis.case == "loc"):
        weight -= 2  # Rafael Miranda: nobody is a place
    return weight


def _lacks_buffer(analysis: Analysis) -> bool:
    return lower(analysis.stem[-1]) in VOWELS and lower(analysis.ending[0]) in "dl"


def _possessive_weight(analysis: Analysis, context: _Context) -> float:
    """The nominative with a possessive is the rule in compounds, and none elsewhere."""
    return 0.5 if context.compound and not analysis.relative else -8


def _surname_weight(folded: str, first: str) -> float:
    """``Abbasova`` is a woman, or the dative of a man: the given name decides."""
    ending = next((row for row in surname_endings() if _is_base(folded, row.ending)), None)
    if ending is None:
        return 0
    if ending.gender == "f" and _is_given(folded[:-1]):
        return 0  # Xosrova: the dative of a given name
    genders = {flag[-1] for flag in name_flags().get(lower(first), ()) if flag[:5] == "given"}
    if ending.gender == "f":
        return 3 if genders == {"m"} else 9.5
    if ending.gender == "m" and genders == {"f"}:
        return 1
    return 4


def _is_given(folded: str) -> bool:
    return any(flag.startswith("given") for flag in name_flags().get(folded, ()))


def _is_base(folded: str, ending: str) -> bool:
    """Whether a surname's ending has a name before it: ``Cəfər-li``, not ``Bel-li``."""
    shortest = _SHORTEST_BASE if len(ending) == len("lı") else 2
    return folded.endswith(ending) and len(folded) - len(ending) >= shortest


def _titled(words: list[str]) -> list[str]:
    """Put a name that is all in capitals into title case; acronyms stay."""
    letters = [word for word in words if any(char.isalpha() for char in word)]
    if not all(is_all_caps(word) or len(word) == 1 for word in letters):
        return words
    if len(words) == 1 and len(words[0]) <= _LONGEST_ACRONYM and not _is_shouted(words[0]):
        return words
    return [_cased(word, inside=at > 0) for at, word in enumerate(words)]


def _cased(word: str, *, inside: bool) -> str:
    """``RAYONU`` behind a name is *rayonu*; bodies keep their capitals: *Nazirliyi*."""
    if _is_acronym(word) or any(char.isdigit() for char in word):
        return word
    head = read_word(word).head if inside else None
    return lower(word) if head and head.label in _LOWER_HEADED else capitalize(word)


def _is_shouted(word: str) -> bool:
    """Whether a short word in capitals is a place's or person's name, not an acronym."""
    known = flags_of(word)
    return any(flag.startswith(("GPE.c", "GPE.d", "given", "surname")) for flag in known)


def _is_acronym(word: str) -> bool:
    return word in acronyms() or word in name_tails() or "legal" in flags_of(word)
