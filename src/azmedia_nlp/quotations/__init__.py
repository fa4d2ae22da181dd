"""Quotations: what was said, by whom, in which words of saying.

The way through: pair the marks and cut the text into frames (``page``), find the words of saying
(``cues``), let each construction propose what it sees (``finders``), keep what does not
contradict (``refiners``), then say who speaks (``speakers``) and who is credited (``sources``).
"""

from azmedia_nlp.annotations import Entity, Mention, QuotationReading, Role, Segmentation
from azmedia_nlp.quotations.cast import assemble
from azmedia_nlp.quotations.oddities import find_oddities
from azmedia_nlp.quotations.page import read_page
from azmedia_nlp.quotations.proposals import propose
from azmedia_nlp.quotations.refiners import refine
from azmedia_nlp.quotations.sources import find_sources
from azmedia_nlp.quotations.speakers import resolve
from azmedia_nlp.quotations.views import read_views

__all__ = ["find_quotations"]


def find_quotations(
    segmentation: Segmentation,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    roles: tuple[Role, ...],
) -> QuotationReading:
    """The statements of a segmented text with their speakers, and its credits."""
    page = read_page(segmentation, mentions)
    views = read_views(page)
    statements = refine(propose(page, views))
    cast = assemble(page, views, entities, roles, statements)
    quotations, doubtful = resolve(cast, statements)
    warnings = find_oddities(page, quotations, doubtful)
    return QuotationReading(quotations, find_sources(page, views), warnings)
