"""Time zones behind a clock time, as metadata write them: ``+0400``, ``UTC``, by name."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache

import msgspec
import regex

from azmedia_nlp.alphabet import lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.times.values import baku


class TimeZone(msgspec.Struct, frozen=True):
    """A row of ``time_zones.tsv``."""

    name: str
    offset: str


@cache
def _pattern() -> regex.Pattern[str]:
    """A clock time and the zone at the end of a text, folded."""
    names = "|".join(regex.escape(lower(row.name)) for row in read_lexicon("time_zones", TimeZone))
    return regex.compile(
        rf"(?P<before>.*:\d\d)\s*"
        rf"(?:(?P<name>{names})|(?:utc|gmt)?(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d))",
        regex.DOTALL,
    )


def split_zone(text: str) -> tuple[str, tzinfo | None]:
    """A text without the zone behind its clock time, and the zone; None where it has none.

    >>> split_zone("18 noyabr 2025 13:54 UTC")
    ('18 noyabr 2025 13:54', datetime.timezone.utc)
    """
    match = _pattern().fullmatch(lower(text))
    if match is None:
        return text, None
    return text[: match.end("before")], _zone(match)


def _zone(match: regex.Match[str]) -> tzinfo:
    if match["name"] is None:
        minutes = 60 * int(match["hours"]) + int(match["minutes"])
        return _fixed(-minutes if match["sign"] == "-" else minutes)
    rows = {lower(row.name): row.offset for row in read_lexicon("time_zones", TimeZone)}
    offset = rows[match["name"]]
    if offset == "local":
        return baku()
    moment = datetime.fromisoformat(f"2000-01-01T00:00{offset}")
    return moment.tzinfo or timezone.utc


def _fixed(minutes: int) -> tzinfo:
    return timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else timezone.utc
