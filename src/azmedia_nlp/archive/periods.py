"""The days that a question is limited to, in whatever way they are given."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from azmedia_nlp.errors import OptionError
from azmedia_nlp.times import parse_date

Day = date | str

_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def read_day(value: Day | None, name: str) -> date | None:
    """A day from a date or from text: a year or month is its first day.

    Raises:
        OptionError: it cannot be read.

    >>> read_day("2025-03", "since"), read_day("14 mart 2025", "since")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 14))
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day = _from_text(value)
    if day is None:
        raise OptionError(f"{name}={value!r}: give a day as 2025-03-14, 2025-03 or 14 mart 2025")
    return day


def _from_text(value: str) -> date | None:
    iso = _ISO.fullmatch(value)
    try:
        if iso is not None:
            year, month, day = iso.groups(default="1")
            return date(int(year), int(month), int(day))
        time = parse_date(value)
        return date.fromisoformat(time.begin[:10]) if time and time.begin else None
    except ValueError:
        return None
