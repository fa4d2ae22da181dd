"""Recurring times: *hər gün, ayda iki dəfə, bazar günləri, illik, hər 12 dəqiqədən bir*."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.times.finders.lengths import amount, iso_duration
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots


class Recurrence(msgspec.Struct, frozen=True):
    """A set of times, by the period between them.

    *quant* is ``EVERY`` where the text says *hər*, *freq* how often in a period.
    """

    value: str
    quant: str | None = None
    freq: str | None = None

    def resolve(self, context: Context) -> Reading | None:
        """The set."""
        del context
        return Reading("SET", self.value, ("period",), quant=self.quant, freq=self.freq)


def _every(slots: Slots) -> Meaning | None:
    row = slots["unit"].value
    return Recurrence(iso_duration(str(row.count), row.code), "EVERY") if row.code else None


def _every_year(slots: Slots) -> Meaning | None:
    del slots
    return Recurrence("P1Y", "EVERY")


def _every_week(slots: Slots) -> Meaning | None:
    return Recurrence("P1W", "EVERY" if "every" in slots else None)


def _every_day(slots: Slots) -> Meaning | None:
    del slots
    return Recurrence("P1D", "EVERY")


def _interval(slots: Slots) -> Meaning | None:
    value = amount(slots["number"], slots["unit"]) if slots["one"].value == 1 else None
    return Recurrence(value, "EVERY") if value else None


def _rate(slots: Slots) -> Meaning | None:
    row = slots["unit"].value
    if not row.code or ("one" in slots and slots["one"].value != 1):
        return None
    times = slots["times"].value if "times" in slots else None
    freq = f"{times}X" if isinstance(times, int) else None
    return Recurrence(iso_duration(str(row.count), row.code), freq=freq)


_UNITS: Final = "unit=HOURS/MINUTES/SECONDS/DAYS/WEEKS/MONTHS/QUARTERS/YEARS/DECADES/CENTURIES"
# 2008-ci ildə iki dəfə is no rate
_BARE: Final = (
    "(?<!NUMBER|ORD|YORD|YRANGE|SRANGE|WHICH|SAME|PRIOR|HALF|SEVERAL|ONLY|FIRST|LAST|LAST_OF)"
)
_AMOUNT: Final = "NUMBER/DECIMAL/RANGE/HALF|LEAST"
_PERIODS: Final = "unit=DAYS/WEEKS/MONTHS/QUARTERS/YEARS"

RULES: Final[tuple[Rule, ...]] = (
    Rule("times.set.every", f"EVERY {_UNITS}.sg", _every),
    Rule(
        "times.set.every_year",
        "EVERY YEARS.gen (?:DAY? MONTH.own|MONTH.gen DAY|SEASON.own|EDGE"
        "|ORD/FIRST/LAST_OF QUARTERS/HALVES/MONTHS)",
        _every_year,
    ),
    Rule(
        "times.set.every_part",
        f"EVERY {_UNITS}.gen (?:EDGE|ORD/FIRST/LAST_OF/LAST (?:DAYS|WEEKS|TENDAYS|HALVES|MONTHS))",
        _every,
    ),
    Rule(
        "times.set.every_year_in",
        "EVERY YEARS.nom (?:SEASON.loc|MONTH.loc|MONTH.gen EDGE|MONTH.gen DAY|DAY.nom MONTH.loc)",
        _every_year,
    ),
    Rule("times.set.days_a_week", "WEEKS.loc NUMBER.nom DAYS.nom", _every_week),
    Rule("times.set.every_season", "EVERY SEASON/MONTH", _every_year),
    Rule("times.set.every_weekday", "every=EVERY WEEKDAY/SUNDAY.sg (?:DAYS.sg)?", _every_week),
    Rule("times.set.weekdays", "WEEKDAY/SUNDAY.nom DAYS.pl", _every_week),
    Rule("times.set.plural_weekday", "WEEKDAY.pl", _every_week),
    Rule("times.set.every_part_of_day", "EVERY PART", _every_day),
    Rule(
        "times.set.interval",
        f"EVERY? number=NUMBER.nom (?:OPEN SPELLED CLOSE)? {_UNITS}.abl one=SPELLED.nom",
        _interval,
    ),
    Rule("times.set.rate", f"{_BARE} {_PERIODS}.loc LEAST{{0,2}} times=NUMBER.nom TIMES", _rate),
    Rule("times.set.amount", f"{_BARE} {_PERIODS}.loc (?={_AMOUNT})", _rate),
    Rule(
        "times.set.listed_weekday",
        "WEEKDAY.nom (?=(?:COMMA WEEKDAY/SUNDAY.nom){0,5} AND WEEKDAY/SUNDAY.nom DAYS.pl)",
        _every_week,
    ),
    Rule("times.set.hourly", f"{_BARE} unit=HOURS/MINUTES.loc (?=NUMBER.nom)", _rate),
    Rule(
        "times.set.once",
        f"{_BARE} {_PERIODS}.loc one=SPELLED.nom (?!SPELLED|NUMBER|UNIT|SEVERAL|TIMES)",
        _rate,
    ),
    Rule("times.set.daily", "DAILY", _every_day),
    Rule("times.set.adjective", "(?<!NUMBER.nom) unit=DAYS/WEEKS/MONTHS/QUARTERS/YEARS.adj", _rate),
)
