"""Refiners: from overlapping candidates to a set that reads well together."""

from __future__ import annotations

from collections.abc import Iterable

from azmedia_nlp.times.finders.calendar import DayOfMonth, NamedDay
from azmedia_nlp.times.finders.clock import ClockTime, PartOfDay
from azmedia_nlp.times.finders.relative import RelativeDay, SameUnit, WeekdayOf
from azmedia_nlp.times.rules import Candidate, Meaning

_DAYS = (NamedDay, DayOfMonth, RelativeDay, WeekdayOf, SameUnit)
_JOINTS = frozenset(("", ",", "|", "[", "(", "/", "-", "–"))


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates that do not overlap, earlier rules first, in text order."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda item: item.start - item.end):
        span = range(candidate.start, candidate.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(kept, key=lambda item: item.start)


def join_day_and_clock(candidates: list[Candidate], text: str) -> list[Candidate]:
    """A day beside its clock time or part of day is one expression, of type TIME."""
    joined: list[Candidate] = []
    for candidate in candidates:
        pair = _pair(joined[-1], candidate, text) if joined else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(candidate)
    return joined


def _pair(left: Candidate, right: Candidate, text: str) -> Candidate | None:
    gap = text[left.end : right.start]
    if "\n" in gap or gap.strip() not in _JOINTS:
        return None
    day, time = left.meaning, right.meaning
    if isinstance(left.meaning, ClockTime) and gap.strip() == "":
        day, time = time, day
    meaning = _timed(day, time)
    if meaning is None:
        return None
    return Candidate(left.start, right.end, meaning, right.rule)


def _timed(day: Meaning, time: Meaning) -> Meaning | None:
    if not isinstance(day, _DAYS):
        return None
    if isinstance(time, ClockTime) and time.on is None:
        return ClockTime(time.hour, time.minute, day)
    if isinstance(time, PartOfDay) and time.on is None:
        return PartOfDay(time.code, day)
    return None
