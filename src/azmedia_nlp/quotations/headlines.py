"""Who speaks in a headline: whom it names, or who says the like in the text below it."""

from __future__ import annotations

from collections.abc import Sequence

from azmedia_nlp.quotations.cast import Cast, same_noun
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.subjects import Subject

Below = Sequence[tuple[Statement, str | None]]


def headliner(cast: Cast, title: Statement, below: Below) -> str | None:
    """The entity that speaks in *title*; *below* are the statements of the text, resolved."""
    subject = title.attribution.subject
    if subject is not None and subject.mention is not None:
        return subject.mention.entity
    text = cast.page.text[title.start : title.end]
    for item, entity in below:
        if entity is not None and text in cast.page.text[item.start : item.end]:
            return entity
    held = _holder_below(cast, subject) if subject is not None else None
    if held is not None:
        return held
    speakers = [entity for _, entity in below if entity is not None]
    persons = [entity for entity in speakers if cast.is_person(entity)]
    return next(iter(persons or speakers), None)


def _holder_below(cast: Cast, subject: Subject) -> str | None:
    """The first person in the text whose title has the noun: *Politoloq: “…”*."""
    if subject.noun is None:
        return None
    for person in cast.persons:
        if any(same_noun(subject.noun.noun, word) for word in person.words):
            return person.entity
    return None
