"""One date from one string: ISO 8601, then our grammar, then dateparser, strict and whole."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, Final

import regex

from azmedia_nlp.annotations import PublicationDate
from azmedia_nlp.deferred import Deferred
from azmedia_nlp.normalization import normalize_text
from azmedia_nlp.segmentation.tokens import find_tokens
from azmedia_nlp.times.reading import find_candidates
from azmedia_nlp.times.resolution import anchored
from azmedia_nlp.times.rules import Candidate, Reading
from azmedia_nlp.times.values import DAY
from azmedia_nlp.times.zones import split_zone

# No relative times: they would be counted from the clock.
_SETTINGS: Final[dict[str, Any]] = {
    "DATE_ORDER": "DMY",
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
}
_AROUND: Final = " \n\t.,-–|()[]"


# It takes as long to import as all the rest together.
_dateparser: Final = Deferred("dateparser")


def read_date(text: str) -> date | datetime | None:
    """The day, or moment, that the whole of *text* says, or None.

    >>> read_date("18 noyabr, 2025"), read_date("18 ноября 2025 г., 13:54")
    (datetime.date(2025, 11, 18), datetime.datetime(2025, 11, 18, 13, 54))
    """
    clean = normalize_text(text).strip()
    return read_iso(clean) or _own(clean) or read_foreign(clean)


def read_iso(text: str) -> date | datetime | None:
    """ISO 8601 as ``fromisoformat`` of Python 3.10 reads it, and ``Z``."""
    try:
        if len(text) == DAY:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
    except ValueError:
        return None


def _own(text: str) -> date | datetime | None:
    found = read_whole(text, PublicationDate())
    return as_date(found[1].value) if found else read_zoned(text)


def read_zoned(text: str) -> datetime | None:
    """A date and clock time of our grammar with a time zone behind it."""
    bare, zone = split_zone(text)
    found = read_whole(bare, PublicationDate()) if zone else None
    moment = as_date(found[1].value) if found else None
    return moment.replace(tzinfo=zone) if isinstance(moment, datetime) else None


def as_date(value: str) -> date | datetime | None:
    """A TIMEX3 value of one day or clock time as a date or a naive datetime."""
    return read_iso(value) if len(value) == DAY or value[DAY + 1 : DAY + 2].isdecimal() else None


def read_whole(text: str, published: PublicationDate) -> tuple[Candidate, Reading] | None:
    """The one expression that *text* consists of, with its reading, or None."""
    candidates = find_candidates(text, find_tokens(text))
    if len(candidates) != 1:
        return None
    [candidate] = candidates
    if (text[: candidate.start] + text[candidate.end :]).strip(_AROUND):
        return None
    reading = candidate.meaning.resolve(anchored(published))
    return (candidate, reading) if reading else None


@cache
def _foreign() -> regex.Pattern[str]:
    """What may be a date in another language or format: a figure, no more than 64 characters."""
    return regex.compile(r"(?=.{6,64}\Z)(?=\D*\d)[\p{L}\p{N}\s.,:;/+()-]+")


def read_foreign(text: str) -> date | datetime | None:
    """Formats of feeds and metadata, other languages."""
    if _foreign().fullmatch(text) is None:
        return None
    moment: datetime | None = _dateparser.parse(text, settings=_SETTINGS)
    return moment.date() if moment and ":" not in text else moment
