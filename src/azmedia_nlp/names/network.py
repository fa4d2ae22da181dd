"""The tagger's network, run in numpy: two convolutions over the vectors of the tokens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from azmedia_nlp.deferred import Deferred
from azmedia_nlp.names.pack import Weights

if TYPE_CHECKING:
    import numpy as np
else:
    np = Deferred("numpy")


# Multiplications in one product; above it OpenBLAS starts threads, which on a busy machine wait
# for each other a hundred times longer than the product takes.
_PRODUCT: Final = 1 << 18


def network_scores(vectors: Weights, layers: Mapping[str, Weights]) -> Weights:
    """One row of label scores a token, from one row of features' vectors a token.

    Two layers that see one neighbour on each side see two tokens away.
    """
    words = np.maximum(vectors + layers["words.bias"], 0)
    near = np.maximum(_convolve(words, layers, "near"), 0)
    far = near + np.maximum(_convolve(near, layers, "far"), 0)
    scores: Weights = _times(np.hstack([far, words]), layers["labels"]) + layers["labels.bias"]
    return scores


def _convolve(rows: Weights, layers: Mapping[str, Weights], name: str) -> Weights:
    """Each row with its two neighbours, zeros beyond the ends, through a layer."""
    edge = np.zeros((1, rows.shape[1]), np.float32)
    left, right = np.vstack([edge, rows[:-1]]), np.vstack([rows[1:], edge])
    result: Weights = _times(np.hstack([left, rows, right]), layers[name]) + layers[f"{name}.bias"]
    return result


def _times(rows: Weights, layer: Weights) -> Weights:
    """The matrix product, some rows at a time."""
    result = np.empty((len(rows), layer.shape[1]), np.float32)
    step = max(1, _PRODUCT // layer.size)
    for start in range(0, len(rows), step):
        np.matmul(rows[start : start + step], layer, out=result[start : start + step])
    return result
