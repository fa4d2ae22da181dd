"""Temporal expressions: found, resolved, given a TIMEX3 value and an interval."""

from datetime import datetime

from azmedia_nlp.annotations import PublicationDate, Segmentation, TimeExpression


def read_published(
    segmentation: Segmentation, published: datetime | str | None
) -> PublicationDate:
    """When the article was published: the argument, else its date lines."""
    return PublicationDate()


def find_times(
    segmentation: Segmentation, published: PublicationDate
) -> tuple[TimeExpression, ...]:
    """The temporal expressions of a segmented text, in order, resolved."""
    return ()
