"""Days, weeks, months and years by their distance: *dünən, ötən ay, gələn həftənin çərşənbəsi*."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import nearest_weekday
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots, on_day, reference
from azmedia_nlp.times.values import shift_date, shift_months, week_value


class RelativeDay(msgspec.Struct, frozen=True):
    """A day by its distance from the publication: *bu gün, dünən*."""

    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The day; past, present or future in general without a publication date."""
        if context.today is None or (self.offset == 0 and self._is_nowadays(context)):
            return Reading("DATE", reference(self.offset))
        day = shift_date(context.today, self.offset, "D")
        return on_day(day)

    def _is_nowadays(self, context: Context) -> bool:
        """*“Bu gün ölkələrimiz əməkdaşlıq edir”*: a speaker's present is no day."""
        return context.clause.tense == "present" and context.clause.quoted


class RelativeUnit(msgspec.Struct, frozen=True):
    """A week, month or year by its distance: *ötən ay*."""

    offset: int
    unit: str

    def resolve(self, context: Context) -> Reading | None:
        """The unit; past, present or future in general without a publication date."""
        if context.today is None:
            return Reading("DATE", reference(self.offset))
        if self.unit == "W":
            day = shift_date(context.today, self.offset, "W")
            return Reading("DATE", week_value(day)) if day else None
        if self.unit == "M":
            year, month = shift_months(context.today.year, context.today.month, self.offset)
            return Reading("DATE", f"{year:04}-{month:02}")
        return Reading("DATE", f"{context.today.year + self.offset:04}")


class SameUnit(msgspec.Struct, frozen=True):
    """*Həmin gün, həmin ay, əvvəlki ay*: a unit by its distance from what was spoken of."""

    offset: int
    unit: str

    def resolve(self, context: Context) -> Reading | None:
        """The unit of the context, else of the publication."""
        if self.unit == "D" and context.day is not None:
            day = shift_date(context.day, self.offset, "D")
            return on_day(day)
        if self.unit == "M" and context.month is not None:
            year, month = shift_months(*context.month, self.offset)
            return Reading("DATE", f"{year:04}-{month:02}")
        if self.unit == "Y" and context.year is not None:
            return Reading("DATE", f"{context.year + self.offset:04}")
        if self.unit == "W" and context.day is not None:
            day = shift_date(context.day, self.offset, "W")
            return Reading("DATE", week_value(day)) if day else None
        if self.unit == "D" and context.year is not None and not self.offset:
            return Reading("DATE", f"{context.year:04}")
        return (
            RelativeUnit(self.offset, self.unit).resolve(context)
            if self.unit != "D"
            else RelativeDay(self.offset).resolve(context)
        )


class WeekdayOf(msgspec.Struct, frozen=True):
    """A weekday, bare or of a week by its distance."""

    number: int
    offset: int | None = None
    in_week: bool = False
    ahead: bool = False

    def resolve(self, context: Context) -> Reading | None:
        """The day; *gələn bazar günü* is the next one, *gələn həftənin bazar günü* in that week."""
        today = context.today
        if today is None:
            return Reading("DATE", f"XXXX-WXX-{self.number}", ("weekday",))
        if self.offset is None and self._goes_on(context):
            day = context.day
            return on_day(day and shift_date(day, (self.number - day.isoweekday()) % 7, "D"))
        if self.offset is None:
            day = nearest_weekday(self.number, context, ahead=self.ahead)
            return on_day(day, ("weekday",))
        distance = self.number - today.isoweekday()
        if self.in_week:
            distance += 7 * self.offset
        elif self.offset > 0:
            distance = distance % 7 or 7
        elif self.offset < 0:
            distance = -((-distance) % 7 or 7)
        day = shift_date(today, distance, "D")
        return on_day(day, ("weekday",))

    def _goes_on(self, context: Context) -> bool:
        """*Cümədən bazar ertəsinədək, şənbə və bazar günü*: it follows the day before it."""
        last = context.last
        return last is not None and last.known == ("weekday",) and context.gap <= len(" və ")


class Weekend(msgspec.Struct, frozen=True):
    """The weekend of a week by its distance, or the nearest that fits the tense."""

    offset: int | None

    def resolve(self, context: Context) -> Reading | None:
        """``2025-W47-WE``."""
        if context.today is None:
            return Reading("DATE", "XXXX-WXX-WE")
        offset = self.offset
        if offset is None:
            offset = -1 if context.clause.tense == "past" and context.today.isoweekday() < 6 else 0
        day = shift_date(context.today, offset, "W")
        return Reading("DATE", f"{week_value(day)}-WE") if day else None


