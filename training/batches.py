"""Articles as index arrays, and batches of them with words masked and features dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.samples import Sample

# Empty tokens between articles: as far as the network sees.
_GAP = 2
# What a masked word still shows: shape, case, surname ending, length, commonness, and
# suffixes of up to three letters.
_KEPT_KINDS = "skenc"
_LONGEST_SUFFIX = 3

Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Bags(NamedTuple):
    """The features of all tokens in one row, each with its token's index."""

    features: Indices
    tokens: Indices

    def sifted(self, kept: Flags, moved: int) -> Bags:
        """What *kept* leaves, the tokens moved by so many places."""
        return Bags(self.features[kept], self.tokens[kept] + moved)


class Indexed(NamedTuple):
    """An article in numbers; *telling* marks the features that name the word."""

    words: Bags
    places: Bags
    telling: Flags
    capitals: Flags
    tags: Indices
    bounds: list[tuple[int, int]]

    @classmethod
    def read(
        cls,
        sample: Sample,
        words: dict[str, int],
        places: dict[str, int],
        labels: Sequence[str],
    ) -> Indexed:
        """Look up the features and tags of an article."""
        known = [name for row in sample.words for name in row if name in words]
        return cls(
            _bags(sample.words, words),
            _bags(sample.places, places),
            np.array([_is_telling(name) for name in known], bool),
            np.array(sample.capitals, bool),
            np.array([labels.index(tag) for tag in sample.tags], np.int64),
            sample.bounds,
        )


class Batch(NamedTuple):
    """Articles one after the other; sentences as rows of token indices."""

    words: tuple[Tensor, Tensor]
    places: tuple[Tensor, Tensor]
    real: Tensor
    tags: Tensor
    cells: Tensor
    mask: Tensor


def _bags(rows: Sequence[Sequence[str]], known: dict[str, int]) -> Bags:
    found = [(known[name], at) for at, row in enumerate(rows) for name in row if name in known]
    features, tokens = np.array(found, np.int64).reshape(-1, 2).T
    return Bags(features, tokens)


def _is_telling(name: str) -> bool:
    short = name[0] == "x" and len(name) - 1 <= _LONGEST_SUFFIX
    return name[0] not in _KEPT_KINDS and not short


def make_batch(
    articles: Sequence[Indexed], config: dict[str, Any], generator: np.random.Generator
) -> Batch:
    """Join articles; some capitalised words lose their identity, some features are dropped."""
    words, places, tags, real, bounds, moved = [], [], [], [], [], 0
    for article in articles:
        masked = article.capitals & (generator.random(len(article.tags)) < config["masked"])
        kept = generator.random(len(article.telling)) >= config["dropped"]
        words.append(
            article.words.sifted(kept & ~(article.telling & masked[article.words.tokens]), moved)
        )
        kept = generator.random(len(article.places.features)) >= config["dropped"]
        places.append(article.places.sifted(kept, moved))
        tags += [article.tags, np.zeros(_GAP, np.int64)]
        real += [np.ones(len(article.tags), np.float32), np.zeros(_GAP, np.float32)]
        bounds += [(start + moved, end + moved) for start, end in article.bounds]
        moved += len(article.tags) + _GAP
    cells, mask = _cells(bounds)
    return Batch(
        _offsets(words, moved),
        _offsets(places, moved),
        torch.from_numpy(np.concatenate(real))[:, None],
        torch.from_numpy(np.concatenate(tags)),
        cells,
        mask,
    )


def _offsets(bags: Sequence[Bags], count: int) -> tuple[Tensor, Tensor]:
    features = np.concatenate([bag.features for bag in bags])
    tokens = np.concatenate([bag.tokens for bag in bags])
    return torch.from_numpy(features), torch.from_numpy(np.searchsorted(tokens, np.arange(count)))


def _cells(bounds: Sequence[tuple[int, int]]) -> tuple[Tensor, Tensor]:
    longest = max(end - start for start, end in bounds)
    cells = np.zeros((len(bounds), longest), np.int64)
    mask = np.zeros((len(bounds), longest), bool)
    for row, (start, end) in enumerate(bounds):
        cells[row, : end - start] = np.arange(start, end)
        mask[row, : end - start] = True
    return torch.from_numpy(cells), torch.from_numpy(mask)
