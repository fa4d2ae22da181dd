"""The tagger: a linear-chain CRF over features, run in numpy.

A word's share in the scores depends on the word alone, so it is summed once for each form
and offset and kept; a text is then a gather, a few additions, and Viterbi over all its
sentences at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from azmedia_nlp.annotations import Segmentation
from azmedia_nlp.names.bio import TokenSpan, from_tags
from azmedia_nlp.names.features import OFFSETS, WINDOW, Features, read_features, word_features
from azmedia_nlp.names.pack import Pack, Weights, load_pack
from azmedia_nlp.names.reading import Candidate

_REACH: Final = max(OFFSETS)
# Sentences decoded in step, and the longest piece of one: they bound time and memory.
_BATCH: Final = 128
_LONGEST: Final = 200


def tag(
    segmentation: Segmentation,
    ruled: Sequence[Candidate] | None = None,
    path: str | None = None,
) -> tuple[TokenSpan, ...]:
    """The names of a segmented text as spans of tokens, from the pack at *path*.

    *ruled* is what the finders by rule agree on, where the caller has it already.
    """
    if not segmentation.tokens:
        return ()
    pack = load_pack(path)
    scores = _scores(read_features(segmentation, ruled), pack, path)
    bounds = sentence_bounds(segmentation)
    tags = np.concatenate(
        [_decode(scores, bounds[at : at + _BATCH], pack) for at in range(0, len(bounds), _BATCH)]
    )
    return from_tags([pack.header.labels[index] for index in tags])


def _scores(features: Features, pack: Pack, path: str | None) -> Weights:
    """One row of label scores a token."""
    count = len(features.words)
    padded = np.zeros((count + 2 * _REACH, len(OFFSETS), len(pack.header.labels)), np.float32)
    padded[:_REACH] = padded[count + _REACH :] = _edge_scores(path)
    padded[_REACH : count + _REACH] = [_word_scores(word, path) for word in features.words]
    scores = _context_scores(features, pack)
    for column, offset in enumerate(OFFSETS):
        scores += padded[_REACH + offset : _REACH + offset + count, column]
    return scores


@lru_cache(maxsize=1 << 15)
def _word_scores(word: str, path: str | None) -> Weights:
    """What a word adds to the scores of the tokens around it, by offset."""
    pack = load_pack(path)
    found = np.zeros((len(OFFSETS), len(pack.header.labels)), np.float32)
    features = word_features(word)
    for column, (offset, kinds) in enumerate(WINDOW.items()):
        names = [f"{offset}|{feature}" for feature in features if feature[0] in kinds]
        rows = [pack.rows.get(name, -1) for name in names]
        found[column] = pack.weights[rows].sum(axis=0)
    return found


@lru_cache(maxsize=8)
def _edge_scores(path: str | None) -> Weights:
    """What the text's edge adds, by offset."""
    pack = load_pack(path)
    rows = [pack.rows.get(f"{offset}|edge", -1) for offset in OFFSETS]
    edge: Weights = pack.weights[rows]
    return edge


def _context_scores(features: Features, pack: Pack) -> Weights:
    unknown = len(pack.weights) - 1
    rows = [pack.rows.get(name, unknown) for context in features.contexts for name in context]
    starts = np.cumsum([0, *map(len, features.contexts)])[:-1]
    found: Weights = np.add.reduceat(pack.weights[rows], starts, axis=0)
    return found


def sentence_bounds(segmentation: Segmentation) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a very long one is cut."""
    edges = [0]
    starts = {sentence.start for sentence in segmentation.sentences}
    for index, token in enumerate(segmentation.tokens):
        if index and (token.start in starts or index - edges[-1] == _LONGEST):
            edges.append(index)
    return list(zip(edges, [*edges[1:], len(segmentation.tokens)], strict=True))


def _decode(scores: Weights, bounds: list[tuple[int, int]], pack: Pack) -> NDArray[np.int64]:
    """The best label of each token: Viterbi over all sentences in step."""
    longest = max(end - start for start, end in bounds)
    labels = scores.shape[1]
    batch = np.zeros((longest, len(bounds), labels), np.float32)
    for row, (start, end) in enumerate(bounds):
        batch[: end - start, row] = scores[start:end]
    pointers = np.zeros((longest, len(bounds), labels), np.int8)
    ends = np.array([end - start - 1 for start, end in bounds])
    best = batch[0]
    last = best.copy()
    for step in range(1, longest):
        paths = best[:, :, None] + pack.transitions
        pointers[step] = paths.argmax(axis=1)
        best = paths.max(axis=1) + batch[step]
        running = ends >= step
        last[running] = best[running]
    return _trace(last, pointers, bounds)


def _trace(
    last: Weights, pointers: NDArray[np.int8], bounds: list[tuple[int, int]]
) -> NDArray[np.int64]:
    first = bounds[0][0]
    tags = np.zeros(bounds[-1][1] - first, np.int64)
    for row, (start, end) in enumerate(bounds):
        label = int(last[row].argmax())
        for step in range(end - start - 1, -1, -1):
            tags[start - first + step] = label
            label = int(pointers[step, row, label])
    return tags
