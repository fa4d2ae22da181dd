"""The tagger: a linear-chain CRF and a small network over the same features, run in numpy.

A word's share in both depends on the word alone, so it is summed once for each form and
kept; a text is then a gather, a few additions, two convolutions, and Viterbi over all its
sentences at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from azmedia_nlp.deferred import Deferred
from azmedia_nlp.names.bio import TokenSpan, from_tags
from azmedia_nlp.names.features import OFFSETS, WINDOW, Places, word_features
from azmedia_nlp.names.finders import find_by_rule
from azmedia_nlp.names.network import network_scores
from azmedia_nlp.names.pack import Pack, Weights, load_pack
from azmedia_nlp.names.reading import Candidate, Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = Deferred("numpy")


_REACH: Final = max(OFFSETS)
# Places of a table that is decoded at once, and the longest piece of a sentence: they bound
# the memory that a very long text needs.
_PIECE: Final = 2048
_LONGEST: Final = 200


def tag(
    reading: Reading, ruled: Sequence[Candidate] | None = None, path: str | None = None
) -> tuple[TokenSpan, ...]:
    """The names of a text as spans of tokens, from the pack at *path*.

    *ruled* is what the finders by rule agree on, where the caller has it already.
    """
    pack = load_pack(path)
    places = Places(reading, find_by_rule(reading) if ruled is None else ruled)
    tags: list[str] = []
    for piece in _pieces(sentence_bounds(reading)):
        found = _decode(_scores(places, piece[0][0], piece[-1][1], pack, path), piece, pack)
        tags += [pack.header.labels[index] for index in found]
    return from_tags(tags)


def _pieces(bounds: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Sentences in a row that are scored and decoded together, as a table of rows as long."""
    piece: list[tuple[int, int]] = []
    longest = 0
    for bound in bounds:
        longest = max(longest, bound[1] - bound[0])
        if piece and longest * (len(piece) + 1) > _PIECE:
            yield piece
            piece, longest = [], bound[1] - bound[0]
        piece.append(bound)
    if piece:
        yield piece


def _scores(places: Places, start: int, end: int, pack: Pack, path: str | None) -> Weights:
    """One row of label scores a token, by what stands around the piece as well."""
    first, last = max(0, start - _REACH), min(len(places.forms), end + _REACH)
    contexts = places.contexts(first, last)
    scores = _piece_scores(places.forms[first:last], contexts, pack, path)
    return scores[start - first : end - first]


def _piece_scores(
    forms: Sequence[str], contexts: Sequence[tuple[str, ...]], pack: Pack, path: str | None
) -> Weights:
    """What the CRF says, and what the network says; nothing is known beyond the edges."""
    count, labels = len(forms), len(pack.header.labels)
    words = _stacked([_word_row(word, path) for word in forms])
    places = _stacked([_place_row(context, path) for context in contexts])
    window = words[:, : len(OFFSETS) * labels].reshape(count, len(OFFSETS), labels)
    scores = network_scores(words[:, len(OFFSETS) * labels :] + places[:, labels:], pack.layers)
    scores += places[:, :labels]
    edge = _edge_scores(path)
    for column, offset in enumerate(OFFSETS):
        first, last = min(max(0, -offset), count), max(min(count, count - offset), 0)
        scores[first:last] += window[first + offset : last + offset, column]
        scores[:first] += edge[column]
        scores[last:] += edge[column]
    return scores


def _stacked(rows: list[bytes]) -> Weights:
    # A fifth of the time that numpy takes to join as many arrays.
    return np.frombuffer(b"".join(rows), np.float32).reshape(len(rows), -1)


@lru_cache(maxsize=1 << 15)
def _word_row(word: str, path: str | None) -> bytes:
    """What a word adds to the scores of the tokens around it, by offset, and its own vector."""
    pack = load_pack(path)
    features = word_features(word)
    window = [
        pack.window.total(f"{offset}|{name}" for name in features if name[0] in kinds)
        for offset, kinds in WINDOW.items()
    ]
    return np.concatenate([*window, pack.words.total(features)]).tobytes()


@lru_cache(maxsize=8)
def _edge_scores(path: str | None) -> Weights:
    """What the text's edge adds, by offset."""
    table = load_pack(path).window
    return np.stack([table.total([f"{offset}|edge"]) for offset in OFFSETS])


@lru_cache(maxsize=1 << 15)
def _place_row(context: tuple[str, ...], path: str | None) -> bytes:
    """What a place adds to the scores and to the vector; most places are like others."""
    return load_pack(path).places.total(context).tobytes()


def sentence_bounds(reading: Reading) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences; a very long one is cut."""
    for start, end in reading.bounds:
        for begin in range(start, end, _LONGEST):
            yield begin, min(begin + _LONGEST, end)


def _decode(scores: Weights, bounds: list[tuple[int, int]], pack: Pack) -> list[int]:
    """The best label of each token: Viterbi over all sentences in step, the longest first."""
    begin, labels = bounds[0][0], scores.shape[1]
    ordered = sorted(bounds, key=lambda bound: bound[0] - bound[1])
    lengths = [end - start for start, end in ordered]
    places = np.array([start - begin for start, _ in ordered]) + np.arange(lengths[0])[:, None]
    # Behind a sentence's end stands what is never read.
    batch = scores.take(places, axis=0, mode="clip")
    # For each label the scores of those before it lie side by side: the search is faster so.
    before = np.ascontiguousarray(pack.transitions.T)
    paths = np.empty((len(ordered), labels, labels), np.float32)
    firsts = np.arange(0, paths.size, labels).reshape(-1, labels)
    pointers = np.empty(batch.shape, np.intp)
    best, running = batch[0], [len(ordered)]
    for step in range(1, lengths[0]):
        count = running[-1]
        while lengths[count - 1] <= step:
            count -= 1
        last = pointers[step, :count]
        np.add(best[:count, None], before, out=paths[:count])
        paths[:count].argmax(axis=2, out=last)
        np.add(paths.take(firsts[:count] + last), batch[step, :count], out=best[:count])
        running.append(count)
    columns = _trace(best.argmax(axis=1), pointers, running).T.tolist()
    found = sorted(zip(ordered, columns, strict=True))
    return [tag for (start, end), column in found for tag in column[: end - start]]


def _trace(
    label: NDArray[np.intp], pointers: NDArray[np.intp], running: list[int]
) -> NDArray[np.intp]:
    """Go back from the last label of each sentence; *running* counts those of each length."""
    rows = np.arange(len(label))
    path = np.empty(pointers.shape[:2], np.intp)
    for step in range(len(path) - 1, 0, -1):
        count = running[step]
        path[step] = label
        label[:count] = pointers[step, rows[:count], label[:count]]
    path[0] = label
    return path
