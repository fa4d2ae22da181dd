"""TIMEX3 values as a reader of the page expects a date: ``18.11.2025``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from azmedia_nlp.annotations import TimeExpression

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?")
# What HTML lets a <time> hold: a year to a minute, a week, a duration.
_HTML: Final = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?|\d{4}-W\d\d|P(\d+D)?(T(\d+H)?(\d+M)?)?"
)


def machine_value(time: TimeExpression) -> str | None:
    """The value as the ``datetime`` of a ``<time>``, or None where HTML has no form for it."""
    return time.value if _HTML.fullmatch(time.value) else None


def readable(time: TimeExpression) -> str:
    """The day, month, year or stretch that a value means; the value itself where it means none.

    >>> from azmedia_nlp import extract_times
    >>> found = extract_times("mayın 12-də, keçən ay, hər gün", published="2025-06-02")
    >>> [readable(time) for time in found]
    ['12.05.2025', '05.2025', 'P1D']
    """
    if time.begin is None or time.until is None:
        return time.value
    if "T" in time.value:
        return readable_day(time.value)
    first, last = _day(time.begin), _day(time.until)
    if first is None or last is None:
        return time.value
    if "T" not in time.until:
        last -= timedelta(days=1)
    return _stretch(first, max(first, last))


def addition(time: TimeExpression, published: str | None) -> str | None:
    """What the value adds to the words, or None: the day of *bu gün*, the year of *mayın 12-də*.

    A clock time is of the day of publication unless it says another.
    """
    if time.begin is None or "year" in time.known:
        return None
    if time.type == "TIME":
        day = time.value.partition("T")[0]
        return None if day == (published or "")[:10] else readable_day(day)
    return readable(time)


def readable_day(value: str) -> str:
    """An ISO date, with its clock time if it has one, as newspapers write it.

    >>> readable_day("2025-11-18T13:54:00+04:00"), readable_day("2025-11")
    ('18.11.2025, 13:54', '2025-11')
    """
    found = _DAY.match(value)
    if found is None:
        return value
    year, month, day, clock = found.groups()
    return f"{day}.{month}.{year}" + (f", {clock}" if clock else "")


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _stretch(first: date, last: date) -> str:
    after = last + timedelta(days=1) if last < date.max else last
    if first == last:
        return _written(first)
    if first.day == 1 and after.day == 1:
        if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
            return f"{first:%m}.{first.year:04}"
        if first.month == after.month == 1:
            years = (first.year, last.year)
            return f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
    return f"{_written(first)} – {_written(last)}"


def _written(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year:04}"
