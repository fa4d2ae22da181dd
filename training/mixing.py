"""From a CRF and a network to the one set of arrays that a pack holds."""

from __future__ import annotations

from typing import Final

import numpy as np

from azmedia_nlp.names.features import OFFSETS
from azmedia_nlp.names.pack import Weights
from training.linear import Linear
from training.network import Trained

_WINDOW: Final = tuple(f"{offset}|" for offset in OFFSETS)


def mix(
    linear: Linear, network: Trained, share: float
) -> tuple[dict[str, list[str]], dict[str, Weights]]:
    """Vocabularies and arrays whose scores are the network's by *share*, the CRF's by the rest."""
    arrays = dict(network.arrays)
    for name in ("labels", "labels.bias", "transitions"):
        arrays[name] = arrays[name] * share
    arrays["transitions"] += linear.transitions * (1 - share)
    rows = {name: row * (1 - share) for name, row in linear.rows.items()}
    window = sorted(name for name in rows if name.startswith(_WINDOW))
    places = sorted({*network.places, *(rows.keys() - set(window))})
    arrays["window"] = np.stack([rows[name] for name in window])
    arrays["places"] = _places(places, rows, network)
    return {"window": window, "words": network.words, "places": places}, arrays


def _places(names: list[str], rows: dict[str, Weights], network: Trained) -> Weights:
    vectors = dict(zip(network.places, network.arrays["places"], strict=True))
    labels, size = network.arrays["transitions"].shape[0], network.arrays["places"].shape[1]
    scores, vector = np.zeros(labels, np.float32), np.zeros(size, np.float32)
    return np.stack(
        [np.concatenate([rows.get(name, scores), vectors.get(name, vector)]) for name in names]
    )
