"""All that lies over an article's text, as spans that the page can tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from azmedia_nlp.annotations import Article, Quotation, Role, Span


class Speech(Span, frozen=True):
    """The words of an attribution that name who made a statement, or say that they did."""

    quotation: Quotation


class Office(Span, frozen=True):
    """The whole phrase in which somebody's position stands."""

    role: Role


def layers(article: Article) -> Iterator[Span]:
    """Mentions, times, positions with their titles, statements with their attributions."""
    yield from article.mentions
    yield from article.times
    for role in article.roles:
        yield Office(role.start, role.end, role.text, role)
        yield role.title
    for quotation in article.quotations:
        yield quotation
        for part in (quotation.cue, quotation.source):
            if part:
                yield Speech(part.start, part.end, part.text, quotation)
