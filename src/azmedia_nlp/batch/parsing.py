"""``parse_articles``: an iterable of texts or records in, articles and failures out."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice
from typing import Final, TypeVar

import msgspec

from azmedia_nlp.article import ArticleParser
from azmedia_nlp.batch.pool import Job, map_batches
from azmedia_nlp.batch.records import (
    MAX_CHARS,
    ArticleFailure,
    FieldNames,
    Item,
    ParsedArticle,
    Reading,
    Result,
    failure,
    read_item,
    to_records,
)
from azmedia_nlp.errors import OptionError

T = TypeVar("T")

BATCH_SIZE: Final = 32


def parse_articles(
    items: Iterable[object],
    *,
    processes: int = 1,
    batch_size: int = BATCH_SIZE,
    parser: ArticleParser | None = None,
    fields: FieldNames = FieldNames(),
    max_chars: int = MAX_CHARS,
) -> Iterator[Result]:
    """Read many articles, in order, holding a few batches at a time.

    Args:
        items: Texts, mappings with a ``text`` (and ``id``, ``published``, ``url``,
            ``outlet``, anything else), or ``ArticleRecord``.
        processes: How many read at once; more than one are spawned, which a script must
            do under ``if __name__ == "__main__":``.
        batch_size: How many articles a process is sent at a time.
        parser: The parser, where it is not the default one.
        fields: Under which names the mappings keep what means something.
        max_chars: A longer text is a failure.

    Yields:
        For each item a ``ParsedArticle``, or an ``ArticleFailure`` that says why not.

    Raises:
        OptionError: *processes* or *batch_size* is less than 1.

    >>> for item in parse_articles(["Elçin Bakıya gəlib.", None]):
    ...     print(type(item).__name__, item.id)
    ParsedArticle 0
    ArticleFailure 1
    """
    check_counts(processes=processes, batch_size=batch_size)
    reading = Reading(parser or ArticleParser(), max_chars)
    records = to_records(items, fields)
    if processes == 1:
        return (read_item(record, reading) for record in records)
    return _in_processes(records, reading, processes, batch_size)


def _in_processes(
    records: Iterator[Item], reading: Reading, processes: int, batch_size: int
) -> Iterator[Result]:
    job: Job[Item, bytes] = Job(partial(_read_packed, reading), blame_worker)
    for batch, packed in map_batches(job, in_batches(records, batch_size), processes):
        results = chain.from_iterable(map(_unpacked, packed))
        yield from map(_with_fields, batch, results)


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of *size*; the last may be shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def blame_worker(item: Item) -> Item:
    """The failure of an item whose reading ended a worker process twice."""
    return failure(item.id, ChildProcessError("its worker process died, as if out of memory"))


def check_counts(**counts: int) -> None:
    """See that options which count something are 1 or more.

    Raises:
        OptionError: one is not.
    """
    for name, value in counts.items():
        if value < 1:
            raise OptionError(f"{name}={value}: at least 1")


def _read_packed(reading: Reading, batch: Sequence[Item]) -> bytes:
    """Read a batch in a worker; packed, results cross over in a fifth of pickle's time.

    A lone surrogate, which a packed text cannot hold, sends its batch by pickle.
    """
    results = [_without_fields(read_item(item, reading)) for item in batch]
    try:
        return b"m" + msgspec.msgpack.encode(results)
    except UnicodeEncodeError:
        return b"p" + pickle.dumps(results)


def _unpacked(packed: bytes) -> list[Result]:
    if packed[:1] == b"p":
        results: list[Result] = pickle.loads(packed[1:])  # noqa: S301  our own workers'
        return results
    return _decoder().decode(packed[1:])


@cache
def _decoder() -> msgspec.msgpack.Decoder[list[Result]]:
    return msgspec.msgpack.Decoder(list[Result])


def _without_fields(result: Result) -> Result:
    """The parent has the record: its other fields need not come back, nor be packable."""
    return (
        result if isinstance(result, ArticleFailure) else msgspec.structs.replace(result, extra={})
    )


def _with_fields(item: Item, result: Result) -> Result:
    if isinstance(result, ParsedArticle) and not isinstance(item, ArticleFailure):
        return msgspec.structs.replace(result, extra=item.extra)
    return result
