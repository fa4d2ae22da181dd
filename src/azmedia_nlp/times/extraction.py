"""The stage: the temporal expressions of a segmented text, found and resolved."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from azmedia_nlp.annotations import PublicationDate, Segmentation, TimeExpression
from azmedia_nlp.normalization import normalize, normalize_text, restore_spans
from azmedia_nlp.segmentation import segment
from azmedia_nlp.segmentation.sentences import find_sentences
from azmedia_nlp.segmentation.tokens import find_tokens
from azmedia_nlp.times.dates import read_foreign, read_iso, read_whole, read_zoned
from azmedia_nlp.times.published import dated, read_published
from azmedia_nlp.times.reading import find_candidates
from azmedia_nlp.times.resolution import expression, resolve
from azmedia_nlp.times.rules import Candidate, Context, Reading


def find_times(
    segmentation: Segmentation, published: PublicationDate
) -> tuple[TimeExpression, ...]:
    """The temporal expressions of a segmented text, in order, resolved."""
    candidates = find_candidates(segmentation.text, segmentation.tokens)
    return tuple(resolve(candidates, segmentation, published))


def extract_times(
    text: str, *, published: datetime | str | None = None
) -> tuple[TimeExpression, ...]:
    """Find the temporal expressions of *text* and give them TIMEX3 values.

    *published* anchors what is relative; without it, the text's own date line does, and
    without that relative expressions stay open: ``XXXX-05-12``, ``PAST_REF``.

    >>> [time] = extract_times("Sammit mayın 12-də keçirilib.", published="2024-05-15")
    >>> time.text, time.value, time.known
    ('mayın 12-də', '2024-05-12', ('month', 'day'))

    Raises:
        OptionError: *published* cannot be read.
    """
    clean = normalize(text)
    segmentation = segment(clean.text) if published is None else _cut(clean.text)
    times = find_times(segmentation, read_published(segmentation, published))
    return restore_spans(times, clean, text)


def _cut(text: str) -> Segmentation:
    """Tokens and sentences alone: no date lines are asked for."""
    tokens = find_tokens(text)
    return Segmentation(text, tokens, find_sentences(text, tokens), ())


def parse_date(
    text: str, *, published: datetime | str | None = None, strict: bool = False
) -> TimeExpression | None:
    """Read a string that is one date, or one temporal expression, and nothing else.

    ISO 8601 is read first, then Azerbaijani, then whatever dateparser knows (other languages,
    formats of feeds), strictly and as a whole. The result's span is the whole string.

    >>> parse_date("18 noyabr, 2025").to_datetime()
    datetime.date(2025, 11, 18)
    >>> parse_date("Tue, 18 Nov 2025 13:54:00 +0400").value
    '2025-11-18T13:54'
    >>> parse_date("907 saylı qərar")

    Raises:
        ValueError: nothing reads the string, and *strict* is true.
        OptionError: *published* cannot be read.
    """
    clean = normalize_text(text).strip()
    anchor = read_published(segment(""), published)
    found = _stated(read_iso(clean), "times.iso") or read_whole(clean, anchor)
    found = found or _stated(read_zoned(clean), "times.zoned")
    found = found or _stated(read_foreign(clean), "times.dateparser")
    if found is not None:
        candidate, reading = found
        return expression(candidate._replace(start=0, end=len(text)), reading, text)
    if strict:
        raise ValueError(f"{text!r} is no date that ISO 8601, our grammar or dateparser can read")
    return None


class _Stated(NamedTuple):
    """A date that was read without a rule of ours."""

    reading: Reading

    def resolve(self, context: Context) -> Reading | None:
        """The reading as it stands."""
        del context
        return self.reading


def _stated(day: date | datetime | None, rule: str) -> tuple[Candidate, Reading] | None:
    if day is None:
        return None
    value = dated(day).value or ""
    fields = ("year", "month", "day")
    if "T" in value:
        reading = Reading("TIME", value[: len("2025-11-18T13:54")], (*fields, "hour", "minute"))
    else:
        reading = Reading("DATE", value, fields)
    return Candidate(0, 0, _Stated(reading), rule), reading
