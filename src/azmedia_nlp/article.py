"""The stages in order: one text in, one ``Article`` out."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any

import msgspec

from azmedia_nlp.annotations import Article, Paragraph, Segmentation, TextWarning
from azmedia_nlp.engine import find_engine
from azmedia_nlp.names import link_mentions
from azmedia_nlp.normalization import normalize, restore
from azmedia_nlp.quotations import find_quotations
from azmedia_nlp.roles import find_roles
from azmedia_nlp.spans import in_order, outside
from azmedia_nlp.times import find_times, read_published


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
            warnings=_warnings(segmentation, reading.warnings),
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


def _title(paragraphs: tuple[Paragraph, ...]) -> str | None:
    titles = (paragraph.text.strip() for paragraph in paragraphs if paragraph.kind == "title")
    return next(titles, None)


def _warnings(segmentation: Segmentation, more: tuple[TextWarning, ...]) -> tuple[TextWarning, ...]:
    """What is odd about the text, in its order."""
    return tuple(sorted(segmentation.warnings + more, key=lambda warning: warning.start))
