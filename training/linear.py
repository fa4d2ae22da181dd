"""The CRF: trained by crfsuite, read back as arrays."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pycrfsuite

from azmedia_nlp.names.pack import Weights
from training.samples import Sample, window_items


class Linear(NamedTuple):
    """A trained CRF: rows of label weights by feature, and the weights between labels."""

    labels: list[str]
    rows: dict[str, Weights]
    transitions: Weights


def train_linear(samples: Iterable[Sample], config: dict[str, Any]) -> Linear:
    """Train with L-BFGS under an elastic net."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for sample in samples:
        items = window_items(sample)
        for start, end in sample.bounds:
            trainer.append(items[start:end], sample.tags[start:end])
    trainer.set_params(
        {
            "c1": config["c1"],
            "c2": config["c2"],
            "max_iterations": config["iterations"],
            "feature.minfreq": config["least"],
            "feature.possible_transitions": False,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "names.crfsuite"
        trainer.train(str(model))
        return read_crf(model, config["floor"])


def read_crf(path: Path, floor: float) -> Linear:
    """The weights of a crfsuite model; rows that are all below *floor* are left out."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = sorted(info.labels)
    column = {label: index for index, label in enumerate(labels)}
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for (left, right), weight in info.transitions.items():
        transitions[column[left], column[right]] = weight
    rows: dict[str, Weights] = {}
    for (name, label), weight in sorted(info.state_features.items()):
        rows.setdefault(name, np.zeros(len(labels), np.float32))[column[label]] = weight
    kept = {name: row for name, row in rows.items() if np.abs(row).max() >= floor}
    return Linear(labels, kept, transitions)
