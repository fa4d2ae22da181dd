"""What is odd about quotations, for those who want to look again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.annotations import Quotation, Span, TextWarning
from azmedia_nlp.quotations.page import Page

_SENTENCE: Final = 5  # tokens: shorter strings in marks are names and mottos


def find_oddities(
    page: Page, quotations: Sequence[Quotation], doubtful: Sequence[Span]
) -> tuple[TextWarning, ...]:
    """Marks that do not pair, sentences in marks that nobody says, offices of several persons."""
    return (*page.warnings, *_orphans(page, quotations), *map(_ambiguous, doubtful))


def _orphans(page: Page, quotations: Sequence[Quotation]) -> Iterator[TextWarning]:
    """Sentences of their own that stand in marks and belong to no quotation."""
    claimed = {quotation.start for quotation in quotations}
    for frame in page.frames:
        first = frame.items[0]
        quoted = page.quotes.get(first)
        if quoted is None or page.quote_ends[first] - first <= _SENTENCE:
            continue
        alone = all(page.words[item] in ".," for item in frame.items[1:])
        if alone and quoted.content[0] not in claimed:
            message = "a quotation without attribution"
            yield TextWarning("orphan-quote", quoted.start, quoted.end, message)


def _ambiguous(source: Span) -> TextWarning:
    message = f"{source.text!r} could mean several persons: the last one was taken"
    return TextWarning("ambiguous-speaker", source.start, source.end, message)
