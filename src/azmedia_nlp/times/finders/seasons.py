"""Seasons of nature, of sports and of schools: *bu yay, ötən mövsüm, yeni tədris ilində*."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from azmedia_nlp.times.anchoring import OF_YEAR, YearRef, year_ref
from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots, reference
from azmedia_nlp.times.values import seasons, shift_months

_SEASON_BEGINS: Final = 7  # July
_LASTS: Final = 3  # months
_ENDED: Final = 8  # months after which a season is likelier the next one


class NamedSeason(msgspec.Struct, frozen=True):
    """A season by its name, of a year or bare; *code* is ``SU``."""

    code: str
    year: YearRef

    def resolve(self, context: Context) -> Reading | None:
        """The season of that year; without one, that which is nearest in tense."""
        known = ("year", "part") if self.year.stated else ("part",)
        year = self.year.resolve(context)
        if year is None:
            year = self._nearest(context)
        return Reading(
            "DATE", f"XXXX-{self.code}" if year is None else f"{year:04}-{self.code}", known
        )

    def _nearest(self, context: Context) -> int | None:
        if context.today is None:
            return None
        year, ago = last_begun(self.code, context.today)
        tense = context.clause.tense
        over = _ENDED if tense in ("none", "present") else _LASTS
        return year if tense == "past" or ago < over else year + 1


def last_begun(code: str, today: date) -> tuple[int, int]:
    """The year in which the season last began, and how many months ago."""
    ago = (today.month - seasons()[code].first) % 12
    return shift_months(today.year, today.month, -ago)[0], ago


class RelativeSeason(msgspec.Struct, frozen=True):
    """*Ötən qış, bu yay, gələn payız*."""

    code: str
    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The season of that name: the one that runs or is nearest, the last, the next."""
        today = context.today
        if today is None:
            return Reading("DATE", reference(self.offset))
        began, ago = last_begun(self.code, today)
        if self.offset == 0:
            year = today.year if self.code != "WI" else began if ago < 6 else began + 1
        elif self.offset < 0:
            year = began - (ago < _LASTS)
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
            return Reading("DATE", reference(self.offset))
        first = today.year - (today.month < _SEASON_BEGINS) + self.offset
        return Reading("DATE", f"{first:04}/{first + 1:04}")


class SchoolYear(msgspec.Struct, frozen=True):
    """The school year that begins next, or runs: *yeni tədris ilində*; the last one at -1."""

    offset: int

    def resolve(self, context: Context) -> Reading | None:
        """The school year nearest its beginning."""
        if context.today is None:
            return None
        first = context.today.year - (context.today.month < 3) + self.offset
        return Reading("DATE", f"{first:04}/{first + 1:04}", ())


def _season(slots: Slots) -> Meaning | None:
    return NamedSeason(slots["season"].value, year_ref(slots))


def _which_season(slots: Slots) -> Meaning | None:
    return RelativeSeason(slots["season"].value, slots["which"].value)


def _sports_season(slots: Slots) -> Meaning | None:
    return SportsSeason(slots["which"].value)


def _new_school_year(slots: Slots) -> Meaning | None:
    return SchoolYear(min(slots["which"].value, 0) if "which" in slots else 0)


RULES: Final[tuple[Rule, ...]] = (
    Rule("times.season.of_year", f"{OF_YEAR} season=SEASON", _season),
    Rule(
        "times.season.bare",
        "season=SEASON.loc|abl|ter | (?:season=SEASON.dat(?=UNTIL))",
        _season,
    ),
    Rule("times.season.which", "AHEAD? which=WHICH season=SEASON", _which_season),
    Rule("times.season.of_sports", "AHEAD? which=WHICH SEASONS", _sports_season),
    Rule("times.season.of_school", "(?:NEW|AHEAD? which=WHICH) SCHOOL YEARS", _new_school_year),
)
