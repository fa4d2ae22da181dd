"""Gold articles as token and tag sequences, and copies of them with other names."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from azmedia_nlp.engines.gold import Example, example, read_examples, read_gold
from training.augmentation import augment

__all__ = ["Example", "example", "more_examples", "read_examples"]


def more_examples(paths: Iterable[Path], copies: int, seed: int) -> Iterator[Example]:
    """Changed copies of the articles of gold files, the same for the same *seed*."""
    generator = random.Random(seed)
    for path in paths:
        for gold in read_gold(path):
            for _ in range(copies):
                yield example(augment(gold, generator))
