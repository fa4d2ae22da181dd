"""From what a text leaves out to a year and a day: the publication date, tense, context."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from azmedia_nlp.times.rules import Context, Slots, Tense
from azmedia_nlp.times.values import make_date, shift_date, shift_months

# The shapes of "which year": 2025-ci il(in), ötən ilin, qarşıdan gələn ilin, həmin ilin.
OF_YEAR: Final = (
    "(?: year=YORD/YEAR YEARS.gen|nom | AHEAD? which=WHICH YEARS.gen|nom"
    " | same=SAME YEARS.gen | deictic=DEICTIC_YEAR )"
)
OF_THIS_YEAR: Final = f"(?: {OF_YEAR} | YEARS.gen )"

# A tense that does not fit costs as much as this many days of distance.
_MISFIT: Final = 290


class YearRef(NamedTuple):
    """The year an expression names: a number, an offset from the publication, *that year*.

    All None: it names none.
    """

    number: int | None = None
    offset: int | None = None
    same: bool = False

    @property
    def stated(self) -> bool:
        """Whether the text says which year."""
        return self != YearRef()

    def resolve(self, context: Context) -> int | None:
        """The year, or None where it is not said or cannot be known."""
        if self.number is not None:
            return self.number
        if self.same and context.year is not None:
            return context.year
        if context.today is None:
            return None
        if self.offset is not None:
            return context.today.year + self.offset
        return context.today.year if self.same else None


def year_ref(slots: Slots) -> YearRef:
    """The year that the slots of :data:`OF_YEAR` name."""
    if "year" in slots:
        return YearRef(number=slots["year"].value)
    if "which" in slots:
        return YearRef(offset=slots["which"].value)
    if "deictic" in slots:
        return YearRef(offset=slots["deictic"].value)
    return YearRef(same="same" in slots)


def nearest_day(month: int, day: int, context: Context, *, ahead: bool = False) -> date | None:
    """The day of that name nearest the publication that fits the tense, or None.

    *ahead*: it is a term that was set (*dekabrın 9-na*), whatever the tense.
    """
    today = context.today
    if today is None:
        return None
    named = year_in_force(context)
    if named is not None:
        return make_date(named, month, day)
    years = range(today.year - 4, today.year + 5)  # leap days are rare
    days = [found for year in years if (found := make_date(year, month, day))]
    if not days:
        return None
    tense = "future" if ahead else context.clause.tense
    return min(days, key=lambda found: _cost((found - today).days, tense))


def nearest_month(month: int, context: Context) -> tuple[int, int] | None:
    """The month of that name nearest the publication that fits the tense, with its year."""
    today = context.today
    if today is None:
        return None
    named = year_in_force(context)
    if named is not None:
        return named, month
    tense = context.clause.tense
    distances = [12 * by + month - today.month for by in (-1, 0, 1)]
    best = min(distances, key=lambda months: _cost(months * 30, tense))
    return shift_months(today.year, today.month, best)


def year_in_force(context: Context) -> int | None:
    """The year that the same sentence has just named: *ötən il … mayın 6-da*."""
    last = context.last
    if context.near and last is not None and len(last.value) == len("2025") and last.mod is None:
        return int(last.value) if last.value.isdecimal() else None
    return None


def _cost(days: int, tense: Tense) -> int:
    misfit = (tense == "past" and days > 0) or (tense == "future" and days < 0)
    return abs(days) + (_MISFIT if misfit else 0)


def nearest_weekday(number: int, context: Context, *, ahead: bool = False) -> date | None:
    """The weekday nearest the publication that fits the tense; with no tense, the next."""
    today = context.today
    if today is None:
        return None
    distance = (number - today.isoweekday()) % 7
    tense = "future" if ahead else context.clause.tense
    if tense == "past":
        return shift_date(today, -((7 - distance) % 7), "D")
    if tense == "future":
        distance = distance or 7  # today would be "bu gün"
    return shift_date(today, distance, "D")
