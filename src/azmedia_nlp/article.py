"""The stages in order: one text in, one ``Article`` out."""

from __future__ import annotations

import os
from datetime import datetime
from importlib import import_module
from typing import Any, Final, Protocol

import msgspec

from azmedia_nlp.annotations import (
    Article,
    Mention,
    Paragraph,
    Segmentation,
    TextWarning,
    TimeExpression,
)
from azmedia_nlp.errors import OptionError
from azmedia_nlp.names import find_mentions, link_mentions
from azmedia_nlp.names.pack import load_pack
from azmedia_nlp.normalization import normalize, restore
from azmedia_nlp.quotations import find_quotations
from azmedia_nlp.roles import find_roles
from azmedia_nlp.segmentation import segment
from azmedia_nlp.spans import in_order, outside
from azmedia_nlp.times import find_times, read_published

# Engines that are no part of the core announce themselves under this name.
_ENGINES: Final = "azmedia_nlp.engines"


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


class ArticleParser(msgspec.Struct, frozen=True):
    """A parser for many articles; immutable, so safe in threads and for pickling.

    *engine* is an engine or the name of one. *model* is the path of a model pack of one's own for
    the compact engine, *model_dir* the directory in which another one finds its models.

    >>> ArticleParser(model="adlar.pack")
    Traceback (most recent call last):
    azmedia_nlp.errors.ModelNotFoundError: adlar.pack: no model pack can be read there ...
    """

    engine: Any = "compact"  # an Engine; a name is replaced as the parser is built
    model_dir: str | os.PathLike[str] | None = None
    model: str | os.PathLike[str] | None = None

    def __post_init__(self) -> None:
        """Put the engine for its name; a pack that cannot be read is told at once."""
        if isinstance(self.engine, str):
            engine = find_engine(self.engine, self.model_dir, self.model)
            msgspec.structs.force_setattr(self, "engine", engine)

    def __call__(self, text: str, *, published: datetime | str | None = None) -> Article:
        """Read one article; see :func:`parse_article`."""
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        clean = normalize(text)
        article = self._read(clean.text, published)
        return restore(article, clean, text)

    def _read(self, text: str, published: datetime | str | None) -> Article:
        segmentation = self.engine.segment(text)
        date = read_published(segmentation, published)
        times = find_times(segmentation, date)
        mentions, entities = link_mentions(
            self.engine.find_mentions(segmentation, times), segmentation
        )
        roles = find_roles(segmentation, mentions, entities)
        reading = find_quotations(segmentation, mentions, entities, roles)
        return Article(
            text=text,
            title=_title(segmentation.paragraphs),
            published=date.value,
            sources=in_order(reading.sources),
            paragraphs=segmentation.paragraphs,
            sentences=segmentation.sentences,
            tokens=segmentation.tokens,
            mentions=mentions,
            entities=entities,
            # A date inside a name is part of it: 28 May küçəsi, “2030 Strategiyası”.
            times=outside(times, mentions),
            roles=in_order(roles),
            quotations=in_order(reading.quotations),
            warnings=_in_order(segmentation, reading.warnings),
        )


def parse_article(
    text: str,
    *,
    published: datetime | str | None = None,
    engine: str = "compact",
    model_dir: str | os.PathLike[str] | None = None,
    model: str | os.PathLike[str] | None = None,
) -> Article:
    """Read an Azerbaijani news article.

    Args:
        text: The article as it came; any ``str`` gives an article.
        published: When it was published, a datetime or a string in ISO 8601 or as
            newspapers write dates; wins over what the text says.
        engine: ``"compact"``, the library's own names, or ``"stanza"``.
        model_dir: Where an engine other than ours finds its models.
        model: A model pack of one's own for our engine.

    Raises:
        TypeError: *text* is no ``str``.
        OptionError: *published*, *engine* or *model_dir* cannot be read.
        MissingExtraError: the engine's optional dependency is not installed.
        ModelError: the engine's models are not in *model_dir*, or *model* is no pack.
    """
    return ArticleParser(engine, model_dir, model)(text, published=published)


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


def _title(paragraphs: tuple[Paragraph, ...]) -> str | None:
    titles = (paragraph.text.strip() for paragraph in paragraphs if paragraph.kind == "title")
    return next(titles, None)


def _in_order(segmentation: Segmentation, more: tuple[TextWarning, ...]) -> tuple[TextWarning, ...]:
    return tuple(sorted(segmentation.warnings + more, key=lambda warning: warning.start))
