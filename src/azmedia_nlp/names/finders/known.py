"""Names that a lexicon knows: countries, cities, regions, bodies, outlets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from azmedia_nlp.annotations import Label
from azmedia_nlp.names.reading import GUESS, LIKELY, SURE, Candidate, Reading
from azmedia_nlp.names.words import is_stopped

_LABELS: Final[dict[str, Label]] = {"GPE": "GPE", "LOC": "LOC", "ORG": "ORG"}


def find_known(reading: Reading) -> Iterator[Candidate]:
    """Look words up, the last in any form; several words count more than one."""
    for name in reading.long_names:
        label = _label(name.flag)
        if label is not None and not _is_torn(reading, name.start, name.end):
            yield Candidate(name.start, name.end, label, f"names.known.{name.flag}", SURE)
    for index in reading.capitals:
        label = _label_of(reading.words[index].flags)
        if label is not None and (strength := _strength(reading, index)):
            yield Candidate(index, index + 1, label, f"names.known.{label}.word", strength)


def _is_torn(reading: Reading, start: int, end: int) -> bool:
    """Whether a line ends or an ending is set off inside the name."""
    return any(reading.breaks[at] or reading.set_off(at - 1) for at in range(start + 1, end))


@lru_cache(maxsize=1 << 10)
def _label_of(flags: tuple[str, ...]) -> Label | None:
    """A place before a body of the same name: ``Barselona`` is the city by itself."""
    labels = [label for flag in flags if (label := _label(flag))]
    return next((label for label in labels if label != "ORG"), labels[0] if labels else None)


def _label(flag: str) -> Label | None:
    return _LABELS.get(flag.partition(".")[0])


def _strength(reading: Reading, index: int) -> int:
    """Words that are common as well are names only where their capital says so."""
    if not is_stopped(reading.words[index]):
        return LIKELY
    return 0 if reading.first[index] or reading.shouted[index] else GUESS
