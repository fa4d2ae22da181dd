"""Years and what they are made of: quarters, halves, seasons, decades, centuries, school years."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import (
    OF_THIS_YEAR,
    OF_YEAR,
    YearRef,
    year_ref,
)
from azmedia_nlp.times.finders.calendar import NamedMonth
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots
from azmedia_nlp.times.values import quarter_of, seasons, shift_months

_EARLY_YEARS: Final = range(100, 1000)
_CENTURIES: Final = range(1, 31)
_SEASON_BEGINS: Final = 7  # July
_ENDED: Final = 8  # months after which a season is likelier the next one


class Year(msgspec.Struct, frozen=True):
    """A year by its number."""

    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """The year; past or future in general where there is no publication date."""
        year = self.year.resolve(context)
        if year is not None:
            return Reading("DATE", f"{year:04}", ("year",))
        return Reading("DATE", _reference(self.year.offset), ())


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


class YearPart(msgspec.Struct, frozen=True):
    """A quarter, half or season of a year; *code* is ``Q1``, ``H2``, ``SU``."""

    code: str
    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """The part of that year; without a year, of the one that is nearest in tense."""
        known = ("year", "part") if self.year.stated else ("part",)
        year = self.year.resolve(context)
        if year is None:
            year = self._nearest(context)
        return Reading(
            "DATE", f"XXXX-{self.code}" if year is None else f"{year:04}-{self.code}", known
        )

    def _nearest(self, context: Context) -> int | None:
        today = context.today
        if today is None or self.code not in seasons():
            return today.year if today else None
        first = seasons()[self.code].first
        tense = context.clause.tense
        ago = (today.month - first) % 12  # months since it last began
        last = shift_months(today.year, today.month, -ago)[0]
        if tense == "past" or ago < 3 or (tense == "none" and ago < _ENDED):
            return last
        return last + 1


class SchoolYear(msgspec.Struct, frozen=True):
    """The school year that begins next, or runs: *yeni tədris ilində*; the last one at -1."""

    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The school year nearest its beginning."""
        if context.today is None:
            return None
        first = context.today.year - (context.today.month < 3) + self.offset
        return Reading("DATE", f"{first}/{first + 1}", ())


class PreviousQuarter(msgspec.Struct, frozen=True):
    """*Ötən rüb, əvvəlki rüblə*: a quarter by its distance."""

    offset: int
    from_context: bool = False

    def resolve(self, context: Context) -> Reading | None:
        """The quarter before that of the context, or that of publication."""
        if self.from_context and context.last and "-Q" in context.last.value:
            year, number = context.last.value.split("-Q")
            if year.isdecimal():
                return self._shifted(int(year), int(number))
        if context.today is None:
            return Reading("DATE", _reference(self.offset))
        return self._shifted(context.today.year, quarter_of(context.today.month))

    def _shifted(self, year: int, quarter: int) -> Reading:
        index = year * 4 + quarter - 1 + self.offset
        return Reading("DATE", f"{index // 4:04}-Q{index % 4 + 1}")


def _reference(offset: int | None) -> str:
    if not offset:
        return "PRESENT_REF"
    return "PAST_REF" if offset < 0 else "FUTURE_REF"


def _year(slots: Slots) -> Meaning | None:
    return Year(year_ref(slots))


def _early_year(slots: Slots) -> Meaning | None:
    """*651-ci ildə*; two figures are no year: *20-ci il* counts something."""
    return Year(year_ref(slots)) if slots["year"].value in _EARLY_YEARS else None


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


_ORDINALS: Final = {"FIRST": 1, "LAST_OF": -1, "LAST": -1}


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


def _season(slots: Slots) -> Meaning | None:
    return YearPart(slots["season"].value, year_ref(slots))


def _which_season(slots: Slots) -> Meaning | None:
    return RelativeSeason(slots["season"].value, slots["which"].value)


