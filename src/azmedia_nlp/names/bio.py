"""Spans of tokens and BIO tags, each from the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from azmedia_nlp.annotations import Label, Token

_BIO: Final = {"S-": "B-", "E-": "I-"}


class TokenSpan(NamedTuple):
    """A half-open range of token indices with a label."""

    start: int
    end: int
    label: Label


def to_tags(spans: Iterable[TokenSpan], length: int) -> list[str]:
    """One tag a token: ``B-ORG``, ``I-ORG``, ``O``.

    >>> to_tags([TokenSpan(1, 3, "ORG")], 4)
    ['O', 'B-ORG', 'I-ORG', 'O']
    """
    tags = ["O"] * length
    for span in spans:
        tags[span.start : span.end] = [f"I-{span.label}"] * (span.end - span.start)
        tags[span.start] = f"B-{span.label}"
    return tags


def from_tags(tags: Sequence[str]) -> tuple[TokenSpan, ...]:
    """The spans of a tag sequence; an I that continues nothing begins a span."""
    spans: list[TokenSpan] = []
    start: int | None = None
    for index, tag in enumerate(chain(tags, ("O",))):
        if start is None and tag == "O":
            continue  # most tags are
        continues = start is not None and tag == f"I-{tags[start][2:]}"
        if start is not None and not continues:
            spans.append(TokenSpan(start, index, tags[start][2:]))  # type: ignore[arg-type]
            start = None
        if tag != "O" and start is None:
            start = index
    return tuple(spans)


def align(tokens: Sequence[Token], start: int, end: int, label: Label) -> TokenSpan | None:
    """The tokens of a character span, or None where an edge falls inside a token."""
    inside = [
        index
        for index, token in enumerate(tokens)
        if token.start >= start and token.stem_end <= end and token.start < end
    ]
    if not inside or tokens[inside[0]].start != start:
        return None
    last = tokens[inside[-1]]
    return TokenSpan(inside[0], inside[-1] + 1, label) if end in (last.end, last.stem_end) else None


def to_bioes(tags: Sequence[str]) -> list[str]:
    """BIO tags as BIOES, where the last and the only token of a name have tags of their own.

    >>> to_bioes(["B-PER", "I-PER", "O", "B-GPE"])
    ['B-PER', 'E-PER', 'O', 'S-GPE']
    """
    return [_closed(tag, after) for tag, after in zip(tags, [*tags[1:], "O"], strict=False)]


def _closed(tag: str, after: str) -> str:
    if tag == "O" or after == f"I-{tag[2:]}":
        return tag
    return f"{'S' if tag[0] == 'B' else 'E'}-{tag[2:]}"


def from_bioes(tags: Iterable[str]) -> list[str]:
    """BIOES tags as BIO.

    >>> from_bioes(["B-PER", "E-PER", "O", "S-GPE"])
    ['B-PER', 'I-PER', 'O', 'B-GPE']
    """
    return [_BIO.get(tag[:2], tag[:2]) + tag[2:] for tag in tags]
