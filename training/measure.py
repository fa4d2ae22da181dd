"""What a pack scores on annotated articles, before any refiner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from azmedia_nlp.names.bio import from_tags
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.tagger import tag
from training.data import read_examples


def measure(pack: Path, paths: Iterable[Path]) -> dict[str, float]:
    """F1 of exact mentions by file, and by file and label."""
    found: dict[str, float] = {}
    for path in paths:
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for example in read_examples(path):
            gold = set(from_tags(example.tags))
            reading = Reading(example.segmentation)
            seen = set(tag(reading, path=str(pack)))
            for span in [*gold, *seen]:
                total.update(["all", span.label])
            for span in gold & seen:
                right.update(["all", span.label])
        for label in sorted(total):
            found[f"{path.stem} {label}"] = round(2 * right[label] / total[label], 4)
    return found
