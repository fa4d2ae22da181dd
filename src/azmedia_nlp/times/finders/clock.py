"""Clock times and parts of the day: *saat 14:00-da, axşam saat 7-də, bu gecə, səhər*."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import nearest_day
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots, Tense, on_day
from azmedia_nlp.times.runs import Word
from azmedia_nlp.times.values import is_day, make_date, shift_date

_JOINED: Final = len(" və ")
_NOON: Final = 12
_DAWN: Final = 6
_MIDNIGHT: Final = "24:00"
_HOURS: Final = range(25)
_ANY_MOMENT: Final = datetime(2000, 2, 1, tzinfo=timezone.utc)
# Before noon by the clock, after it by the part of the day: axşam saat 7 is 19:00.
_AFTERNOON: Final = {"AF": range(1, 7), "EV": range(4, 12), "NI": range(9, 12)}


class ClockTime(msgspec.Struct, frozen=True):
    """A clock time, on a day that is said beside it or that the context gives."""

    hour: int
    minute: int
    on: Meaning | None = None
    log: bool = False  # it opens a line of a running report

    def resolve(self, context: Context) -> Reading | None:
        """``2025-11-18T13:54``; ``T13:54`` where no day is known, also of *bu gün* without one."""
        day, known = self._day(context)
        if day is None and _is_no_day(self.on, context):
            return None
        clock = f"T{self.hour:02}:{self.minute:02}"
        return Reading("TIME", (day or "") + clock, (*known, "hour", "minute"))

    def _day(self, context: Context) -> tuple[str | None, tuple[str, ...]]:
        if self.log:
            day = context.heading or context.today
            return (day.isoformat() if day else None), ()
        found, known = _day_of(self.on, context)
        if found and self.on is None and self._has_passed(found, context):
            found = _next_day(found)
        return found, known

    def in_report(self) -> ClockTime:
        """The same at the beginning of a line of a running report."""
        return ClockTime(self.hour, self.minute, log=True)

    def _has_passed(self, day: str, context: Context) -> bool:
        """Whether these are the small hours of a day of which more has gone, yet to come."""
        moment = context.moment
        if moment is None or day != moment.date().isoformat():
            return False
        past = self.hour < _DAWN and (self.hour, self.minute) < (moment.hour, moment.minute)
        return past and context.clause.tense == "future"


class PartOfDay(msgspec.Struct, frozen=True):
    """A part of a day, likewise: ``2025-11-18TMO``."""

    code: str
    on: Meaning | None = None
    until: bool = False
    owned: bool = False

    def resolve(self, context: Context) -> Reading | None:
        """The part of that day."""
        day, known = _day_of(self.on, context)
        if day is None:
            if _is_no_day(self.on, context):
                return None
            return Reading("TIME", f"T{self.code}", ("part_of_day",))
        if self.on is None and self.code == "MO" and self._is_next(context):
            day = _next_day(day)
        return Reading("TIME", f"{day}T{self.code}", (*known, "part_of_day"))

    def _is_next(self, context: Context) -> bool:
        """The morning after a night, and the one until which something will go on."""
        after_night = context.last is not None and context.last.value.endswith("TNI")
        return after_night or (self.until and context.clause.tense == "future")


class Continued(msgspec.Struct, frozen=True):
    """A bare number that goes on from what stands before it.

    *noyabrın 18-dən 20-dək, fevralın 14-ü və 15-də, saat 3-dən 5-dək*.
    """

    number: int

    def resolve(self, context: Context) -> Reading | None:
        """The day in the month of the last expression, the hour of its day."""
        last = context.last
        if last is None or context.gap > _JOINED:
            return None
        day, _, clock = last.value.partition("T")
        if clock:
            hour = self.number in _HOURS and clock[-2:] == "00"
            return Reading("TIME", f"{day}T{self.number:02}:00", ("hour",)) if hour else None
        if not is_day(day):
            return None
        year, month, _ = day.split("-")
        if "X" in day:
            return Reading("DATE", f"{year}-{month}-{self.number:02}", ("day",))
        found = make_date(int(year), int(month), self.number) if month.isdecimal() else None
        return on_day(found, ("day",))


class NightBetween(msgspec.Struct, frozen=True):
    """*Oktyabrın 23-dən 24-nə keçən gecə*: the night that begins on the first day.

    Without a month, it is that of the text's last date, else of publication.
    """

    month: int | None
    day: int

    def resolve(self, context: Context) -> Reading | None:
        """``2018-10-23TNI``."""
        if self.month is not None:
            day = nearest_day(self.month, self.day, context)
            open_day = f"XXXX-{self.month:02}-{self.day:02}"
            return Reading("TIME", f"{day or open_day}TNI", ("month", "day"))
        today = context.today
        month = context.month or (today and (today.year, today.month))
        found = make_date(*month, self.day) if month else f"XXXX-XX-{self.day:02}"
        return Reading("TIME", f"{found}TNI", ("day",)) if found else None


class Stamp(msgspec.Struct, frozen=True):
    """A date and clock time in ISO 8601."""

    value: str

    def resolve(self, context: Context) -> Reading | None:
        """The value as it stands."""
        del context
        return Reading("TIME", self.value, ("year", "month", "day", "hour", "minute"))


def _is_no_day(on: Meaning | None, context: Context) -> bool:
    """Whether what is said beside the time is no day at all: *fevralın 31-də*.

    What only lacks a publication date, such as *ötən gecə*, would be one with any date.
    """
    known = context if context.moment is not None else context._replace(moment=_ANY_MOMENT)
    return on is not None and on.resolve(known) is None


def _day_of(on: Meaning | None, context: Context) -> tuple[str | None, tuple[str, ...]]:
    if on is not None:
        reading = on.resolve(context)
        usable = reading is not None and is_day(reading.value)
        return (reading.value, reading.known) if reading and usable else (None, ())
    now = context.heading or context.today
    day = context.day or now
    if now and day and _misfits(day, now, context.clause.tense):
        day = now
    return (day.isoformat() if day else None), ()


def _misfits(day: date, today: date, tense: Tense) -> bool:
    """Whether what the text spoke of last cannot be the day of a clause in that tense."""
    return day > today if tense == "past" else tense == "future" and day < today


def _next_day(day: str) -> str:
    following = shift_date(date.fromisoformat(day), 1, "D") if day[0] != "X" else None
    return following.isoformat() if following else day


def _hour_and_minute(word: Word) -> tuple[int, int] | None:
    if word.kind == "CLOCK":
        hour, minute = word.value
    elif word.kind == "DECIMAL":
        hours, _, minutes = word.value.partition(".")
        hour, minute = int(hours), int(minutes or "99")
        if len(minutes) != 2:
            return None
    else:
        hour, minute = word.value, 0
    return (hour, minute) if hour in _HOURS and minute < 60 else None


def _clock(slots: Slots) -> ClockTime | None:
    time = _hour_and_minute(slots["clock"])
    if time is None:
        return None
    hour, minute = time
    part = slots["part"].value if "part" in slots else ""
    if hour in _AFTERNOON.get(part, ()):
        hour += 12
    return ClockTime(hour, minute)


def _part(slots: Slots) -> Meaning | None:
    word = slots["part"]
    until = "ter" in (word.form, word.case)
    if word.value == _MIDNIGHT:
        return ClockTime(24, 0)
    if word.value == "AF" and until:  # günortayadək
        return ClockTime(12, 0)
    return PartOfDay(word.value, until=until, owned=word.form in ("own", "pl_own"))


def _half_day(slots: Slots) -> Meaning | None:
    return PartOfDay("MO" if slots["number"].value == 1 else "AF")


def _midnight(slots: Slots) -> Meaning | None:
    del slots
    return ClockTime(24, 0)


def _which_clock(slots: Slots) -> Meaning | None:
    """*Ötən gecə saat 02:17-də* is in the small hours of the day of publication."""
    time = _clock(slots)
    if time is None:
        return None
    offset = slots["which"].value
    small_hours = slots["part"].value == "NI" and time.hour < _NOON
    return ClockTime(
        time.hour, time.minute, Today(offset + 1 if small_hours and offset < 0 else offset)
    )


def _which_part(slots: Slots) -> Meaning | None:
    code = slots["part"].value
    if "which" not in slots:
        return PartOfDay(code)
    return PartOfDay(code, Today(slots["which"].value))


class Today(msgspec.Struct, frozen=True):
    """A day by its distance from the publication."""

    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The day."""
        day = shift_date(context.today, self.offset, "D") if context.today else None
        return on_day(day)


