"""One record in, one result out: an article that was read, or the failure that it was."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final, TypeVar

import msgspec

from azmedia_nlp.annotations import Article
from azmedia_nlp.article import ArticleParser
from azmedia_nlp.batch.pages import read_page
from azmedia_nlp.errors import MissingExtraError, OptionError

T = TypeVar("T")

MAX_CHARS: Final = 1_000_000


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A text to read and what is known about it besides.

    *id* names it in all results; *extra* is carried through untouched. *html* is a page
    whose text, date, address and outlet are taken where the record has none of its own.
    Fields hold what the input held: whether it can be read shows when it is read.
    """

    id: str
    text: Any = None
    published: Any = None
    url: str | None = None
    outlet: str | None = None
    extra: dict[str, Any] = {}
    html: bytes | str | None = None


class ArticleFailure(msgspec.Struct, frozen=True, kw_only=True, tag="failure"):
    """A record that gave no article: the error's name, what it says, where it arose."""

    id: str
    error: str
    message: str
    traceback: str = ""


class ParsedArticle(msgspec.Struct, frozen=True, kw_only=True, tag="parsed"):
    """An article with the id, address, outlet and other fields of its record."""

    id: str
    article: Article
    url: str | None = None
    outlet: str | None = None
    extra: dict[str, Any] = {}


Item = ArticleRecord | ArticleFailure
Result = ParsedArticle | ArticleFailure


class FieldNames(msgspec.Struct, frozen=True):
    """Under which names a source keeps the five fields that mean something."""

    id: str = "id"
    text: str = "text"
    published: str = "published"
    url: str = "url"
    outlet: str = "outlet"


class UnreadableInputError(ValueError):
    """A record has no text, or one that is empty or too long."""


def to_record(value: object, position: int | str, names: FieldNames = FieldNames()) -> Item:
    """A text, a mapping or a record as a record; *position* is its id where it has none.

    >>> to_record({"text": "Salam.", "rubrika": "idman"}, 7).extra
    {'rubrika': 'idman'}
    """
    if isinstance(value, ArticleRecord | ArticleFailure):
        return value
    if isinstance(value, str):
        return ArticleRecord(id=str(position), text=value)
    if isinstance(value, Mapping):
        return _from_mapping(value, str(position), names)
    return failure(str(position), TypeError(f"an article is no {type(value).__name__}"))


def _from_mapping(value: Mapping[Any, Any], position: str, names: FieldNames) -> Item:
    given = value.get(names.id)
    record_id = position if given is None or given == "" else str(given)
    if value.get(names.text) is None and value.get("html") is None:
        return failure(record_id, UnreadableInputError(f"there is no {names.text!r} in it"))
    own = {*msgspec.structs.astuple(names), "html"}
    return ArticleRecord(
        id=record_id,
        text=value.get(names.text),
        published=value.get(names.published),
        url=_text_or_none(value.get(names.url)),
        outlet=_text_or_none(value.get(names.outlet)),
        extra={str(key): item for key, item in value.items() if key not in own},
        html=value.get("html"),
    )


def _text_or_none(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def to_records(values: Iterable[object], names: FieldNames = FieldNames()) -> Iterator[Item]:
    """Records of any iterable, numbered from 0 where they have no id."""
    for position, value in enumerate(values):
        yield to_record(value, position, names)


def failure(record_id: str, error: BaseException) -> ArticleFailure:
    """The failure that an exception is; its traceback where it was raised by reading."""
    lines = traceback.format_exception(error) if error.__traceback__ else []
    message = str(error) or type(error).__name__
    return ArticleFailure(
        id=record_id, error=type(error).__name__, message=message, traceback="".join(lines)
    )


class Reading(msgspec.Struct, frozen=True):
    """How records are read: by which parser, and how long a text may be."""

    parser: ArticleParser = ArticleParser()
    max_chars: int = MAX_CHARS


def read_item(item: Item, reading: Reading = Reading()) -> Result:
    """Read one record; whatever goes wrong with it is its failure, never an exception.

    Raises:
        MissingExtraError: it is a page, and trafilatura is not installed.
    """
    if isinstance(item, ArticleFailure):
        return item
    return attempt(item.id, lambda: _parsed(_with_page(item), reading))


def attempt(record_id: str, work: Callable[[], T]) -> T | ArticleFailure:
    """What *work* gives or, whatever goes wrong in it, the record's failure: a batch goes on.

    Raises:
        MissingExtraError: it would be missing for every record.
    """
    try:
        return work()
    except MissingExtraError:
        raise
    except Exception as error:
        return failure(record_id, error)


def _with_page(record: ArticleRecord) -> ArticleRecord:
    """The record with what its page says where it says nothing itself."""
    if record.html is None or record.text is not None:
        return record
    page = read_page(record.html, record.url)
    return msgspec.structs.replace(
        record,
        text=page.text,
        published=record.published or page.published,
        url=record.url or page.url,
        outlet=record.outlet or page.outlet,
    )


def _parsed(record: ArticleRecord, reading: Reading) -> ParsedArticle:
    text = record.text
    if isinstance(text, str):
        _check_length(text, reading.max_chars)
    article = reading.parser(text, published=_moment(record.published))
    return ParsedArticle(
        id=record.id, article=article, url=record.url, outlet=record.outlet, extra=record.extra
    )


def _check_length(text: str, max_chars: int) -> None:
    if len(text) > max_chars:
        raise UnreadableInputError(f"{len(text)} characters are more than {max_chars}")
    if not text.strip():
        raise UnreadableInputError("there is no text in it")


def _moment(value: Any) -> datetime | str | None:
    """What ``parse_article`` takes for a publication date; an empty cell is none."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    raise OptionError(f"published={value!r}: a date is text or a datetime")
