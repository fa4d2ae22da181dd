"""The stage: the temporal expressions of a segmented text, found and resolved."""

from __future__ import annotations

from datetime import datetime

from azmedia_nlp.annotations import PublicationDate, Segmentation, TimeExpression
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import segment
from azmedia_nlp.times.published import read_published
from azmedia_nlp.times.reading import find_candidates
from azmedia_nlp.times.resolution import resolve


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
    segmentation = segment(clean.text)
    times = find_times(segmentation, read_published(segmentation, published))
    return restore_spans(times, clean, text)
