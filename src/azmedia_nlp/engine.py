"""Engines: where segments and names come from; all other stages are ours in any case."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Final, Protocol

import msgspec

from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression
from azmedia_nlp.errors import OptionError
from azmedia_nlp.names import find_mentions
from azmedia_nlp.names.pack import load_pack
from azmedia_nlp.segmentation import segment

# Engines that are no part of the core announce themselves under this name.
_ENGINES: Final = "azmedia_engines"


class Engine(Protocol):
    """What a source of segments and names must offer; all other stages are ours."""

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text into tokens, sentences and paragraphs."""

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The names of a segmented text, in order."""


class CompactEngine(msgspec.Struct, frozen=True):
    """The library's own segmenter and names, the default.

    *model* is the path of a model pack, by default the one that comes with the library.
    """

    model: str | None = None

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text into tokens, sentences and paragraphs."""
        return segment(text)

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The names of a segmented text, in order."""
        return find_mentions(segmentation, times, model=self.model)


def find_engine(
    name: str,
    model_dir: str | os.PathLike[str] | None = None,
    model: str | os.PathLike[str] | None = None,
) -> Engine:
    """The engine of that name, over the models of *model_dir* or the pack *model*.

    Raises:
        OptionError: there is no engine of that name, or it needs a directory.
        ModelError: *model* is no pack that this version reads.
    """
    if name == "compact":
        return _compact(model)
    if model is not None:
        raise OptionError(
            f"model={os.fspath(model)!r}: engine {name!r} takes no pack, but model_dir"
        )
    # The standard library's reader of entry points costs a start as much as all of ours.
    metadata = import_module("importlib.metadata")
    found = {point.name: point for point in metadata.entry_points(group=_ENGINES)}
    if name not in found:
        known = ", ".join(map(repr, ["compact", *sorted(found)]))
        raise OptionError(f"engine={name!r}: this version knows {known}")
    engine: Engine = found[name].load()(model_dir)
    return engine


def _compact(model: str | os.PathLike[str] | None) -> CompactEngine:
    if model is None:
        return CompactEngine()
    path = os.fspath(model)
    load_pack(path)
    return CompactEngine(path)
