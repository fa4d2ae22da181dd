"""Quotations: what was said, by whom, in which words of saying."""

from azmedia_nlp.annotations import Entity, Mention, QuotationReading, Role, Segmentation


def find_quotations(
    segmentation: Segmentation,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    roles: tuple[Role, ...],
) -> QuotationReading:
    """The statements of a segmented text with their speakers, and its credits."""
    return QuotationReading()
