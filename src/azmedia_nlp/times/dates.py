"""One date from one string: ISO 8601, then our grammar, then dateparser, strict and whole."""

from __future__ import annotations

from datetime import date, datetime

import dateparser
import regex

from azmedia_nlp.annotations import PublicationDate
from azmedia_nlp.normalization import normalize_text
from azmedia_nlp.segmentation.tokens import find_tokens
from azmedia_nlp.times.reading import find_candidates
from azmedia_nlp.times.resolution import anchored
from azmedia_nlp.times.rules import Reading

_DAY = len("2025-11-18")
_SETTINGS = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PREFER_LOCALE_DATE_ORDER": False}
_FOREIGN = regex.compile(r"(?=.*\d)(?=.{6,64}$)[\p{L}\p{N}\s.,:;/+()-]+", regex.DOTALL)


def read_date(text: str) -> date | datetime | None:
    """The day, or moment, that the whole of *text* says, or None."""
    clean = normalize_text(text).strip()
    return _iso(clean) or _own(clean) or _foreign(clean)


def _iso(text: str) -> date | datetime | None:
    """ISO 8601 as far as ``fromisoformat`` of Python 3.10 reads it, and ``Z``."""
    try:
        if len(text) == _DAY:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
    except ValueError:
        return None


def _own(text: str) -> date | datetime | None:
    reading = read_whole(text, PublicationDate())
    if reading is None or "X" in reading.value or "/" in reading.value:
        return None
    return as_date(reading.value)


def as_date(value: str) -> date | datetime | None:
    """A TIMEX3 value of a day or clock time as a date or naive datetime."""
    try:
        if len(value) == _DAY:
            return date.fromisoformat(value)
        return datetime.fromisoformat(value) if "T" in value and len(value) > _DAY else None
    except ValueError:
        return None


def read_whole(text: str, published: PublicationDate) -> Reading | None:
    """The reading of the one expression that *text* consists of, or None."""
    candidates = find_candidates(text, find_tokens(text))
    if len(candidates) != 1:
        return None
    [candidate] = candidates
    outside = text[: candidate.start] + text[candidate.end :]
    if outside.strip(" \n\t.,-–|()[]"):
        return None
    return candidate.meaning.resolve(anchored(published))


def _foreign(text: str) -> date | datetime | None:
    """Formats of feeds and metadata, other languages."""
    if _FOREIGN.fullmatch(text) is None:
        return None
    return dateparser.parse(text, settings=_SETTINGS)
