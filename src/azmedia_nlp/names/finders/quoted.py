"""Names in quotation marks; the word behind them says what they are.

On news pages most short quoted strings are names, but some are speech, scare quotes, medals,
headings and buttons: what follows tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.finders.clauses import clauses_end
from azmedia_nlp.names.gazetteer import stems
from azmedia_nlp.names.reading import GUESS, LIKELY, SURE, Candidate, Reading

# Type words that stay in the name in lower case, quoted or not.
_KEEPS_TYPE: Final = frozenset(("FAC", "LAW"))
_REACH: Final = 4
_ENDERS: Final = frozenset(".!?…")


class QuotedType(msgspec.Struct, frozen=True):
    """What a string in quotation marks is by the noun behind it; ``none`` is no name."""

    noun: str
    label: str


@cache
def _types() -> dict[str, str]:
    return {row.noun: row.label for row in read_lexicon("quoted_types", QuotedType)}


def find_quoted_names(reading: Reading) -> Iterator[Candidate]:
    """Every short quotation that can be a name."""
    for opened, closed in reading.closing.items():
        if closed - opened < 2 or not _looks_like_name(reading, opened, closed):
            continue
        yield from _read(reading, opened, closed)


def _looks_like_name(reading: Reading, opened: int, closed: int) -> bool:
    inside = range(opened + 1, closed)
    first = reading.forms[opened + 1]
    if not (first[:1].isupper() or first[:1].isdigit() or "." in first):
        return any(reading.named(at) for at in inside) and closed - opened <= 4
    if reading.forms[closed - 1] in _ENDERS:
        return False
    return not any(reading.forms[at] in _ENDERS or reading.forms[at] == ":" for at in inside)


def _read(reading: Reading, opened: int, closed: int) -> Iterator[Candidate]:
    if reading.has_ending(closed):
        yield _bare(reading, opened, closed, "ending", SURE)
        return
    for at in range(closed + 1, min(closed + _REACH, len(reading))):
        if reading.breaks[at] or reading.tokens[at].kind != "word":
            break
        found = _by_type(reading, opened, closed, at)
        if found is not None:
            if found.label != "none":
                yield found
            return
        if not _leads_on(reading, at):
            break
    if _is_title_case(reading, opened, closed) or _has_reporter(reading, closed):
        yield _bare(reading, opened, closed, "bare", LIKELY)


def _leads_on(reading: Reading, at: int) -> bool:
    """Words between a quotation and its type word: ``“Kür” beynəlxalq festivalı``."""
    word = reading.words[at]
    return word.capital or word.joins in ("inside", "place")


def _by_type(reading: Reading, opened: int, closed: int, at: int) -> Candidate | None:
    word = reading.words[at]
    if "legal" in word.flags and word.shouted:
        return Candidate(opened, at + 1, "ORG", "names.quoted.legal_form", SURE)
    label = _type_label(reading, at)
    if label is None:
        return None
    if label != "none" and (word.capital or label in _KEEPS_TYPE) and not _is_plural(reading, at):
        end = clauses_end(reading, at + 1) if label == "LAW" else at + 1
        return Candidate(opened, end, label, "names.quoted.with_type", SURE)  # type: ignore[arg-type]
    return Candidate(opened + 1, closed, label, "names.quoted.before_type", SURE)  # type: ignore[arg-type]


def _type_label(reading: Reading, at: int) -> str | None:
    for stem in stems(reading.forms[at]):
        if (label := _types().get(stem)) is not None:
            return label
    head = reading.words[at].head
    return head.label if head else None


def _is_plural(reading: Reading, at: int) -> bool:
    head = reading.words[at].head
    return bool(head and head.plural)


def _is_title_case(reading: Reading, opened: int, closed: int) -> bool:
    """Every word has a capital: a name more than a phrase."""
    words = [at for at in range(opened + 1, closed) if reading.forms[at][:1].isalpha()]
    if not words:
        return False
    return all(reading.named(at) or reading.words[at].joins for at in words)


def _has_reporter(reading: Reading, closed: int) -> bool:
    after = closed + 1
    return after < len(reading) and reading.forms[after] in ("və",)


def _bare(reading: Reading, opened: int, closed: int, case: str, strength: int) -> Candidate:
    label = _inner_label(reading, opened, closed)
    return Candidate(opened + 1, closed, label, f"names.quoted.{case}", strength)


def _inner_label(reading: Reading, opened: int, closed: int) -> Label:
    """What the words inside say: a law by *haqqında*, else a body."""
    last = reading.words[closed - 1]
    if lower(last.folded) in ("haqqında", "barədə"):
        return "LAW"
    if last.head and last.head.label in ("LAW", "EVENT", "FAC", "LOC") and closed - opened > 2:
        return last.head.label
    return "ORG"
