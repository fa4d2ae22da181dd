"""Speech broken by its attribution: *A, – X deyib, – B*."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution
from azmedia_nlp.quotations.vocabulary import particles

_BEFORE_DASH: Final = frozenset({",", ".", "?", "!", "…", "...", ":", "”", "“", "»", '"'})
_LONGEST: Final = 24
TailReader = Callable[[Page, int, Sequence[int]], "Attribution | None"]


class Speech(msgspec.Struct, frozen=True):
    """A stretch of what was said, with the attribution nearest to it."""

    items: tuple[int, ...]
    attribution: Attribution | None


def split_speech(
    page: Page, frame: int, items: Sequence[int], read_tail: TailReader
) -> tuple[Speech, ...]:
    """Cut *items* at the dashes around attributions; empty where there is none."""
    segments = _segments(page, items)
    spoken: list[list[int]] = [[]]
    attributions: list[Attribution] = []
    owners: list[int] = [0]
    for number, segment in enumerate(segments):
        attribution = _read(page, frame, segment, read_tail) if number else None
        if attribution is not None and spoken[-1]:
            attributions.append(attribution)
            spoken.append([])
            owners.append(len(attributions) - 1)
        else:
            spoken[-1].extend(segment)
    if not attributions:
        return ()
    return tuple(
        Speech(tuple(stretch), attributions[owner])
        for stretch, owner in zip(spoken, owners, strict=True)
        if stretch
    )


def _segments(page: Page, items: Sequence[int]) -> list[list[int]]:
    segments: list[list[int]] = [[]]
    for at, item in enumerate(items):
        before = page.text[page.end_of(items[at - 1]) - 1] if at else ""
        if page.is_dash(item) and before in _BEFORE_DASH:
            segments.append([])
        else:
            segments[-1].append(item)
    return segments


def _read(
    page: Page, frame: int, segment: Sequence[int], read_tail: TailReader
) -> Attribution | None:
    bare = [item for item in segment if page.words[item] not in particles("quotative")]
    if not bare or len(bare) > _LONGEST or any(page.is_stop(item) for item in bare[:-1]):
        return None
    return read_tail(page, frame, bare)
