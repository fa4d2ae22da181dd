"""The tagger: a linear-chain CRF and a small network over the same features, run in numpy.

A word's share in both depends on the word alone, so it is summed once for each form and
kept; a text is then a gather, a few additions, two convolutions, and Viterbi over all its
sentences at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from azmedia_nlp.annotations import Segmentation
from azmedia_nlp.deferred import Deferred
from azmedia_nlp.names.bio import TokenSpan, from_tags
from azmedia_nlp.names.features import OFFSETS, WINDOW, Places, read_places, word_features
from azmedia_nlp.names.network import network_scores
from azmedia_nlp.names.pack import Pack, Weights, load_pack
from azmedia_nlp.names.reading import Candidate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = Deferred("numpy")


_REACH: Final = max(OFFSETS)
# Tokens scored and decoded together, and the longest piece of a sentence: they bound the
# memory that a very long text needs.
_PIECE: Final = 1024
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
    places = read_places(segmentation, ruled)
    tags = np.concatenate(
        [
            _decode(_scores(places, piece[0][0], piece[-1][1], pack, path), piece, pack)
            for piece in _pieces(sentence_bounds(segmentation))
        ]
    )
    return from_tags([pack.header.labels[index] for index in tags])


def _pieces(bounds: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Sentences in a row that are scored and decoded together."""
    piece: list[tuple[int, int]] = []
    for bound in bounds:
        piece.append(bound)
        if bound[1] - piece[0][0] >= _PIECE:
            yield piece
            piece = []
    if piece:
        yield piece


def _scores(places: Places, start: int, end: int, pack: Pack, path: str | None) -> Weights:
    """One row of label scores a token, by what stands around the piece as well."""
    first, last = max(0, start - _REACH), min(len(places.words), end + _REACH)
    contexts = places.contexts(first, last)
    scores = _piece_scores(places.words[first:last], contexts, pack, path)
    return scores[start - first : end - first]


def _piece_scores(
    forms: Sequence[str], contexts: Sequence[tuple[str, ...]], pack: Pack, path: str | None
) -> Weights:
    """What the CRF says, and what the network says; nothing is known beyond the edges."""
    count, labels = len(forms), len(pack.header.labels)
    words = _stacked([_word_row(word, path) for word in forms])
    places = _stacked([_place_row(context, path) for context in contexts])
    window = words[:, : len(OFFSETS) * labels].reshape(count, len(OFFSETS), labels)
    padded = np.empty((count + 2 * _REACH, len(OFFSETS), labels), np.float32)
    padded[:_REACH] = padded[count + _REACH :] = _edge_scores(path)
    padded[_REACH : count + _REACH] = window
    scores = network_scores(words[:, len(OFFSETS) * labels :] + places[:, labels:], pack.layers)
    scores += places[:, :labels]
    for column, offset in enumerate(OFFSETS):
        scores += padded[_REACH + offset : _REACH + offset + count, column]
    return scores


def _stacked(rows: list[Weights]) -> Weights:
    return np.concatenate(rows).reshape(len(rows), -1)  # a third of np.stack's time


@lru_cache(maxsize=1 << 15)
def _word_row(word: str, path: str | None) -> Weights:
    """What a word adds to the scores of the tokens around it, by offset, and its own vector."""
    pack = load_pack(path)
    features = word_features(word)
    window = [
        pack.window.total(f"{offset}|{name}" for name in features if name[0] in kinds)
        for offset, kinds in WINDOW.items()
    ]
    return np.concatenate([*window, pack.words.total(features)])


@lru_cache(maxsize=8)
def _edge_scores(path: str | None) -> Weights:
    """What the text's edge adds, by offset."""
    table = load_pack(path).window
    return np.stack([table.total([f"{offset}|edge"]) for offset in OFFSETS])


@lru_cache(maxsize=1 << 15)
def _place_row(context: tuple[str, ...], path: str | None) -> Weights:
    """What a place adds to the scores and to the vector; most places are like others."""
    return load_pack(path).places.total(context)


def sentence_bounds(segmentation: Segmentation) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a very long one is cut."""
    edges = [0]
    starts = {sentence.start for sentence in segmentation.sentences}
    for index, token in enumerate(segmentation.tokens):
        if index and (token.start in starts or index - edges[-1] == _LONGEST):
            edges.append(index)
    return list(zip(edges, [*edges[1:], len(segmentation.tokens)], strict=True))


def _decode(scores: Weights, bounds: list[tuple[int, int]], pack: Pack) -> NDArray[np.int64]:
    """The best label of each token: Viterbi over all sentences in step, the longest first."""
    begin = bounds[0][0]
    ordered = sorted(
        ((start - begin, end - begin) for start, end in bounds),
        key=lambda bound: bound[0] - bound[1],
    )
    lengths = np.array([end - start for start, end in ordered])
    batch = np.zeros((lengths[0], len(ordered), scores.shape[1]), np.float32)
    for row, (start, end) in enumerate(ordered):
        batch[: end - start, row] = scores[start:end]
    pointers = np.zeros(batch.shape, np.int8)
    best = batch[0]
    # For each label the scores of those before it lie side by side: the search is faster so.
    before = np.ascontiguousarray(pack.transitions.T)
    rows = np.arange(best.size)
    for step in range(1, lengths[0]):
        running = np.count_nonzero(lengths > step)
        paths = (best[:running, None, :] + before).reshape(-1, len(before))
        last = paths.argmax(axis=1)
        pointers[step, :running] = last.reshape(running, -1)
        best[:running] = paths[rows[: len(last)], last].reshape(running, -1) + batch[step, :running]
    return _trace(best, pointers, ordered)


def _trace(
    last: Weights, pointers: NDArray[np.int8], bounds: list[tuple[int, int]]
) -> NDArray[np.int64]:
    """Go back from the best label of each sentence's last token."""
    first = min(start for start, _ in bounds)
    tags = np.zeros(max(end for _, end in bounds) - first, np.int64)
    for row, (start, end) in enumerate(bounds):
        label = int(last[row].argmax())
        for step in range(end - start - 1, -1, -1):
            tags[start - first + step] = label
            label = int(pointers[step, row, label])
    return tags
