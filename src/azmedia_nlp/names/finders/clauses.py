"""Laws down to the deepest clause: ``Əmək Məcəlləsinin 68-ci maddəsinin 2-ci bəndi``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.finders.headed import trim_left, walk_left
from azmedia_nlp.names.gazetteer import Entry, stems
from azmedia_nlp.names.reading import SURE, Candidate, Reading
from azmedia_nlp.names.words import name_words


def find_law_clauses(reading: Reading) -> Iterator[Candidate]:
    """A code or constitution, what stands before it, and the clauses behind it."""
    for index in reading.raised:
        head = reading.words[index].head
        if head is None or head.stem not in _codes():
            continue
        start = trim_left(reading, walk_left(reading, index, "LAW"), index)
        alone = start == index and head.stem not in name_words("law")
        end = clauses_end(reading, index + 1)
        if not alone or end > index + 1:
            yield Candidate(start, end, "LAW", "names.clauses.code", SURE)


@cache
def _codes() -> frozenset[str]:
    return name_words("code") | name_words("law")


def clauses_end(reading: Reading, end: int) -> int:
    """Where the clauses end that follow at *end*: an ordinal and *maddə, hissə, bənd* each."""
    while end + 1 < reading.end and not reading.breaks[end]:
        if reading.tokens[end].kind != "number" or not _is_clause(reading.forms[end + 1]):
            break
        end += 2
    return end


def _is_clause(form: str) -> bool:
    return any(stem in _clauses() for stem in stems(form))


@cache
def _clauses() -> frozenset[str]:
    return frozenset(row.name for row in read_lexicon("law_clauses", Entry))