class RelativeSeason(msgspec.Struct, frozen=True):
    """*Ötən qış, bu yay, gələn payız*."""

    code: str
    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The season of that name: the one that runs or is nearest, the last, the next."""
        today = context.today
        if today is None:
            return Reading("DATE", _reference(self.offset))
        first = seasons()[self.code].first
        ago = (today.month - first) % 12
        began = shift_months(today.year, today.month, -ago)[0]
        if self.offset == 0:
            year = today.year if self.code != "WI" else began if ago < 6 else began + 1
        elif self.offset < 0:
            year = began - (ago < 3)
        else:
            year = began + 1
        return Reading("DATE", f"{year:04}-{self.code}")


class SportsSeason(msgspec.Struct, frozen=True):
    """*Ötən mövsüm*: a season of two calendar years, by its distance from the one that runs."""

    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """``2024/2025``."""
        today = context.today
        if today is None:
            return Reading("DATE", _reference(self.offset))
        first = today.year - (today.month < _SEASON_BEGINS) + self.offset
        return Reading("DATE", f"{first}/{first + 1}")


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


def _sports_season(slots: Slots) -> Meaning | None:
    return SportsSeason(slots["which"].value)


def _same_period(slots: Slots) -> Meaning | None:
    return SamePeriod(year_ref(slots))


def _first_months(slots: Slots) -> Meaning | None:
    count = slots["months"].value
    return FirstMonths(count, year_ref(slots)) if 1 < count < 12 else None


def _month_of_year(slots: Slots) -> Meaning | None:
    number = _part_number(slots, 12)
    year = year_ref(slots)
    return NamedMonth(number, year if year.stated else YearRef(offset=0)) if number else None


def _quarter_offset(slots: Slots) -> Meaning | None:
    if "prior" in slots:
        return PreviousQuarter(slots["prior"].value, from_context=True)
    return PreviousQuarter(slots["which"].value)


def _new_school_year(slots: Slots) -> Meaning | None:
    return SchoolYear(min(slots["which"].value, 0) if "which" in slots else 0)


_ERA: Final = "(?:era=BC|era=BEFORE_ERA AGO)"
_NUMBER: Final = "number=ORD/ROMAN/FIRST/LAST_OF/LAST.nom"

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
    Rule("times.year.locative", "year=YEAR.loc", _year),
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
    Rule("times.year.quarter", f"{OF_THIS_YEAR}? {_NUMBER} QUARTERS", _quarter),
    Rule("times.year.half", f"{OF_THIS_YEAR} {_NUMBER} HALVES", _half),
    Rule("times.year.halfyear", f"{OF_THIS_YEAR}? {_NUMBER} HALFYEARS", _half),
    Rule("times.year.season", f"{OF_YEAR} season=SEASON", _season),
    Rule(
        "times.year.bare_season",
        "season=SEASON.loc|abl|ter | (?:season=SEASON.dat(?=UNTIL))",
        _season,
    ),
    Rule("times.year.which_season", "AHEAD? which=WHICH season=SEASON", _which_season),
    Rule(
        "times.year.which_quarter",
        "(?:AHEAD? which=WHICH|prior=PRIOR/POSTERIOR) QUARTERS (?:(?<=QUARTERS.gen) edge=EDGE)?",
        _quarter_offset,
    ),
    Rule("times.year.which_sports_season", "AHEAD? which=WHICH SEASONS", _sports_season),
    Rule(
        "times.year.same_period",
        f"{OF_THIS_YEAR} SAME_AS PERIODS/MONTHS",
        _same_period,
    ),
    Rule(
        "times.year.first_months",
        f"{OF_THIS_YEAR} FIRST months=DAY/SPELLED.nom MONTHS.own",
        _first_months,
    ),
    Rule(
        "times.year.month_of_year",
        f"{OF_THIS_YEAR} number=ORD/FIRST/LAST_OF MONTHS.own",
        _month_of_year,
    ),
    Rule("times.year.new_school_year", "(?:NEW|AHEAD? which=WHICH) SCHOOL YEARS", _new_school_year),
)
