"""Names that a lexicon knows: countries, cities, regions, bodies, outlets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.gazetteer import StopWord
from azmedia_nlp.names.reading import GUESS, LIKELY, SURE, Candidate, Reading
from azmedia_nlp.alphabet import lower

_LABELS: Final[dict[str, Label]] = {"GPE": "GPE", "LOC": "LOC", "ORG": "ORG"}


def find_known(reading: Reading) -> Iterator[Candidate]:
    """Look words up, in any form; several words count more than one."""
    for name in reading.long_names:
        if (label := _label(name.flag)) and not _torn(reading, name.start, name.end):
            yield Candidate(name.start, name.end, label, f"names.known.{name.flag}", SURE)
    for index, word in enumerate(reading.words):
        if word.flags and reading.named(index) and (label := _label_of(word.flags)):
            strength = _strength(reading, index)
            if strength:
                rule = f"names.known.{label}"
                yield Candidate(index, index + 1, label, rule, strength)


def _torn(reading: Reading, start: int, end: int) -> bool:
    """Whether a line ends or an ending is set off inside the name."""
    return any(reading.breaks[at] or reading.set_off(at - 1) for at in range(start + 1, end))


def _label(flag: str) -> Label | None:
    return _LABELS.get(flag.partition(".")[0])


def _label_of(flags: tuple[str, ...]) -> Label | None:
    """A place before a body of the same name: ``Barselona`` is the city by itself."""
    labels = [label for flag in flags if (label := _label(flag))]
    return next((label for label in labels if label != "ORG"), labels[0] if labels else None)


def _strength(reading: Reading, index: int) -> int:
    """Words that are common as well are names only where their capital says so."""
    word = reading.words[index]
    if not _stopped(word.folded, word.flags):
        return LIKELY
    if reading.first[index] or reading.shouted[index]:
        return 0
    return GUESS


def _stopped(folded: str, flags: tuple[str, ...]) -> bool:
    return folded in _stop_words() or any(flag.startswith(("given", "type")) for flag in flags)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lower(row.word) for row in read_lexicon("name_stoplist", StopWord))
