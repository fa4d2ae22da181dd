"""Days and months by name and figures: *18 noyabr 2025-ci il, noyabrın 18-də, ayın 20-də*."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import (
    OF_THIS_YEAR,
    OF_YEAR,
    YearRef,
    nearest_day,
    nearest_month,
    year_ref,
)
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots
from azmedia_nlp.times.values import make_date, month_length, shift_months, week_value

_LONGEST_MONTH: Final = 31


class NamedDay(msgspec.Struct, frozen=True):
    """A day by its month and number, or a range of days of one month."""

    month: int
    day: int
    until: int | None = None
    year: YearRef = YearRef()
    ahead: bool = False

    def resolve(self, context: Context) -> Reading | None:
        """The day; its year from the text, else from tense and publication."""
        known = ("year", "month", "day") if self.year.stated else ("month", "day")
        begin = self._date(self.day, context)
        if begin is None:
            unknown = self._unknown(context)
            return Reading("DATE", unknown, known) if unknown else None
        if self.until is None:
            return Reading("DATE", begin.isoformat(), known)
        end = make_date(begin.year, self.month, self.until)
        return Reading("DATE", f"{begin}/{end}", known) if end else None

    def _date(self, day: int, context: Context) -> date | None:
        year = self.year.resolve(context)
        if year is not None:
            return make_date(year, self.month, day)
        return nearest_day(self.month, day, context, ahead=self.ahead)

    def _unknown(self, context: Context) -> str | None:
        """Without a publication date the year stays open: ``XXXX-11-18``."""
        if context.today is not None or self.year.number is not None:
            return None
        last = self.until or self.day
        if last > month_length(2000, self.month) or self.day < 1:
            return None
        days = [f"XXXX-{self.month:02}-{day:02}" for day in (self.day, self.until) if day]
        return "/".join(days)


class DayOfMonth(msgspec.Struct, frozen=True):
    """A day of a month that goes by an offset or by context: *ayın 20-də, gələn ayın 3-də*."""

    day: int
    offset: int | None
    until: int | None = None

    def resolve(self, context: Context) -> Reading | None:
        """The day in the month of publication, or that of the context for *həmin ay*."""
        if context.today is None:
            open_days = [f"XXXX-XX-{day:02}" for day in (self.day, self.until) if day]
            return Reading("DATE", "/".join(open_days), ("day",))
        month = context.month if self.offset is None else None
        year, number = month or shift_months(
            context.today.year, context.today.month, self.offset or 0
        )
        days = [make_date(year, number, day) for day in (self.day, self.until) if day]
        if None in days:
            return None
        return Reading("DATE", "/".join(map(str, days)), ("day",))


class NamedMonth(msgspec.Struct, frozen=True):
    """A month by its name."""

    month: int
    year: YearRef = YearRef()

    def resolve(self, context: Context) -> Reading | None:
        """The month; its year from the text, else from tense and publication."""
        known = ("year", "month") if self.year.stated else ("month",)
        year = self.year.resolve(context)
        found = (year, self.month) if year is not None else nearest_month(self.month, context)
        if found is None:
            return Reading("DATE", f"XXXX-{self.month:02}", known)
        return Reading("DATE", f"{found[0]:04}-{found[1]:02}", known)


class MonthRange(msgspec.Struct, frozen=True):
    """Months from one to another: *yanvar-oktyabr aylarında*."""

    first: int
    last: int
    year: YearRef = YearRef()

    def resolve(self, context: Context) -> Reading | None:
        """The months of one year, or of two where the range passes December."""
        end = NamedMonth(self.last, self.year).resolve(context)
        if end is None:
            return None
        year, _ = end.value.split("-")
        if year != "XXXX" and self.first > self.last:
            year = f"{int(year) - 1:04}"
        return Reading("DATE", f"{year}-{self.first:02}/{end.value}", end.known)


class DayRange(msgspec.Struct, frozen=True):
    """Days from one month to another: *15 may – 3 iyun*."""

    first: NamedDay
    last: NamedDay

    def resolve(self, context: Context) -> Reading | None:
        """Both days; the first takes the year of the last, or the one before."""
        end = self.last.resolve(context)
        if end is None:
            return None
        year = end.value[:4]
        if year == "XXXX":
            begin = self.first.resolve(context)
            return Reading("DATE", f"{begin.value}/{end.value}", end.known) if begin else None
        wraps = (self.first.month, self.first.day) > (self.last.month, self.last.day)
        start = make_date(int(year) - wraps, self.first.month, self.first.day)
        return Reading("DATE", f"{start}/{end.value}", end.known) if start else None


def _day_month(slots: Slots) -> Meaning | None:
    day = slots["day"].value
    year = year_ref(slots)
    month = slots["month"].value
    if isinstance(day, tuple):
        return _days(month, day, year)
    ahead = slots["day"].form == "dat" and "until" not in slots
    return NamedDay(month, day, None, year, ahead) if 1 <= day <= _LONGEST_MONTH else None


def _days(month: int, days: tuple[int, int], year: YearRef) -> NamedDay | None:
    first, last = days
    return NamedDay(month, first, last, year) if 1 <= first < last <= _LONGEST_MONTH else None


def _figures(slots: Slots) -> Meaning | None:
    year, month, day = slots["date"].value
    return NamedDay(month, day, year=YearRef(year)) if make_date(year, month, day) else None


def _of_month(slots: Slots) -> Meaning | None:
    day = slots["day"].value
    offset = slots["which"].value if "which" in slots else None
    if isinstance(day, tuple):
        first, last = day
        return DayOfMonth(first, offset, last) if 1 <= first < last <= _LONGEST_MONTH else None
    return DayOfMonth(day, offset) if 1 <= day <= _LONGEST_MONTH else None


class PartOfMonth(msgspec.Struct, frozen=True):
    """Some days of a month, from its beginning or end: *iyunun birinci ongünlüyü*.

    *first* and *last* are days, negative ones counted from the month's end; *week* asks for
    the ISO week instead of its days.
    """

    month: NamedMonth
    first: int
    last: int
    week: bool = False

    def resolve(self, context: Context) -> Reading | None:
        """``2009-06-01/2009-06-10``, ``2024-W14``."""
        reading = self.month.resolve(context)
        if reading is None or reading.value[0] == "X":
            return None
        year, month = (int(part) for part in reading.value.split("-"))
        length = month_length(year, month)
        days = [day if day > 0 else length + 1 + day for day in (self.first, self.last)]
        first, last = (make_date(year, month, min(day, length)) for day in days)
        if first is None or last is None:
            return None
        if self.week:
            return Reading("DATE", week_value(first), reading.known)
        span = first.isoformat() if first == last else f"{first}/{last}"
        return Reading("DATE", span, reading.known)


def _part_of_month(slots: Slots) -> Meaning | None:
    word, part = slots["number"], slots["part"]
    number = -1 if word.kind in ("LAST_OF", "LAST") else word.value
    size = {"TENDAYS": 10, "WEEKS": 7, "DAYS": 1}[part.kind]
    first = (number - 1) * size + 1 if number > 0 else -size
    if abs(first) > _LONGEST_MONTH:
        return None
    last = first + size - 1
    if part.kind == "TENDAYS" and number in (3, -1):  # the third one is what is left
        first, last = 21, -1
    month = NamedMonth(slots["month"].value, year_ref(slots))
    return PartOfMonth(month, first, last, week=part.kind == "WEEKS")


def _days_of_month(slots: Slots) -> Meaning | None:
    count = slots["count"].value
    if not 1 <= count <= _LONGEST_MONTH:
        return None
    month = NamedMonth(slots["month"].value, year_ref(slots))
    if slots["edge_of"].kind == "LAST":
        return PartOfMonth(month, -count, -1)
    return PartOfMonth(month, 1, count)


class WhichMonth(msgspec.Struct, frozen=True):
    """*Ötən noyabrda*: the last or next month of that name."""

    month: int
    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The month; that of this year for *bu noyabr*."""
        today = context.today
        if today is None:
            return Reading("DATE", f"XXXX-{self.month:02}", ("month",))
        past = self.month >= today.month if self.offset < 0 else False
        ahead = self.month <= today.month if self.offset > 0 else False
        return Reading("DATE", f"{today.year - past + ahead:04}-{self.month:02}", ("month",))


