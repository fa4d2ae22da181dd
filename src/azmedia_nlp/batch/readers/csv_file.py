"""Tables with a head line, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from azmedia_nlp.batch.readers.settings import ReadSettings
from azmedia_nlp.batch.records import Item, UnreadableInputError, failure, to_record

_SEPARATORS: Final = ",;\t"


def read_csv(stream: BinaryIO, name: str, settings: ReadSettings) -> Iterator[Item]:
    """The records of a file; one without an id is called ``FILE:LINE``, by its last line."""
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
    # Undecodable bytes become lone surrogates, so that one bad cell costs one row.
    lines = io.TextIOWrapper(
        stream, encoding=settings.encoding, errors="surrogateescape", newline=""
    )
    try:
        yield from _rows(lines, name, settings)
    finally:
        lines.detach()  # the stream is its opener's to close


def _rows(lines: io.TextIOWrapper, name: str, settings: ReadSettings) -> Iterator[Item]:
    head = lines.readline()
    separator = max(_SEPARATORS, key=head.count)
    columns = next(csv.reader([head], delimiter=separator), [])
    rows = csv.reader(lines, delimiter=separator)
    while True:
        where = f"{name}:{rows.line_num + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield failure(where, UnreadableInputError(f"no CSV: {error}"))
            continue
        if cells:
            yield _record(columns, cells, f"{name}:{rows.line_num + 1}", settings)


def _record(columns: list[str], cells: list[str], where: str, settings: ReadSettings) -> Item:
    if len(cells) != len(columns):
        return failure(
            where, UnreadableInputError(f"{len(cells)} cells, the head line has {len(columns)}")
        )
    if any("\udc80" <= char <= "\udcff" for cell in cells for char in cell if char > "\ud7ff"):
        encoding = settings.encoding.removesuffix("-sig")
        return failure(where, UnreadableInputError(f"a cell is not {encoding}"))
    return to_record(dict(zip(columns, cells, strict=True)), where, settings.fields)
