"""Names: mentions with their nominative, and the entities they share."""

from __future__ import annotations

from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression
from azmedia_nlp.names.bio import TokenSpan
from azmedia_nlp.names.canonical import Evidence, build_evidence, canonical
from azmedia_nlp.names.clusters import link_mentions
from azmedia_nlp.names.consistency import make_consistent
from azmedia_nlp.names.refiners import refine
from azmedia_nlp.names.tagger import tag
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import segment

__all__ = ["extract_mentions", "find_mentions", "link_mentions"]


def extract_mentions(text: str) -> tuple[Mention, ...]:
    """Find the names of *text*; for entities, parse the article.

    >>> [(mention.label, mention.name) for mention in extract_mentions("Elçin Bakıya gəlib.")]
    [('PER', 'Elçin'), ('GPE', 'Bakı')]
    """
    clean = normalize(text)
    return restore_spans(find_mentions(segment(clean.text), ()), clean, text)


def find_mentions(
    segmentation: Segmentation, times: tuple[TimeExpression, ...]
) -> tuple[Mention, ...]:
    """The names of a segmented text, in order; entities are not assigned yet."""
    del times
    evidence = build_evidence(segmentation)
    spans = refine(tag(segmentation), segmentation.tokens)
    spans = make_consistent(spans, segmentation.tokens)
    return tuple(_mention(segmentation, span, evidence) for span in spans)


def _mention(segmentation: Segmentation, span: TokenSpan, evidence: Evidence) -> Mention:
    """The mention of a token span; an ending that is set off stays outside."""
    start = segmentation.tokens[span.start].start
    end = segmentation.tokens[span.end - 1].stem_end
    text = segmentation.text[start:end]
    name = canonical(text, span.label, evidence)
    return Mention(start, end, text, label=span.label, name=name, rule="names.tagger")
