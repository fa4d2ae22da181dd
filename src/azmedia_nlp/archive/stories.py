"""Which articles tell one story: near-duplicates by their fingerprints.

Signatures that agree in one of sixteen bands are compared; articles that agree in seven
places of ten are one story, and what shares an article with it is, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from azmedia_nlp.archive.fingerprint import PLACES

_BAND: Final = 4
_ALIKE: Final = 0.7
_AT_A_TIME: Final = 1 << 14

Indices = npt.NDArray[np.intp]


def group_stories(fingerprints: Sequence[bytes]) -> list[int]:
    """For each fingerprint the index of the first one of its story.

    >>> group_stories([bytes(128), bytes(range(128)), bytes(128)])
    [0, 1, 0]
    """
    if not fingerprints:
        return []
    signatures = np.frombuffer(b"".join(fingerprints), dtype="<u2").reshape(-1, PLACES)
    pairs = [_candidates(signatures, band) for band in range(0, PLACES, _BAND)]
    left, right = np.divmod(np.unique(np.concatenate(pairs)), len(signatures))
    alike = _alike(signatures, left, right)
    return [int(label) for label in _connected(len(signatures), left[alike], right[alike])]


def _candidates(signatures: npt.NDArray[Any], band: int) -> Indices:
    """Of those that agree in a band, each with the first and the one before; a number a pair."""
    keys = np.ascontiguousarray(signatures[:, band : band + _BAND]).view("<u8").ravel()
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    begins = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    firsts = order[np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))]
    repeated = np.flatnonzero(~begins)
    left = np.concatenate((firsts[repeated], order[repeated - 1]))
    return left * len(keys) + np.concatenate((order[repeated], order[repeated]))


def _alike(signatures: npt.NDArray[Any], left: Indices, right: Indices) -> npt.NDArray[np.bool_]:
    """Which pairs agree in enough places, some thousands of pairs at a time."""
    agreed = []
    for at in range(0, len(left), _AT_A_TIME):
        some = slice(at, at + _AT_A_TIME)
        agreed.append(np.count_nonzero(signatures[left[some]] == signatures[right[some]], axis=1))
    return np.concatenate([np.zeros(0, int), *agreed]) >= _ALIKE * PLACES


def _connected(count: int, left: Indices, right: Indices) -> Indices:
    """The smallest index that each index is joined to, however indirectly."""
    labels = np.arange(count)
    while True:
        before = labels.copy()
        least = np.minimum(labels[left], labels[right])
        np.minimum.at(labels, left, least)
        np.minimum.at(labels, right, least)
        labels = labels[labels]
        if np.array_equal(labels, before):
            return labels