def _continued(slots: Slots) -> Meaning | None:
    return Continued(slots["number"].value)


def _night_between(slots: Slots) -> Meaning | None:
    month = slots["month"].value if "month" in slots else None
    return NightBetween(month, slots["day"].value)


def _stamp(slots: Slots) -> Meaning | None:
    (year, month, day), (hour, minute) = slots["stamp"].value
    found = make_date(year, month, day)
    if found is None or hour > 23 or minute > 59:
        return None
    return Stamp(f"{found}T{hour:02}:{minute:02}")


_ABOUT: Final = "(?:ABOUT.pl)?"
_FIGURES: Final = "clock=CLOCK/DECIMAL/DAY/NUM/SPELLED"

RULES: Final[tuple[Rule, ...]] = (
    Rule("times.clock.oclock", f"(?:part=PART.nom EARLY?)? HOURS.nom {_FIGURES} {_ABOUT}", _clock),
    Rule("times.clock.local", "(?<=CLOCKTIME|CLOCKTIME YEARS.dat) clock=CLOCK.sg", _clock),
    Rule("times.clock.figures", f"(?:part=PART.nom)? clock=CLOCK {_ABOUT}", _clock),
    Rule(
        "times.clock.continued",
        "(?<=DAY.abl|own|loc | AND | DASH | COMMA) number=DAY.ter|loc|dat|abl|own",
        _continued,
    ),
    Rule(
        "times.clock.until",
        "(?<=DAY.abl|CLOCK.abl) part=PART.nom clock=DAY/CLOCK.dat|ter",
        _clock,
    ),
    Rule("times.clock.stamp", "stamp=STAMP", _stamp),
    Rule(
        "times.day_part.bare",
        "(?<!NUMBER.nom) part=PART (?:EARLY|ABOUT|HOURS.pl|(?<=PART.dat)NEAR|(?<=PART.abl)LATER)?",
        _part,
    ),
    Rule("times.day_part.midnight", "PART.nom HALVES", _midnight),
    Rule("times.day_part.half", "DAYS.gen number=ORD/FIRST HALVES", _half_day),
    Rule("times.day_part.that", "THAT part=PART", _which_part),
    Rule(
        "times.clock.which_part",
        f"AHEAD? which=WHICH part=PART.nom HOURS? {_FIGURES} {_ABOUT}",
        _which_clock,
    ),
    Rule("times.day_part.which", "(?:AHEAD? which=WHICH|SAME) part=PART EARLY?", _which_part),
    Rule(
        "times.day_part.night_between",
        "(?:month=MONTH.gen)? day=DAY.abl DAY.dat WHICH PART",
        _night_between,
    ),
)
