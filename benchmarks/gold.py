"""Gold articles as the library's own annotations, and an engine that feeds gold names.

The files are JSON lines of ``text, published, header, mentions, times, roles, quotations,
sources, sentences``, offsets into ``text``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression
from azmedia_nlp.engines.gold import read_gold as read_articles
from azmedia_nlp.normalization import normalize
from azmedia_nlp.segmentation import segment


def read_gold(*paths: str | Path) -> Iterator[dict[str, Any]]:
    """The articles of gold files, in order."""
    for path in paths:
        yield from read_articles(Path(path))


def gold_mentions(gold: dict[str, Any]) -> tuple[Mention, ...]:
    """The gold mentions with gold canonical names, in the clean text, entities not assigned."""
    clean = normalize(gold["text"])
    origins = clean.origins or range(len(clean.text) + 1)

    def mention(item: dict[str, Any]) -> Mention:
        start, end = (bisect_left(origins, item[edge]) for edge in ("start", "end"))
        text = clean.text[start:end]
        return Mention(start, end, text, label=item["label"], name=item["name"], rule="gold")

    return tuple(map(mention, sorted(gold["mentions"], key=lambda item: item["start"])))


class GoldEngine(msgspec.Struct, frozen=True):
    """Our segments, the gold's names: shows what the later rooms lose by themselves."""

    gold: dict[str, Any]

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text."""
        return segment(text)

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The gold mentions."""
        del segmentation, times
        return gold_mentions(self.gold)
