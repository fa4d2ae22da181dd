"""The network: vectors of features, two convolutions, a CRF on top; trained by torch.

`azmedia_nlp.names.network` is the same in numpy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch, Indexed, make_batch
from training.samples import Sample


class Trained(NamedTuple):
    """A trained network: its features, and its parameters by name."""

    words: list[str]
    places: list[str]
    arrays: dict[str, NDArray[Any]]


class Network(nn.Module):
    """From bags of features to label scores, one row a token."""

    def __init__(self, words: int, places: int, labels: int, config: dict[str, Any]) -> None:
        super().__init__()
        size, width = config["size"], config["width"]
        self.words = nn.Parameter(torch.randn(words, size) * config["spread"])
        self.places = nn.Parameter(torch.randn(places, size) * config["spread"])
        self.bias = nn.Parameter(torch.zeros(size))
        self.near = nn.Conv1d(size, width, 3, padding=1)
        self.far = nn.Conv1d(width, width, 3, padding=1)
        self.labels = nn.Linear(width + size, labels)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.dropout = nn.Dropout(config["dropout"])

    def forward(self, batch: Batch) -> Tensor:
        """Score the labels of every token of a batch."""
        words = _sums(self.words, *batch.words)
        places = _sums(self.places, *batch.places)
        vectors = self.dropout(torch.relu(words + places + self.bias)) * batch.real
        near = self.dropout(_convolve(self.near, vectors)) * batch.real
        far = self.dropout(near + _convolve(self.far, near))
        scores: Tensor = self.labels(torch.cat([far, vectors], 1))
        return scores

    def loss(self, batch: Batch) -> Tensor:
        """The negative log-likelihood of the tags, a mean over tokens."""
        scores, tags = self(batch)[batch.cells], batch.tags[batch.cells]
        gold = (scores.gather(2, tags[..., None])[..., 0] * batch.mask).sum()
        gold = gold + (self.transitions[tags[:, :-1], tags[:, 1:]] * batch.mask[:, 1:]).sum()
        paths = scores[:, 0]
        for step in range(1, scores.shape[1]):
            moved = torch.logsumexp(paths[:, :, None] + self.transitions, 1) + scores[:, step]
            paths = torch.where(batch.mask[:, step, None], moved, paths)
        return (torch.logsumexp(paths, 1).sum() - gold) / batch.mask.sum()

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The parameters as the pack names and turns them."""
        tensors = {
            "words": self.words,
            "places": self.places,
            "words.bias": self.bias,
            "near": self.near.weight.permute(2, 1, 0).flatten(0, 1),
            "near.bias": self.near.bias,
            "far": self.far.weight.permute(2, 1, 0).flatten(0, 1),
            "far.bias": self.far.bias,
            "labels": self.labels.weight.T,
            "labels.bias": self.labels.bias,
            "transitions": self.transitions,
        }
        return {name: tensor.detach().numpy().copy() for name, tensor in tensors.items()}


def _sums(vectors: Tensor, features: Tensor, offsets: Tensor) -> Tensor:
    return functional.embedding_bag(features, vectors, offsets, mode="sum")


def _convolve(layer: nn.Conv1d, rows: Tensor) -> Tensor:
    return torch.relu(layer(rows.T[None]))[0].T


def train_network(
    samples: Sequence[Sample], labels: Sequence[str], config: dict[str, Any]
) -> Trained:
    """Train with Adam, one cycle of the learning rate, words masked and features dropped."""
    torch.manual_seed(config["seed"])
    torch.set_num_threads(1)
    generator = np.random.default_rng(config["seed"])
    words = _vocabulary((row for sample in samples for row in sample.words), config["least"])
    places = _vocabulary((row for sample in samples for row in sample.places), config["least"])
    articles = [Indexed.read(sample, words, places, labels) for sample in samples]
    network = Network(len(words), len(places), len(labels), config)
    starts = range(0, len(articles), config["batch"])
    steps = config["epochs"] * len(starts)
    optimizer = torch.optim.Adam(network.parameters(), config["rate"])
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, config["rate"], total_steps=steps, pct_start=0.15
    )
    for _ in range(config["epochs"]):
        order = generator.permutation(len(articles))
        for start in starts:
            chosen = [articles[at] for at in order[start : start + config["batch"]]]
            loss = network.loss(make_batch(chosen, config, generator))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
    return Trained(list(words), list(places), network.arrays())


def _vocabulary(bags: Iterable[tuple[str, ...]], least: int) -> dict[str, int]:
    counts = Counter(name for bag in bags for name in bag)
    return {name: row for row, name in enumerate(sorted(n for n in counts if counts[n] >= least))}
