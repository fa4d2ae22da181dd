"""Annotated articles as token and tag sequences, for whoever trains a tagger.

A file holds one article a line: ``text`` and ``mentions`` of ``start``, ``end``, ``label``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from azmedia_nlp.annotations import Segmentation
from azmedia_nlp.names.bio import align, to_tags
from azmedia_nlp.normalization import normalize
from azmedia_nlp.segmentation import segment


class Example(NamedTuple):
    """A segmented text with one tag a token."""

    segmentation: Segmentation
    tags: list[str]


def read_examples(*paths: Path) -> Iterator[Example]:
    """The articles of gold files; mentions that no tokens fit are left out."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield example(json.loads(line))


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
