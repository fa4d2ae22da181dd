"""Names: mentions with their nominative, and the entities they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, get_args

from azmedia_nlp.annotations import Label, Mention, Segmentation, TimeExpression
from azmedia_nlp.names.bio import from_bioes, from_tags
from azmedia_nlp.names.canonical import Evidence, build_evidence, canonical
from azmedia_nlp.names.clusters import link_mentions
from azmedia_nlp.names.consistency import make_consistent
from azmedia_nlp.names.decisions import decide
from azmedia_nlp.names.finders import FINDERS
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.refiners import refine
from azmedia_nlp.names.selection import select
from azmedia_nlp.names.tagger import tag
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import segment

__all__ = ["extract_mentions", "find_mentions", "link_mentions", "tagged_mentions"]

_LABELS: Final = frozenset(get_args(Label))


def extract_mentions(text: str) -> tuple[Mention, ...]:
    """Find the names of *text*; for entities, parse the article.

    >>> [(mention.label, mention.name) for mention in extract_mentions("Elçin Bakıya gəlib.")]
    [('PER', 'Elçin'), ('GPE', 'Bakı')]
    """
    clean = normalize(text)
    return restore_spans(find_mentions(segment(clean.text), ()), clean, text)


def find_mentions(
    segmentation: Segmentation,
    times: tuple[TimeExpression, ...],
    *,
    model: str | None = None,
) -> tuple[Mention, ...]:
    """The names of a segmented text, in order; entities are not assigned yet.

    *model* is the path of a pack, by default the one that comes with the library.

    Raises:
        ModelError: there is no pack at *model*, or this version cannot read it.
    """
    del times
    reading = Reading(segmentation)
    found = [name for finder in FINDERS for name in finder(reading)]
    names = decide(_tagged(reading, select(found, reading.end), model), found, reading)
    return _mentions(names, reading)


def tagged_mentions(
    tags: Iterable[str], segmentation: Segmentation, rule: str
) -> tuple[Mention, ...]:
    """The names that another tagger found: its BIO or BIOES tags, a nominative from us.

    Labels that the library has no place for are left out.
    """
    spans = from_tags(from_bioes(tags))
    names = [Candidate(*span, rule) for span in spans if span.label in _LABELS]
    return _mentions(names, Reading(segmentation))


def _mentions(names: Iterable[Candidate], reading: Reading) -> tuple[Mention, ...]:
    evidence = build_evidence(reading)
    return tuple(_mention(reading, name, evidence) for name in names)


def _tagged(reading: Reading, ruled: Sequence[Candidate], model: str | None) -> list[Candidate]:
    """What the tagger sees, its edges and repetitions settled."""
    spans = make_consistent(refine(tag(reading, ruled, model), reading), reading)
    return [Candidate(span.start, span.end, span.label, "names.tagger") for span in spans]


def _mention(reading: Reading, name: Candidate, evidence: Evidence) -> Mention:
    """The mention of a token span; an ending that is set off stays outside."""
    tokens = reading.tokens
    start, end = tokens[name.start].start, tokens[name.end - 1].stem_end
    text = reading.segmentation.text[start:end]
    quoted = reading.closing.get(name.start - 1) == name.end
    nominative = canonical(text, name.label, evidence, quoted=quoted)
    return Mention(start, end, text, label=name.label, name=nominative, rule=name.rule)
