"""Sentences of a clean text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from azmedia_nlp.annotations import Sentence

_LINE: Final = regex.compile(r"[^\n]*\S[^\n]*")
_STOP: Final = regex.compile(
    r"""(?<!\b\p{Lu}|\b(?:prof|dos|akad|min|mln|mlrd|ş|c|m))[.!?…]+["”»]?(?=\s+["“«„–—-]?\s?[\p{Lu}\d])""",
    regex.VERBOSE,
)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut *text* into sentences."""
    return find_sentences(text)


def find_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a clean text."""
    return tuple(
        Sentence(start, end, text[start:end])
        for line in _LINE.finditer(text)
        for start, end in _sentences_of_line(text, line.start(), line.end())
    )


def _sentences_of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        yield _trimmed(text, start, stop.end())
        start = stop.end()
    if text[start:end].strip():
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
