"""What runs in workers: an engine that ends its process at a word, as if out of memory."""

import os

import msgspec

from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression
from azmedia_nlp.engine import CompactEngine

WORD = "ölümcül"


class DeadlyEngine(msgspec.Struct, frozen=True):
    def segment(self, text: str) -> Segmentation:
        if WORD in text:
            os._exit(1)
        return CompactEngine().segment(text)

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        return CompactEngine().find_mentions(segmentation, times)


def threads(_: list[int]) -> str | None:
    """How many threads a worker was told to multiply in."""
    return os.environ.get("OPENBLAS_NUM_THREADS")
