"""Parts of a year: quarters, halves, its first months: *ilin III rübündə, ilk altı ayda*."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import OF_THIS_YEAR, YearRef, year_ref
from azmedia_nlp.times.finders.calendar import NamedMonth
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots, reference
from azmedia_nlp.times.values import quarter_of


class YearPart(msgspec.Struct, frozen=True):
    """A quarter or half of a year; *code* is ``Q1``, ``H2``."""

    code: str
    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """The part of that year, else of the year of publication."""
        known = ("year", "part") if self.year.stated else ("part",)
        year = self.year.resolve(context)
        if year is None and context.today:
            year = context.today.year
        return Reading(
            "DATE", f"XXXX-{self.code}" if year is None else f"{year:04}-{self.code}", known
        )


class RelativeQuarter(msgspec.Struct, frozen=True):
    """*Ötən rüb, əvvəlki rüblə*: a quarter by its distance from this one or the one spoken of."""

    offset: int
    from_context: bool = False

    def resolve(self, context: Context) -> Reading | None:
        """The quarter that far from that of the context, or from that of publication."""
        if self.from_context and context.last and "-Q" in context.last.value:
            year, number = context.last.value.split("-Q")
            if year.isdecimal():
                return self._shifted(int(year), int(number))
        if context.today is None:
            return Reading("DATE", reference(self.offset))
        return self._shifted(context.today.year, quarter_of(context.today.month))

    def _shifted(self, year: int, quarter: int) -> Reading:
        index = year * 4 + quarter - 1 + self.offset
        return Reading("DATE", f"{index // 4:04}-Q{index % 4 + 1}")


class SamePeriod(msgspec.Struct, frozen=True):
    """*Ötən ilin eyni dövrü*: what the text spoke of last, in another year."""

    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """The part of that year that the last reading is of its own; the year where it is none."""
        year = self.year.resolve(context)
        if year is None:
            return None
        last = context.last
        if last is None or last.type != "DATE" or not last.value[:5].replace("-", "0").isdecimal():
            return Reading("DATE", f"{year:04}", ("year",))
        parts = [f"{year:04}{part[4:]}" for part in last.value.split("/")]
        return Reading("DATE", "/".join(parts), ("year",))


class FirstMonths(msgspec.Struct, frozen=True):
    """*İlin ilk doqquz ayı*: months from January on."""

    count: int
    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """``2025-Q1``, ``2025-H1``, ``2025-01/2025-09``."""
        year = self.year.resolve(context) or (context.today.year if context.today else None)
        if year is None:
            return None
        part = {3: "Q1", 6: "H1"}.get(self.count)
        value = f"{year:04}-{part}" if part else f"{year:04}-01/{year:04}-{self.count:02}"
        return Reading("DATE", value, ("year",))


def _part_number(slots: Slots, count: int) -> int | None:
    word = slots["number"]
    number = word.value
    if word.kind in ("LAST_OF", "LAST"):
        number = count
    return number if 1 <= number <= count else None


def _quarter(slots: Slots) -> Meaning | None:
    number = _part_number(slots, 4)
    return YearPart(f"Q{number}", year_ref(slots)) if number else None


def _half(slots: Slots) -> Meaning | None:
    number = _part_number(slots, 2)
    return YearPart(f"H{number}", year_ref(slots)) if number else None


def _quarter_offset(slots: Slots) -> Meaning | None:
    if "prior" in slots:
        return RelativeQuarter(slots["prior"].value, from_context=True)
    return RelativeQuarter(slots["which"].value)


def _same_period(slots: Slots) -> Meaning | None:
    return SamePeriod(year_ref(slots))


def _first_months(slots: Slots) -> Meaning | None:
    count = slots["months"].value
    return FirstMonths(count, year_ref(slots)) if 1 < count < 12 else None


def _month_of_year(slots: Slots) -> Meaning | None:
    number = _part_number(slots, 12)
    year = year_ref(slots)
    return NamedMonth(number, year if year.stated else YearRef(offset=0)) if number else None


_NUMBER: Final = "number=ORD/ROMAN/FIRST/LAST_OF/LAST.nom"

RULES: Final[tuple[Rule, ...]] = (
    Rule("times.year_part.quarter", f"{OF_THIS_YEAR}? {_NUMBER} QUARTERS", _quarter),
    Rule("times.year_part.half", f"{OF_THIS_YEAR} {_NUMBER} HALVES", _half),
    Rule("times.year_part.halfyear", f"{OF_THIS_YEAR}? {_NUMBER} HALFYEARS", _half),
    Rule(
        "times.year_part.which_quarter",
        "(?:AHEAD? which=WHICH|prior=PRIOR/POSTERIOR) QUARTERS (?:(?<=QUARTERS.gen) edge=EDGE)?",
        _quarter_offset,
    ),
    Rule(
        "times.year_part.same_period",
        f"(?:{OF_THIS_YEAR}|which=PRIOR YEARS.gen) SAME_AS PERIODS/MONTHS",
        _same_period,
    ),
    Rule(
        "times.year_part.first_months",
        f"{OF_THIS_YEAR} FIRST? months=DAY/SPELLED.nom MONTHS.own",
        _first_months,
    ),
    Rule(
        "times.year_part.month",
        f"{OF_THIS_YEAR} number=ORD/FIRST/LAST_OF MONTHS.own",
        _month_of_year,
    ),
)
