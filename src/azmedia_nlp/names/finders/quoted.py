"""Names in quotation marks; the word behind them says what they are.

On news pages most short quoted strings are names, but some are speech, scare quotes, medals,
headings and buttons: what follows tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, get_args

import msgspec

from azmedia_nlp.alphabet import SENTENCE_ENDERS, lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import Analysis, analyze
from azmedia_nlp.names.finders.clauses import clauses_end
from azmedia_nlp.names.finders.headed import typed_label, weak_types
from azmedia_nlp.names.reading import LIKELY, SURE, Candidate, Reading
from azmedia_nlp.names.words import name_words

# Type words that stay in the name in lower case, quoted or not.
_KEEPS_TYPE: Final = frozenset(("FAC", "LAW"))
_REACH: Final = 4


class QuotedType(msgspec.Struct, frozen=True):
    """What a string in quotation marks is by the noun behind it.

    ``none`` is no name, ``unsure`` may be a name of several labels.
    """

    noun: str
    label: str


@cache
def _types() -> dict[str, str]:
    return {row.noun: row.label for row in read_lexicon("quoted_types", QuotedType)}


def find_quoted_names(reading: Reading) -> Iterator[Candidate]:
    """Every short quotation that can be a name."""
    for opened, closed in reading.closing.items():
        if closed - opened > 1 and _looks_like_name(reading, opened, closed):
            found = _read(reading, opened, closed)
            if found is not None:
                yield found


def _looks_like_name(reading: Reading, opened: int, closed: int) -> bool:
    inside = range(opened + 1, closed)
    first = reading.forms[opened + 1]
    if closed - opened == 2 and "." in first:
        return False  # a site says by itself what it is
    if not (first[:1].isupper() or first[:1].isdigit()):
        return any(reading.named(at) for at in inside) and closed - opened <= 4
    return not any(
        reading.forms[at] in SENTENCE_ENDERS or reading.forms[at] == ":" for at in inside
    )


def _read(reading: Reading, opened: int, closed: int) -> Candidate | None:
    if reading.has_ending(closed):
        return _bare(reading, opened, closed, "ending", SURE)
    for at in range(closed + 1, min(closed + _REACH, reading.end)):
        if reading.breaks[at] or reading.tokens[at].kind != "word":
            break
        word = reading.words[at]
        if "legal" in word.flags and word.shouted:
            return Candidate(opened, at + 1, "ORG", "names.quoted.legal_form", SURE)
        label = _type_label(reading, at)
        if label in get_args(Label):
            return _typed(reading, opened, closed, at, label)  # type: ignore[arg-type]
        if label == "none":
            return None
        if label is not None or not _leads_on(reading, at):
            break
    titled = _is_title_case(reading, opened, closed)
    return _bare(reading, opened, closed, "bare", LIKELY) if titled else None


def _is_title_case(reading: Reading, opened: int, closed: int) -> bool:
    """Every word has a capital: a name more than a phrase."""
    words = [at for at in range(opened + 1, closed) if reading.forms[at][:1].isalpha()]
    return bool(words) and all(reading.named(at) or reading.words[at].joins for at in words)


def _bare(reading: Reading, opened: int, closed: int, case: str, strength: int) -> Candidate:
    label = _inner_label(reading, opened, closed)
    return Candidate(opened + 1, closed, label, f"names.quoted.{case}", strength)


def _inner_label(reading: Reading, opened: int, closed: int) -> Label:
    """What the words inside say: a law by *haqqında*, a street by *küçəsi*, else a body."""
    last = reading.words[closed - 1]
    if last.folded in name_words("law_end"):
        return "LAW"
    if last.head and last.head.label in ("LAW", "EVENT", "FAC", "LOC") and closed - opened > 2:
        return last.head.label
    return "ORG"


def _leads_on(reading: Reading, at: int) -> bool:
    """Words between a quotation and its type word: ``“Kür” beynəlxalq festivalı``."""
    word = reading.words[at]
    return word.capital or word.joins in ("epithet", "inside", "place")


def _typed(reading: Reading, opened: int, closed: int, at: int, label: Label) -> Candidate:
    head = reading.words[at].head
    plural = head is not None and head.plural
    if (reading.words[at].capital or label in _KEEPS_TYPE) and not plural:
        end = clauses_end(reading, at + 1) if label == "LAW" else at + 1
        return Candidate(opened, end, label, "names.quoted.with_type", SURE)
    return Candidate(opened + 1, closed, label, "names.quoted.before_type", SURE)


def _type_label(reading: Reading, at: int) -> str | None:
    """The label of a type word in the possessive, as it stands behind what it names."""
    word = reading.words[at]
    typed = typed_label(reading, at, word.head) if word.head else None
    if typed != "LAW" and word.head and not word.head.possessive:
        typed = None
    if word.capital:
        return typed
    for analysis in analyze(reading.forms[at]):
        stem = lower(analysis.stem)
        label = _types().get(stem)
        if label and (analysis.possessive == "3" or label == "LAW" or _is_adjective(analysis)):
            return label
    return None if word.head and word.head.stem in weak_types() else typed


def _is_adjective(analysis: Analysis) -> bool:
    """“Kia Rio” *markalı*: an adjective in -lı stands behind a name as it is."""
    return not analysis.ending and analysis.stem.endswith(("lı", "li", "lu", "lü"))
