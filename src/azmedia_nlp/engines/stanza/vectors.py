"""Word vectors from the text at hand: which words stand near which, in few dimensions.

Positive pointwise mutual information of words within a window, reduced by a truncated
singular value decomposition (Levy, Goldberg and Dagan 2015), in Stanza's pretrain format.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from azmedia_nlp.extras import require

_WINDOW: Final = 4
# Frequent contexts weigh less than they occur: the paper's context distribution smoothing.
_SMOOTHING: Final = 0.75

Pairs = Counter[tuple[int, int]]


def write_vectors(
    sentences: Iterable[Sequence[str]], path: Path, *, size: int = 100, least: int = 2
) -> int:
    """Write the vectors of words that occur *least* times; return how many there are.

    A vector's key is the word in Python's lower case, because Stanza looks it up by that.
    """
    sentences = [[word.lower() for word in sentence] for sentence in sentences]
    counts = Counter(word for sentence in sentences for word in sentence)
    words = sorted(word for word, count in counts.items() if count >= least)
    matrix = _reduce(_mutual_information(_pairs(sentences, words)), len(words), size)
    _save(words, matrix, path)
    return len(words)


def _pairs(sentences: Iterable[Sequence[str]], words: Sequence[str]) -> Pairs:
    """How often two words stand within the window, by index, both ways round."""
    index = {word: number for number, word in enumerate(words)}
    pairs: Pairs = Counter()
    for sentence in sentences:
        known = [index[word] for word in sentence if word in index]
        for at, left in enumerate(known):
            for right in known[at + 1 : at + 1 + _WINDOW]:
                pairs[left, right] += 1
                pairs[right, left] += 1
    return pairs


def _mutual_information(pairs: Pairs) -> dict[tuple[int, int], float]:
    """The positive pointwise mutual information of each pair."""
    rows: Counter[int] = Counter()
    for (left, _), count in pairs.items():
        rows[left] += count
    total = sum(rows.values())
    smoothed = {word: count**_SMOOTHING for word, count in rows.items()}
    mass = sum(smoothed.values())
    found = {}
    for (left, right), count in pairs.items():
        value = math.log(count * mass / (rows[left] * smoothed[right])) if total else 0.0
        if value > 0:
            found[left, right] = value
    return found


def _reduce(values: dict[tuple[int, int], float], count: int, size: int) -> Any:
    """A row of *size* numbers for each of *count* words."""
    torch = require("torch", "stanza")
    size = min(size, count)
    torch.manual_seed(1)
    places = torch.tensor(list(values), dtype=torch.int64).reshape(-1, 2).T
    weights = torch.tensor(list(values.values()), dtype=torch.float32)
    matrix = torch.sparse_coo_tensor(
        places, weights, (count, count), check_invariants=True
    ).coalesce()
    left, scale, _ = torch.svd_lowrank(matrix, q=size, niter=4)
    rows = left * scale.sqrt()
    return rows / rows.std().clamp_min(1e-6) * 0.5


def _save(words: Sequence[str], matrix: Any, path: Path) -> None:
    """Write Stanza's pretrain file: its reserved words first, with vectors of zeros."""
    torch = require("torch", "stanza")
    pretrain = require("stanza.models.common.pretrain", "stanza")
    vocabulary = pretrain.PretrainedWordVocab(list(words))
    reserved = len(vocabulary) - len(words)
    rows = torch.cat([torch.zeros(reserved, matrix.shape[1]), matrix])
    torch.save({"vocab": vocabulary.state_dict(), "emb": rows}, path)
