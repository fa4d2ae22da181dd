"""Articles as the two learners take them: features by token, and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from azmedia_nlp.names.features import WINDOW, read_contexts, word_features
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.tagger import sentence_bounds
from training.data import Example


class Sample(NamedTuple):
    """One article: what each word shows by itself, what its place adds, and its tag."""

    words: list[tuple[str, ...]]
    places: Sequence[tuple[str, ...]]
    capitals: list[bool]
    tags: list[str]
    bounds: list[tuple[int, int]]


def read_sample(example: Example) -> Sample:
    """The features of a tagged text, as the tagger will read them."""
    reading = Reading(example.segmentation)
    return Sample(
        words=[word_features(form) for form in reading.forms],
        places=read_contexts(reading),
        capitals=[form[:1].isupper() for form in reading.forms],
        tags=example.tags,
        bounds=list(sentence_bounds(reading)),
    )


def window_items(sample: Sample) -> list[list[str]]:
    """Each token's features with those of its neighbours, named by their offsets."""
    return [[*place, *_window(sample.words, at)] for at, place in enumerate(sample.places)]


def _window(words: Sequence[Sequence[str]], at: int) -> Iterator[str]:
    for offset, kinds in WINDOW.items():
        place = at + offset
        if 0 <= place < len(words):
            yield from (f"{offset}|{name}" for name in words[place] if name[0] in kinds)
        else:
            yield f"{offset}|edge"
