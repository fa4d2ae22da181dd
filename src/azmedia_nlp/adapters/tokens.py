"""Sentences of tokens with their tags: what the column formats are written from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from azmedia_nlp.annotations import Article, Mention, Span, TimeExpression, Token
from azmedia_nlp.segmentation import tokenize
from azmedia_nlp.spans import in_order

SpanT = TypeVar("SpanT", bound=Span)


class Tagged(NamedTuple):
    """A token, what it is part of, and whether it begins that."""

    token: Token
    mention: Mention | None
    begins_mention: bool
    time: TimeExpression | None
    begins_time: bool


def tokens_of(article: Article) -> tuple[Token, ...]:
    """The article's tokens; cut anew for one that was read back without them."""
    return article.tokens or tokenize(article.text)


def tagged_sentences(article: Article) -> Iterator[list[Tagged]]:
    """The tokens of each sentence; a token outside all sentences ends the one before it.

    A token is part of a span that it shares a character with, so *Bakıdakı* is part of *Bakı*.
    """
    tokens = tokens_of(article)
    mentions = _by_token(tokens, article.mentions)
    times = _by_token(tokens, article.times)
    starts = [sentence.start for sentence in article.sentences]
    number = 1
    rows: list[Tagged] = []
    for index, token in enumerate(tokens):
        here = bisect_right(starts, token.start, lo=number)
        if here > number and rows:
            yield rows
            rows = []
        number = here
        mention, time = mentions.get(index), times.get(index)
        begins = (mention is not mentions.get(index - 1), time is not times.get(index - 1))
        rows.append(Tagged(token, mention, begins[0], time, begins[1]))
    if rows:
        yield rows


def _by_token(tokens: Sequence[Token], spans: Iterable[SpanT]) -> dict[int, SpanT]:
    """For each token's index the span that it is part of, the first if there are several."""
    ends = [token.end for token in tokens]
    found: dict[int, SpanT] = {}
    for span in in_order(spans):
        index = bisect_left(ends, span.start + 1)
        while index < len(tokens) and tokens[index].start < span.end:
            found.setdefault(index, span)
            index += 1
    return found


def in_one_line(text: str) -> str:
    """The text as a cell or comment of a line: white space in it, line ends too, is one space."""
    return " ".join(text.split())


def bio(label: str | None, *, begins: bool) -> str:
    """The IOB2 tag of a token in a span of that label, or in none."""
    if label is None:
        return "O"
    return f"{'B' if begins else 'I'}-{label}"
