"""The features of examples as crfsuite takes them, whole or with words masked."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from azmedia_nlp.names.features import WINDOW, Features, read_features, word_features
from training.data import Example

# What a masked word still shows: shape, case, surname ending, length, commonness, and
# suffixes of up to three letters.
_KEPT = "skenc"
_LONGEST_SUFFIX = 3

Items = list[list[str]]


def read_items(example: Example) -> Items:
    """The feature names of every token."""
    features = read_features(example.segmentation)
    return _items(features, [word_features(word) for word in features.words])


def masked_items(example: Example, probability: float, generator: random.Random) -> Items:
    """The same with each capitalised word masked with *probability*."""
    features = read_features(example.segmentation)
    words = [
        _masked(word_features(word))
        if word[:1].isupper() and generator.random() < probability
        else word_features(word)
        for word in features.words
    ]
    return _items(features, words)


def _masked(features: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        name
        for name in features
        if name[0] in _KEPT or (name[0] == "x" and len(name) - 1 <= _LONGEST_SUFFIX)
    )


def _items(features: Features, words: Sequence[Sequence[str]]) -> Items:
    return [[*context, *_window(words, at)] for at, context in enumerate(features.contexts)]


def _window(words: Sequence[Sequence[str]], at: int) -> Iterator[str]:
    for offset, kinds in WINDOW.items():
        place = at + offset
        if 0 <= place < len(words):
            yield from (f"{offset}|{name}" for name in words[place] if name[0] in kinds)
        else:
            yield f"{offset}|edge"
