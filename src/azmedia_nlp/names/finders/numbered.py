"""Schools and offices known by number: ``Bakı şəhər 220 saylı məktəb-lisey``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from azmedia_nlp.names.reading import SURE, Candidate, Reading

_REACH: Final = 6


def find_numbered(reading: Reading) -> Iterator[Candidate]:
    """A figure, *nömrəli* or *saylı*, and a body's type word, however it is written."""
    for index, word in enumerate(reading.words):
        if word.joins != "number" or index == 0 or reading.tokens[index - 1].kind != "number":
            continue
        end = _head(reading, index)
        if end is not None:
            yield Candidate(_start(reading, index - 1), end + 1, "ORG", "names.numbered.body", SURE)


def _head(reading: Reading, index: int) -> int | None:
    for at in range(index + 1, min(index + _REACH, reading.end)):
        if reading.breaks[at] or reading.tokens[at].kind != "word":
            return None
        head = reading.words[at].head
        if head is not None and not head.plural:
            return at if head.label == "ORG" else None
    return None


def _start(reading: Reading, figure: int) -> int:
    """``Bakı şəhər``, ``Cavanşir Rəhimov adına``: what leads on to the figure."""
    at = figure
    while at > 0 and not reading.breaks[at] and not reading.set_off(at - 1):
        word = reading.words[at - 1]
        leads = word.joins in ("place", "inside") and word.folded != "ilə"
        if not leads and not (reading.named(at - 1) and at < figure and not _ends(reading, at - 1)):
            break
        at -= 1
    while at < figure and not reading.named(at):
        at += 1
    return at


def _ends(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return word.case != "nom" or bool(word.head and word.head.possessive)
