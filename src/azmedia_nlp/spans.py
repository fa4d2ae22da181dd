"""Span algebra: pure functions over anything that has a start and an end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from azmedia_nlp.annotations import Span

SpanT = TypeVar("SpanT", bound=Span)


def span_key(span: Span) -> tuple[int, int]:
    """Sort key: text order, the longer first where two begin together."""
    return span.start, -span.end


def in_order(spans: Iterable[SpanT]) -> tuple[SpanT, ...]:
    """The spans in text order."""
    return tuple(sorted(spans, key=span_key))


def covering(spans: Sequence[SpanT], offset: int) -> SpanT | None:
    """The span of an ordered, disjoint sequence that holds *offset*, or None."""
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    if index >= 0 and offset < spans[index].end:
        return spans[index]
    return None


def within(spans: Sequence[SpanT], start: int, end: int) -> Sequence[SpanT]:
    """The spans of an ordered, disjoint sequence that lie wholly in ``[start, end)``."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_right(spans, end, key=lambda span: span.end)
    return spans[first:last]


def line_end(text: str, offset: int) -> int:
    """Where the line that *offset* stands in ends, its line feed left out."""
    end = text.find("\n", offset)
    return len(text) if end == -1 else end


def outside(spans: Iterable[SpanT], others: Sequence[Span]) -> tuple[SpanT, ...]:
    """The spans that share no character with any of *others*, which are ordered and disjoint."""
    return tuple(span for span in spans if not _touches(span, others))


def _touches(span: Span, others: Sequence[Span]) -> bool:
    index = bisect_right(others, span.start, key=lambda other: other.end)
    return index < len(others) and others[index].start < span.end
