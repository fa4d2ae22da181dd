"""The stages in order: one text in, one ``Article`` out."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

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
from azmedia_nlp.normalization import normalize, restore
from azmedia_nlp.quotations import find_quotations
from azmedia_nlp.roles import find_roles
from azmedia_nlp.segmentation import segment
from azmedia_nlp.spans import in_order, outside
from azmedia_nlp.times import find_times, read_published


class Engine(Protocol):
    """What a source of segments and names must offer; all other stages are ours."""

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text into tokens, sentences and paragraphs."""

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The names of a segmented text, in order."""


class CompactEngine(msgspec.Struct, frozen=True):
    """The library's own segmenter and names, the default."""

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text into tokens, sentences and paragraphs."""
        return segment(text)

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The names of a segmented text, in order."""
        return find_mentions(segmentation, times)


class ArticleParser(msgspec.Struct, frozen=True):
    """A parser for many articles; immutable, so safe in threads and for pickling."""

    engine: Engine = CompactEngine()

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
    text: str, *, published: datetime | str | None = None, engine: str = "compact"
) -> Article:
    """Read an Azerbaijani news article.

    Args:
        text: The article as it came; any ``str`` gives an article.
        published: When it was published, a datetime or a string in ISO 8601 or as
            newspapers write dates; wins over what the text says.
        engine: ``"compact"``, the library's own names.

    Raises:
        TypeError: *text* is no ``str``.
        OptionError: *published* or *engine* cannot be read.
    """
    return ArticleParser(engine=_engine(engine))(text, published=published)


def _engine(name: str) -> Engine:
    if name != "compact":
        raise OptionError(f"engine={name!r}: this version knows 'compact'")
    return CompactEngine()


def _title(paragraphs: tuple[Paragraph, ...]) -> str | None:
    titles = (paragraph.text.strip() for paragraph in paragraphs if paragraph.kind == "title")
    return next(titles, None)


def _in_order(segmentation: Segmentation, more: tuple[TextWarning, ...]) -> tuple[TextWarning, ...]:
    return tuple(sorted(segmentation.warnings + more, key=lambda warning: warning.start))
