"""Names that only their capitals show: brands, clubs, people and places nobody has heard of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from azmedia_nlp.annotations import Label
from azmedia_nlp.names.reading import GUESS, Candidate, Reading

# Cases in which a lone unknown name is a place more often than not.
_PLACE_CASES: Final = frozenset(("loc", "abl", "rel"))


def find_capitals(reading: Reading, taken: bytearray) -> Iterator[Candidate]:
    """Capitalised words inside a sentence that no other finder has taken."""
    for start, end in reading.runs():
        if reading.shouted[start]:
            continue
        begin = start
        for at in range(start, end + 1):
            if at == end or taken[at]:
                if at > begin:
                    yield from _read(reading, begin, at)
                begin = at + 1


def _read(reading: Reading, start: int, end: int) -> Iterator[Candidate]:
    while start < end and _is_no_start(reading, start, end):
        start += 1
    while end > start and not reading.named(end - 1):
        end -= 1
    if start >= end:
        return
    label = _label(reading, start, end)
    if label is not None:
        yield Candidate(start, end, label, f"names.capitals.{label}", GUESS)


def _is_no_start(reading: Reading, at: int, end: int) -> bool:
    """Titles, type words and the common words of a sentence's start."""
    word = reading.words[at]
    if not reading.named(at) or word.title:
        return True
    if reading.first[at]:
        return word.common or end - at == 1
    return word.common and end - at == 1


def _label(reading: Reading, start: int, end: int) -> Label | None:
    last = reading.words[end - 1]
    if last.head is not None:
        return last.head.label if end - start > 1 else None
    if end - start > 1:
        return "PER" if _is_personal(reading, start, end) else "ORG"
    if last.shouted or reading.set_off(end - 1):
        return "ORG" if not last.shouted or reading.set_off(end - 1) else None
    return "GPE" if last.case in _PLACE_CASES or _has_place_case(reading, start) else None


def _is_personal(reading: Reading, start: int, end: int) -> bool:
    """Two or three words in title case without foreign letters: more often a person."""
    if end - start > 3 or reading.set_off(end - 1):
        return False
    return not any(
        reading.words[at].shouted or set(reading.words[at].folded) & set("w") for at in range(start, end)
    )


def _has_place_case(reading: Reading, at: int) -> bool:
    return reading.words[at].folded.endswith(("da", "də", "dan", "dən", "dakı", "dəki"))
