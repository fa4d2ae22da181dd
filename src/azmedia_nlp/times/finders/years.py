"""Years by number, decades and centuries: *2025-ci ildə, 90-cı illərdə, XIX əsrin sonunda*."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import YearRef, year_ref
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots, reference

_EARLY_YEARS: Final = range(100, 1000)
_RECENT_YEARS: Final = range(1900, 2101)
_CENTURIES: Final = range(1, 31)


class Year(msgspec.Struct, frozen=True):
    """A year by its number."""

    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """The year; past or future in general where there is no publication date."""
        year = self.year.resolve(context)
        if year is not None:
            return Reading("DATE", f"{year:04}", ("year",))
        return Reading("DATE", reference(self.year.offset), ())


class Span(msgspec.Struct, frozen=True):
    """A stretch that is stated in full: ``2014/2016``, ``199``, ``18``."""

    value: str
    known: tuple[str, ...] = ("year",)

    def resolve(self, context: Context) -> Reading | None:
        """The value as it stands."""
        del context
        return Reading("DATE", self.value, self.known)


class ShortDecade(msgspec.Struct, frozen=True):
    """A decade by two figures: *60-cı illər*, with its century or without."""

    decade: int
    century: int | None = None

    def resolve(self, context: Context) -> Reading | None:
        """The decade of that century, else the last one before the publication."""
        if self.century is not None:
            return Reading("DATE", f"{self.century - 1:02}{self.decade // 10}", ("year",))
        if context.today is None:
            return Reading("DATE", f"19{self.decade // 10}", ("year",))
        this = context.today.year // 100
        past = this * 100 + self.decade <= context.today.year
        return Reading("DATE", f"{this if past else this - 1}{self.decade // 10}", ("year",))


def _year(slots: Slots) -> Meaning | None:
    return Year(year_ref(slots))


def _early_year(slots: Slots) -> Meaning | None:
    """*651-ci ildə*; two figures are no year: *20-ci il* counts something."""
    return Year(year_ref(slots)) if slots["year"].value in _EARLY_YEARS else None


def _recent_year(slots: Slots) -> Meaning | None:
    """*2025-də*; a larger or smaller number is a place in a list."""
    return Year(year_ref(slots)) if slots["year"].value in _RECENT_YEARS else None


def _before_era(slots: Slots) -> Meaning | None:
    return Span(f"BC{slots['year'].value:04}")


def _years(slots: Slots) -> Meaning | None:
    first, last = slots["years"].value
    return Span(f"{first:04}/{last:04}")


def _two_years(slots: Slots) -> Meaning | None:
    first, last = slots["first"].value, slots["last"].value
    return Span(f"{first:04}/{last:04}") if first < last else None


def _decade(slots: Slots) -> Meaning | None:
    year = slots["decade"].value
    return Span(f"{year // 10:03}") if year % 10 == 0 else Year(YearRef(year))


def _short_decade(slots: Slots) -> Meaning | None:
    decade = slots["decade"].value
    if decade % 10 or not 10 <= decade <= 90:
        return None
    if "which" in slots:
        return ShortDecade(decade, 20 + (slots["which"].value + 1))
    return ShortDecade(decade, slots["century"].value if "century" in slots else None)


def _century(slots: Slots) -> Meaning | None:
    century = slots["century"].value
    if century not in _CENTURIES:
        return None
    era = "BC" if "era" in slots else ""
    return Span(f"{era}{century - 1 + bool(era):02}", ("century",))


def _centuries(slots: Slots) -> Meaning | None:
    if "centuries" in slots:
        first, last = slots["centuries"].value
    else:
        first, last = slots["first"].value, slots["last"].value
    return Span(f"{first - 1:02}/{last - 1:02}", ("century",)) if first < last <= 30 else None


def _this_century(slots: Slots) -> Meaning | None:
    return Span(f"{20 + slots['which'].value:02}", ("century",))


_ERA: Final = "(?:era=BC|era=BEFORE_ERA AGO)"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "times.year.number",
        "year=YORD (?:FISCAL|SCHOOL)? YEARS.sg (?:(?<=YEARS.gen) edge=EDGE)?",
        _year,
    ),
    Rule("times.year.before_era", f"{_ERA} year=ORD/YORD YEARS.sg", _before_era),
    Rule("times.year.early", "year=ORD YEARS.nom|loc|abl|ter|gen", _early_year),
    Rule("times.year.which_fiscal", "AHEAD? which=WHICH FISCAL YEARS.sg", _year),
    Rule(
        "times.year.listed",
        "year=YEAR.nom (?=(?:COMMA YEAR){0,9} AND YORD (?:FISCAL|SCHOOL)? YEARS)",
        _year,
    ),
    Rule("times.year.list_end", "(?<=AND) year=YORD (?:FISCAL|SCHOOL)? YEARS.pl", _year),
    Rule("times.year.figures", "year=YEAR.nom YEARS.loc|abl|ter|own", _year),
    Rule("times.year.locative", "year=YEAR.loc", _recent_year),
    Rule("times.year.range", "years=YRANGE/SRANGE SCHOOL? (?:YEARS SEASONS?|SEASONS)", _years),
    Rule("times.year.bare_range", "years=YRANGE.loc", _years),
    Rule("times.year.from_to", "first=YEAR/YORD.nom DASH last=YORD YEARS", _two_years),
    Rule(
        "times.year.decade",
        "(?<!AND) decade=YORD YEARS.pl (?:(?<=YEARS.pl_gen) edge=EDGE)?",
        _decade,
    ),
    Rule(
        "times.year.short_decade",
        "(?:(?:century=ROMAN/ORD|which=WHICH) CENTURIES.gen)? decade=ORD YEARS.pl"
        " (?:(?<=YEARS.pl_gen|pl_own) edge=EDGE)?",
        _short_decade,
    ),
    Rule(
        "times.year.century",
        f"{_ERA}? century=ROMAN/ORD CENTURIES (?:number=ORD/FIRST/LAST_OF HALVES|edge=EDGE)?",
        _century,
    ),
    Rule(
        "times.year.centuries",
        "(?:centuries=RROMAN|first=ROMAN DASH last=ROMAN) CENTURIES",
        _centuries,
    ),
    Rule(
        "times.year.this_century",
        "AHEAD? which=WHICH CENTURIES (?:(?<=CENTURIES.gen) edge=EDGE)?",
        _this_century,
    ),
)
