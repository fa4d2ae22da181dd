"""Files that hold one article: plain text, and web pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from azmedia_nlp.batch.readers.settings import ReadSettings
from azmedia_nlp.batch.records import ArticleRecord, Item, UnreadableInputError, failure
from azmedia_nlp.extras import require


def read_text(stream: BinaryIO, name: str, settings: ReadSettings) -> Iterator[Item]:
    """The one article of a text file; its id is the file's name."""
    content = _bounded(stream, settings)
    yield ArticleRecord(id=name, text=decoded(content, settings))


def read_html(stream: BinaryIO, name: str, settings: ReadSettings) -> Iterator[Item]:
    """The page of a file, unread: a worker takes the article out of it."""
    require("trafilatura", "html")
    yield ArticleRecord(id=name, html=_bounded(stream, settings))


def _bounded(stream: BinaryIO, settings: ReadSettings) -> bytes:
    content = stream.read(settings.max_bytes + 1)
    if len(content) > settings.max_bytes:
        raise UnreadableInputError(f"more than {settings.max_bytes} bytes")
    return content


def decoded(content: bytes, settings: ReadSettings) -> str:
    """The text of bytes.

    Raises:
        UnreadableInputError: they are not in the encoding that was named.
    """
    try:
        return content.decode(settings.encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInputError(
            f"byte {error.start} is not {settings.encoding.removesuffix('-sig')}"
        ) from None


def decoded_or_failure(content: bytes, name: str, settings: ReadSettings) -> str | Item:
    """The text of bytes, or the failure of the record that they are."""
    try:
        return decoded(content, settings)
    except UnreadableInputError as error:
        return failure(name, error.with_traceback(None))
