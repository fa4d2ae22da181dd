"""A text that another tool has cut, as our rooms read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from azmedia_nlp.annotations import Segmentation, Sentence, Token
from azmedia_nlp.segmentation.layout import read_layout
from azmedia_nlp.segmentation.oddities import find_oddities
from azmedia_nlp.segmentation.tokens import find_tokens

Offsets = tuple[int, int]


def segment_as(text: str, tokens: Iterable[Offsets], sentences: Iterable[Offsets]) -> Segmentation:
    """The segmentation of a clean *text* with the tokens and sentences that are given.

    Both are half-open offsets in text order. What kind a token is and where an ending is set
    off in it are ours to say, and so are paragraphs and oddities.

    >>> [token.stem for token in segment_as("ABŞ-ın səfiri", [(0, 6), (7, 13)], [(0, 13)]).tokens]
    ['ABŞ', 'səfiri']
    """
    cut = tuple(_tokens(text, tokens))
    return Segmentation(
        text,
        cut,
        tuple(Sentence(start, end, text[start:end]) for start, end in sentences),
        read_layout(text, cut),
        find_oddities(text, cut),
    )


def _tokens(text: str, spans: Iterable[Offsets]) -> Iterator[Token]:
    ours = {(token.start, token.end): token for token in find_tokens(text)}
    for start, end in spans:
        token = ours.get((start, end))
        yield token if token is not None else _token(text[start:end], start)


def _token(piece: str, start: int) -> Token:
    """A token that we would have cut otherwise: its first part says what it is."""
    parts = find_tokens(piece)
    kind = parts[0].kind if parts else "symbol"
    end = start + len(piece)
    stem_end = start + parts[0].stem_end if len(parts) == 1 else end
    return Token(start, end, piece, kind, stem_end)
