"""Annotated articles as token and tag sequences, for whoever trains a tagger.

A file holds one article a line: ``text`` and ``mentions`` of ``start``, ``end``, ``label``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from azmedia_nlp.annotations import Segmentation
from azmedia_nlp.errors import OptionError
from azmedia_nlp.names.bio import align, to_tags
from azmedia_nlp.normalization import normalize
from azmedia_nlp.segmentation import segment


class _Mark(msgspec.Struct, frozen=True):
    start: int
    end: int
    label: str


class _Gold(msgspec.Struct, frozen=True):
    """What a line must hold; what else it holds is passed over."""

    text: str
    mentions: tuple[_Mark, ...]


class Example(NamedTuple):
    """A segmented text with one tag a token."""

    segmentation: Segmentation
    tags: list[str]


def read_gold(path: Path) -> Iterator[dict[str, Any]]:
    """The annotated articles of a file; empty lines are passed over.

    Raises:
        OptionError: a line holds none; the message names the file and the line.
    """
    with path.open("rb") as lines:  # in bytes: a line separator in a text ends no line of JSON
        for number, line in enumerate(lines, start=1):
            if line.isspace():
                continue
            try:
                gold: dict[str, Any] = msgspec.json.decode(line)
                msgspec.convert(gold, _Gold)
            except msgspec.DecodeError as error:
                raise OptionError(f"{path}:{number}: no annotated article: {error}") from None
            yield gold


def read_examples(*paths: Path) -> Iterator[Example]:
    """The articles of gold files; mentions that no tokens fit are left out.

    Raises:
        OptionError: a line of a file holds no annotated article.
    """
    for path in paths:
        yield from map(example, read_gold(path))


def example(gold: dict[str, Any]) -> Example:
    """Tag one gold article."""
    clean = normalize(gold["text"])
    origins = clean.origins or range(len(clean.text) + 1)
    segmentation = segment(clean.text)
    spans = [
        align(
            segmentation.tokens,
            bisect_left(origins, item["start"]),
            bisect_left(origins, item["end"]),
            item["label"],
        )
        for item in gold["mentions"]
    ]
    found = [span for span in spans if span is not None]
    return Example(segmentation, to_tags(found, len(segmentation.tokens)))