class DayOfWeek(msgspec.Struct, frozen=True):
    """*Həftənin ilk günü*: a day of the week of publication by its number."""

    number: int

    def resolve(self, context: Context) -> Reading | None:
        """The day."""
        if context.today is None or not 1 <= self.number <= 7:
            return None
        by = self.number - context.today.isoweekday()
        return on_day(shift_date(context.today, by, "D"))


def _deictic(slots: Slots) -> Meaning | None:
    return RelativeDay(slots["deictic"].value)


def _deictic_year(slots: Slots) -> Meaning | None:
    return RelativeUnit(slots["deictic"].value, "Y")


def _unit(slots: Slots) -> Meaning | None:
    offset = slots["which"].value if "which" in slots else 0
    unit = slots["unit"].value.code
    return RelativeDay(offset) if unit == "D" else RelativeUnit(offset, unit)


def _same(slots: Slots) -> Meaning | None:
    word = next(slots[name] for name in ("same", "prior", "next") if name in slots)
    return SameUnit(word.value, slots["unit"].value.code)


def _that_date(slots: Slots) -> Meaning | None:
    return SameUnit(0, "D") if "same" in slots or slots["which"].value == 0 else None


def _weekday(slots: Slots) -> Meaning | None:
    offset = slots["which"].value if "which" in slots else None
    last = slots.get("day", slots["weekday"])
    return WeekdayOf(slots["weekday"].value, offset or None, ahead="dat" in (last.form, last.case))


def _weekday_of_week(slots: Slots) -> Meaning | None:
    offset = slots["which"].value if "which" in slots else 0
    return WeekdayOf(slots["weekday"].value, offset, in_week=True)


def _weekend(slots: Slots) -> Meaning | None:
    return Weekend(slots["which"].value if "which" in slots else None)


def _day_of_week(slots: Slots) -> Meaning | None:
    word = slots["number"]
    return DayOfWeek(7 if word.kind == "LAST_OF" else word.value)


_WHICH: Final = "(?:AHEAD? which=WHICH)"
_PERIOD: Final = "unit=WEEKS/MONTHS/YEARS"

RULES: Final[tuple[Rule, ...]] = (
    Rule("times.relative.day", "deictic=DEICTIC", _deictic),
    Rule("times.relative.day_after_next", "deictic=AFTER_NEXT DAYS.sg", _deictic),
    Rule("times.relative.which", f"{_WHICH} unit=DAYS/WEEKS/MONTHS/YEARS.sg", _unit),
    Rule("times.relative.during", "unit=WEEKS/MONTHS/YEARS.nom (?=DURING)", _unit),
    Rule("times.relative.edge", f"{_WHICH}? {_PERIOD}.gen edge=EDGE", _unit),
    Rule(
        "times.relative.same",
        "(?:same=SAME|prior=PRIOR/POSTERIOR)"
        " (?:unit=DAYS/WEEKS/MONTHS/YEARS.sg|unit=WEEKS/MONTHS/YEARS.gen edge=EDGE)",
        _same,
    ),
    Rule("times.relative.that_day", "same=THAT unit=DAYS.sg", _same),
    Rule(
        "times.relative.that_date",
        "(?:same=SAME DATES.loc|abl|ter|dat | which=WHICH DATES.loc|abl|ter)",
        _that_date,
    ),
    Rule("times.relative.next_day", "next=NEXT_DAY unit=DAYS/MONTHS/YEARS.sg", _same),
    Rule("times.relative.year", "deictic=DEICTIC_YEAR", _deictic_year),
    Rule("times.weekday.bare", f"{_WHICH}? weekday=WEEKDAY.sg (?:day=DAYS.own)?", _weekday),
    Rule("times.weekday.sunday", "weekday=SUNDAY.nom day=DAYS.own", _weekday),
    Rule("times.weekday.which_sunday", f"{_WHICH} weekday=SUNDAY.nom (?:DAYS.own)?", _weekday),
    Rule(
        "times.weekday.of_week",
        f"{_WHICH}? WEEKS.gen weekday=WEEKDAY/SUNDAY (?:DAYS.own)?",
        _weekday_of_week,
    ),
    Rule(
        "times.weekday.weekend",
        f"(?:{_WHICH}? WEEKS.nom EDGE.own|{_WHICH}? WEEKEND)",
        _weekend,
    ),
    Rule("times.weekday.day_of_week", "WEEKS.gen number=ORD/FIRST/LAST_OF DAYS.own", _day_of_week),
)
