"""A linear-chain CRF on plain features: what a tagger gets without lexicons, rules or a network.

A word's features are the word, its prefixes and suffixes of up to four letters, its shape, and
the words and shapes two to the left and two to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import msgspec
import pycrfsuite

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression
from azmedia_nlp.engines.gold import read_examples
from azmedia_nlp.names import tagged_mentions
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.tagger import sentence_bounds
from azmedia_nlp.segmentation import segment

_NEIGHBOURS: Final = (-2, -1, 1, 2)
_LONGEST: Final = 4
_SETTINGS: Final = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.minfreq": 2}


def train(paths: Iterable[Path], out: Path) -> None:
    """Train on annotated articles and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in read_examples(*paths):
        words = [token.text for token in example.segmentation.tokens]
        for start, end in sentence_bounds(Reading(example.segmentation)):
            trainer.append(features(words[start:end]), example.tags[start:end])
    trainer.set_params(_SETTINGS)
    trainer.train(str(out))


def features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word of a sentence."""
    return [list(_at(words, place)) for place in range(len(words))]


def _at(words: Sequence[str], place: int) -> Iterator[str]:
    word = words[place]
    yield from (f"w={lower(word)}", f"s={_shape(word)}", "bias")
    for length in range(1, min(_LONGEST, len(word)) + 1):
        yield f"p={word[:length]}"
        yield f"e={word[-length:]}"
    for offset in _NEIGHBOURS:
        if 0 <= place + offset < len(words):
            yield f"{offset}w={lower(words[place + offset])}"
            yield f"{offset}s={_shape(words[place + offset])}"
        else:
            yield f"{offset}edge"


def _shape(word: str) -> str:
    """``Xx`` for *Bakı*, ``X-x`` for *ABŞ-ın*: the kinds of characters, runs once."""
    return "".join(kind for kind, _ in groupby(map(_kind, word)))


def _kind(char: str) -> str:
    if char.isalpha():
        return "X" if char.isupper() else "x"
    return "9" if char.isdigit() else char


class CrfEngine(msgspec.Struct, frozen=True):
    """Our tokens and sentences, the plain CRF's names."""

    path: str

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text."""
        return segment(text)

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The names of the CRF."""
        del times
        reading = Reading(segmentation)
        words = [token.text for token in reading.tokens]
        tagger = _load(self.path)
        tags = [
            tag
            for start, end in sentence_bounds(reading)
            for tag in tagger.tag(features(words[start:end]))
        ]
        return tagged_mentions(tags, segmentation, "crf")


@lru_cache(maxsize=1)
def _load(path: str) -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    return tagger
