"""TIMEX3 values: how they are written, and the half-open interval each denotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import regex

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.times.vocabulary import DayPart, Season

DAY: Final = len("2025-11-18")  # characters of a day as a value
_MONTHS: Final = {"Q": 3, "H": 6}  # of a quarter, of a half

Interval = tuple[str, str] | tuple[None, None]


def is_day(value: str) -> bool:
    """Whether a value is one day, known or open: ``2025-11-18``, ``XXXX-11-18``.

    >>> is_day("XXXX-11-18"), is_day("FUTURE_REF"), is_day("2025-11")
    (True, False, False)
    """
    return len(value) == DAY and value[4] == value[7] == "-"


@cache
def baku() -> ZoneInfo:
    """Asia/Baku, with its historical offsets."""
    return ZoneInfo("Asia/Baku")


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """The month *by* months later, as year and month."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def shift_date(day: date, by: int, unit: str) -> date | None:
    """The day *by* units later (``DWMY``), at a month's end where due; None past the calendar."""
    try:
        if unit in ("D", "W"):
            return day + timedelta(days=by * (7 if unit == "W" else 1))
        year, month = shift_months(day.year, day.month, by * (12 if unit == "Y" else 1))
        return date(year, month, min(day.day, month_length(year, month)))
    except (ValueError, OverflowError):
        return None


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    following = date(*shift_months(year, month, 1), 1) if year < 9999 else date(year, 12, 31)
    return (following - date(year, month, 1)).days


def make_date(year: int, month: int, day: int) -> date | None:
    """That date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """The ISO week of a day: ``2025-W47``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(month: int) -> int:
    """The quarter of a month."""
    return (month - 1) // 3 + 1


@cache
def day_parts() -> dict[str, DayPart]:
    """The parts of the day by their codes; the first row of a code counts."""
    found: dict[str, DayPart] = {}
    for row in read_lexicon("day_parts", DayPart):
        found.setdefault(row.code, row)
    return found


@cache
def seasons() -> dict[str, Season]:
    """The seasons by their codes."""
    return {row.code: row for row in read_lexicon("seasons", Season)}


_VALUE: Final = r"""
      (?P<clock>\d{4}-\d\d-\d\dT\d\d(?::\d\d){0,2})
    | (?P<part>(?P<pday>\d{4}-\d\d-\d\d)T(?P<pcode>MO|AF|DT|EV|NI))
    | (?P<day>\d{4}-\d\d-\d\d)
    | (?P<weekend>(?P<wwe>\d{4}-W\d\d)-WE)
    | (?P<week>\d{4}-W\d\d)
    | (?P<quarter>(?P<qy>\d{4})-(?P<qc>[QH])(?P<qn>\d))
    | (?P<season>(?P<sy>\d{4})-(?P<sc>SP|SU|FA|WI))
    | (?P<month>(?P<my>\d{4})-(?P<mm>\d\d))
    | (?P<year>\d{4})
    | (?P<decade>\d{3})
    | (?P<century>\d\d)
"""
_GRAINS: Final = {"clock": "minute", "part": "part_of_day", "weekend": "day"}


@cache
def _value_pattern() -> regex.Pattern[str]:
    return regex.compile(_VALUE, regex.VERBOSE)


@lru_cache(maxsize=1 << 14)
def grain_of(value: str) -> str:
    """How fine a value is: ``century decade year season quarter month week day part_of_day …``.

    >>> grain_of("2025-Q3"), grain_of("2025-11-18T13:54"), grain_of("P2Y6M"), grain_of("XXXX-11-18")
    ('quarter', 'minute', 'month', 'day')
    """
    if value.startswith("P") and not value.endswith("_REF"):
        return _duration_grain(value)
    match = _value_pattern().fullmatch(
        value.partition("/")[0].replace("XXXX", "2000").replace("WXX", "W01")
    )
    if match is None:
        return "day" if "W" in value else "unspecified"
    kind = _kind(match)
    return _GRAINS.get(kind, kind)


