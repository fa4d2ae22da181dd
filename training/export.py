"""From a trained crfsuite model to the arrays of a pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite


def read_crf(path: Path, floor: float = 0.01) -> dict[str, Any]:
    """The features, weights, transitions and labels of a crfsuite model.

    Features whose weights are all below *floor* are left out.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = sorted(info.labels)
    column = {label: index for index, label in enumerate(labels)}
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for (left, right), weight in info.transitions.items():
        transitions[column[left], column[right]] = weight
    rows: dict[str, Any] = {}
    for (name, label), weight in info.state_features.items():
        rows.setdefault(name, np.zeros(len(labels), np.float32))[column[label]] = weight
    kept = sorted(name for name, row in rows.items() if abs(row).max() >= floor)
    weights = np.stack([rows[name] for name in kept])
    return {"names": kept, "weights": weights, "transitions": transitions, "labels": labels}
