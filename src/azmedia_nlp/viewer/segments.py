"""Spans that nest and cross, flattened: runs of text over which the same spans lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from azmedia_nlp.annotations import Span
from azmedia_nlp.spans import in_order


class Segment(NamedTuple):
    """A run of text and the spans that cover it, the one that begins first in front."""

    start: int
    end: int
    spans: tuple[Span, ...]


def flatten(spans: Iterable[Span], start: int, end: int) -> Iterator[Segment]:
    """Cut ``[start, end)`` wherever a span begins or ends; nothing is left out.

    >>> name, quoted = Span(0, 5, "Elçin"), Span(3, 8, "in ge")
    >>> [(s.start, s.end, len(s.spans)) for s in flatten([name, quoted], 0, 10)]
    [(0, 3, 1), (3, 5, 2), (5, 8, 1), (8, 10, 0)]
    """
    waiting = in_order(span for span in spans if span.start < min(span.end, end))
    edges = {start, end}
    for span in waiting:
        edges |= {min(max(span.start, start), end), min(max(span.end, start), end)}
    at = 0
    active: list[Span] = []
    for left, right in pairwise(sorted(edges)):
        active = [span for span in active if span.end > left]
        while at < len(waiting) and waiting[at].start <= left:
            if waiting[at].end > left:
                active.append(waiting[at])
            at += 1
        yield Segment(left, right, tuple(active))