def _kind(match: regex.Match[str]) -> str:
    """Which of the alternatives of the pattern has matched."""
    return next(kind for kind in _BOUNDS if match[kind] is not None)


def _duration_grain(value: str) -> str:
    units = {"S": "second", "H": "hour", "D": "day", "W": "week", "Y": "year"}
    if value[-1] == "M":
        return "minute" if "T" in value else "month"
    return units.get(value[-1], "unspecified")


@lru_cache(maxsize=1 << 14)
def interval(value: str) -> Interval:
    """The half-open interval that a value denotes, in ISO 8601; clock times have Baku's offset.

    >>> interval("2025-11"), interval("199"), interval("2025-11-18/2025-11-20")
    (('2025-11-01', '2025-12-01'), ('1990-01-01', '2000-01-01'), ('2025-11-18', '2025-11-21'))
    """
    first, slash, last = value.partition("/")
    begin = _bounds(first)
    until = _bounds(last) if slash else begin
    if begin is None or until is None:
        return None, None
    return _iso(begin[0]), _iso(until[1])


def _iso(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=baku()).isoformat()
    return moment.isoformat()


def _bounds(value: str) -> tuple[date, date] | None:
    match = _value_pattern().fullmatch(value)
    if match is None:
        return None
    try:
        return _BOUNDS[_kind(match)](match)
    except (ValueError, OverflowError):
        return None


def _clock_bounds(match: regex.Match[str]) -> tuple[date, date]:
    day, _, clock = match["clock"].partition("T")
    parts = [int(part) for part in clock.split(":")]
    sizes = (timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1))
    begin = datetime.fromisoformat(day)  # 24:00 is the next day's beginning
    for size, part in zip(sizes, parts, strict=False):
        begin += size * part
    return begin, begin + sizes[len(parts) - 1]


def _part_bounds(match: regex.Match[str]) -> tuple[date, date]:
    part = day_parts()[match["pcode"]]
    midnight = datetime.fromisoformat(match["pday"])
    return midnight + timedelta(hours=part.begin), midnight + timedelta(hours=part.until)


def _day_bounds(match: regex.Match[str]) -> tuple[date, date]:
    day = date.fromisoformat(match["day"])
    return day, day + timedelta(days=1)


def _week_bounds(match: regex.Match[str]) -> tuple[date, date]:
    year, week = (match["wwe"] or match["week"]).split("-W")
    monday = date.fromisocalendar(int(year), int(week), 1)
    return monday + timedelta(days=5 if match["wwe"] else 0), monday + timedelta(days=7)


def _months_bounds(year: int, first: int, count: int) -> tuple[date, date]:
    return date(year, first, 1), date(*shift_months(year, first, count), 1)


def _quarter_bounds(match: regex.Match[str]) -> tuple[date, date]:
    months = _MONTHS[match["qc"]]
    return _months_bounds(int(match["qy"]), (int(match["qn"]) - 1) * months + 1, months)


def _season_bounds(match: regex.Match[str]) -> tuple[date, date]:
    return _months_bounds(int(match["sy"]), seasons()[match["sc"]].first, 3)


def _month_bounds(match: regex.Match[str]) -> tuple[date, date]:
    return _months_bounds(int(match["my"]), int(match["mm"]), 1)


def _years_bounds(first: int, count: int) -> tuple[date, date]:
    return date(max(first, 1), 1, 1), date(first + count, 1, 1)


_BOUNDS: Final[dict[str, Callable[[regex.Match[str]], tuple[date, date]]]] = {
    "clock": _clock_bounds,
    "part": _part_bounds,
    "day": _day_bounds,
    "weekend": _week_bounds,
    "week": _week_bounds,
    "quarter": _quarter_bounds,
    "season": _season_bounds,
    "month": _month_bounds,
    "year": lambda match: _years_bounds(int(match["year"]), 1),
    "decade": lambda match: _years_bounds(int(match["decade"]) * 10, 10),
    "century": lambda match: _years_bounds(int(match["century"]) * 100, 100),
}