def _which_month(slots: Slots) -> Meaning | None:
    return WhichMonth(slots["month"].value, slots["which"].value)


def _month(slots: Slots) -> Meaning | None:
    return NamedMonth(slots["month"].value, year_ref(slots))


def _month_range(slots: Slots) -> Meaning | None:
    if "months" in slots:
        first, last = slots["months"].value
    else:
        first, last = slots["first"].value, slots["last"].value
    return MonthRange(first, last, year_ref(slots)) if first != last else None


def _day_range(slots: Slots) -> Meaning | None:
    year = year_ref(slots)
    first = NamedDay(slots["first_month"].value, slots["first"].value)
    last = NamedDay(slots["month"].value, slots["day"].value, year=year)
    return DayRange(first, last)


_ANY_MONTH: Final = "(?:month=MONTH|month=SHORT_MONTH STOP?)"
_DATES: Final = "DATES.own|pl_own|loc|pl_loc|abl|ter"
_WEEKDAY: Final = "(?:WEEKDAY/SUNDAY/SHORT_WEEKDAY DAYS.own? COMMA?)?"
_YEAR_BEHIND: Final = f"(?:COMMA? year=YORD/YEAR (?:YEARS.sg {_DATES}?)?)"
_WEEKDAY_BEHIND: Final = "(?:COMMA? OPEN? WEEKDAY/SHORT_WEEKDAY/SUNDAY DAYS.own? CLOSE? (?!DAYS))?"
_NUMBER: Final = "day=DAY/RANGE/ORANGE/ORD/SPELLED"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "times.calendar.day_month",
        f"{_WEEKDAY} day=DAY/RANGE/SPELLED.nom {_ANY_MONTH} (?:{_YEAR_BEHIND}|{_DATES})?"
        f" DATED? {_WEEKDAY_BEHIND}",
        _day_month,
    ),
    Rule(
        "times.calendar.month_day",
        f"{_WEEKDAY} {OF_YEAR}? (?:month=MONTH.gen|month=MONTH.nom MONTHS.own) {_NUMBER}"
        f" (?:DAYS.own)? (?:(?=until=UNTIL)|) {_WEEKDAY_BEHIND}",
        _day_month,
    ),
    Rule(
        "times.calendar.year_day_month",
        f"(?:{OF_YEAR} COMMA?|year=YEAR.nom COMMA) day=DAY/RANGE.nom month=MONTH DATED?"
        f" {_WEEKDAY_BEHIND}",
        _day_month,
    ),
    Rule(
        "times.calendar.figures",
        f"{_WEEKDAY} date=DATE.sg (?:YEARS.sg)? {_DATES}? DATED? {_WEEKDAY_BEHIND}",
        _figures,
    ),
    Rule(
        "times.calendar.day_of_month",
        "(?:AHEAD? which=WHICH|SAME)? MONTHS.gen day=DAY/RANGE.sg (?:DAYS.own)?",
        _of_month,
    ),
    Rule(
        "times.calendar.month",
        f"{OF_THIS_YEAR}? (?:month=MONTH.gen (?:edge=EDGE | ORD/FIRST/LAST_OF HALVES)"
        " | month=MONTH (?:MONTHS.own edge=EDGE?)?)",
        _month,
    ),
    Rule("times.calendar.month_first", f"{_ANY_MONTH} day=DAY.nom COMMA? year=YEAR", _day_month),
    Rule(
        "times.calendar.part_of_month",
        f"{OF_YEAR}? month=MONTH.gen number=ORD/FIRST/LAST_OF/LAST part=TENDAYS/WEEKS/DAYS.own",
        _part_of_month,
    ),
    Rule(
        "times.calendar.days_of_month",
        f"{OF_YEAR}? month=MONTH.gen edge_of=FIRST/LAST count=DAY/SPELLED.nom DAYS.own",
        _days_of_month,
    ),
    Rule("times.calendar.listed_month", "(?<=AND) month=MONTH.nom MONTHS.pl_own", _month),
    Rule(
        "times.calendar.which_month",
        "AHEAD? which=WHICH month=MONTH (?:MONTHS.own)?",
        _which_month,
    ),
    Rule(
        "times.calendar.month_year", "month=MONTH.nom COMMA? year=YORD/YEAR (?:YEARS.sg)?", _month
    ),
    Rule(
        "times.calendar.months",
        f"{OF_THIS_YEAR}? (?:months=MRANGE|first=MONTH.nom DASH last=MONTH) (?:MONTHS.own|pl_own)?",
        _month_range,
    ),
    Rule(
        "times.calendar.days",
        f"first=DAY.nom first_month=MONTH.nom DASH"
        f" day=DAY.nom month=MONTH {_YEAR_BEHIND}? {_DATES}?",
        _day_range,
    ),
)
