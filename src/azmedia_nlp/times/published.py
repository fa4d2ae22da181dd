"""When an article was published: the argument, else what its date lines say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from azmedia_nlp.annotations import PublicationDate, Segmentation, Token
from azmedia_nlp.errors import OptionError
from azmedia_nlp.segmentation.date_lines import read_date_line
from azmedia_nlp.segmentation.datelines import find_dateline
from azmedia_nlp.spans import within
from azmedia_nlp.times.dates import read_date, read_foreign
from azmedia_nlp.times.reading import find_candidates
from azmedia_nlp.times.resolution import UNANCHORED
from azmedia_nlp.times.rules import Reading
from azmedia_nlp.times.values import baku, is_day


def read_published(segmentation: Segmentation, published: datetime | str | None) -> PublicationDate:
    """When the article was published: the argument, else its date lines.

    Raises:
        OptionError: the argument cannot be read.
    """
    if published is None:
        return _from_lines(segmentation)
    if isinstance(published, str):
        found = read_date(published)
        if found is None:
            raise OptionError(
                f"published={published!r}: read as ISO 8601, as an Azerbaijani date and by "
                "dateparser, to no avail; give a datetime, or a date such as '2025-11-18T13:54', "
                "'18 noyabr 2025, 13:54'"
            )
        return dated(found)
    if isinstance(published, date):
        return dated(published)
    raise OptionError(
        f"published={published!r}: takes a datetime or a str, not {type(published).__name__}"
    )


def dated(moment: date | datetime) -> PublicationDate:
    """A publication date from a date, or from a datetime; naive ones are in Baku.

    >>> dated(datetime(2025, 11, 18, 13, 54)).value
    '2025-11-18T13:54:00+04:00'
    """
    if not isinstance(moment, datetime):
        midnight = datetime.combine(moment, time(), tzinfo=baku())
        return PublicationDate(moment.isoformat(), midnight)
    local = moment.replace(tzinfo=baku()) if moment.tzinfo is None else moment.astimezone(baku())
    return PublicationDate(local.replace(microsecond=0).isoformat(), local)


def _from_lines(segmentation: Segmentation) -> PublicationDate:
    """The first date and the first clock time of the lines that date the article."""
    day = clock = ""
    for reading in _line_readings(segmentation):
        date_part, _, clock_part = reading.value.partition("T")
        if clock_part and not clock and (date_part == day or not date_part or not day):
            clock = clock_part
        day = day or date_part
    if not day:
        return _from_foreign_line(segmentation)
    if not clock or clock[0] not in "012":
        return dated(date.fromisoformat(day))
    return dated(datetime.fromisoformat(f"{day}T{clock}"))


def _from_foreign_line(segmentation: Segmentation) -> PublicationDate:
    """The date of a line that another language wrote: ``22 Oct 2021 | 16:25``."""
    for paragraph in segmentation.paragraphs:
        if paragraph.kind == "date":
            found = read_foreign(" ".join(paragraph.text.replace("|", " ").split()))
            if found is not None:
                return dated(found)
    return PublicationDate()


def _line_readings(segmentation: Segmentation) -> Iterator[Reading]:
    for tokens in _dating_tokens(segmentation):
        for candidate in find_candidates(segmentation.text, tokens):
            reading = candidate.meaning.resolve(UNANCHORED)
            if reading is not None and _is_full(reading):
                yield reading


def _dating_tokens(segmentation: Segmentation) -> Iterator[Sequence[Token]]:
    """The words of each line that dates the article, then those of the dateline's date."""
    for paragraph in segmentation.paragraphs:
        if paragraph.kind == "date":
            line = within(segmentation.tokens, paragraph.start, paragraph.end)
            if read_date_line(line) != "update":
                yield line
    dateline = find_dateline(segmentation)
    if dateline is not None:
        yield within(segmentation.tokens, dateline.date.start, dateline.date.end)


def _is_full(reading: Reading) -> bool:
    """Whether nothing is open in the reading but perhaps the day of a clock time."""
    if reading.type not in ("DATE", "TIME") or "X" in reading.value:
        return False
    day, _, _ = reading.value.partition("T")
    return not day or is_day(day)
