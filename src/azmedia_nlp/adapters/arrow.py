"""Arrow in, Arrow out: the one function that engines of any size can map.

Spark (``adapters.spark``), Ray, Dask, Daft and Polars all hand batches of Arrow to a
function; it reads the articles in them, one row each, into the archive's nested schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from azmedia_nlp.archive.nested import flatten, read_batch, to_batch
from azmedia_nlp.archive.schema import nested_schema
from azmedia_nlp.batch.records import FieldNames, Reading, to_record
from azmedia_nlp.extras import require

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["archive_tables", "nested_schema", "parse_batch", "parse_table"]


def parse_batch(
    batch: pa.RecordBatch, fields: FieldNames = FieldNames(), reading: Reading = Reading()
) -> pa.RecordBatch:
    """Read the articles of a batch: a row each of ``nested_schema()``, in the same order.

    A row that cannot be read has its ``failure``. Columns that *fields* do not name go
    into ``extra``. A row without an id is called by its number in the batch, which is
    not unique beyond it: give ids.

    Raises:
        MissingExtraError: pyarrow or datasketch is not installed.
    """
    items = [to_record(row, at, fields) for at, row in enumerate(batch.to_pylist())]
    return read_batch(reading, items)


def parse_table(
    table: pa.Table, fields: FieldNames = FieldNames(), reading: Reading = Reading()
) -> pa.Table:
    """Read the articles of a table, as ``parse_batch`` does."""
    arrow = require("pyarrow", "archive")
    batches = [parse_batch(batch, fields, reading) for batch in _rows_in(table)]
    return arrow.Table.from_batches(batches, schema=nested_schema())


def archive_tables(parsed: pa.Table) -> dict[str, pa.Table]:
    """The archive's flat tables of what ``parse_table`` gave."""
    arrow = require("pyarrow", "archive")
    flat = [flatten(batch) for batch in _rows_in(parsed)] or [flatten(to_batch([]))]
    return {name: arrow.concat_tables([tables[name] for tables in flat]) for name in flat[0]}


def _rows_in(table: pa.Table) -> Iterator[Any]:
    return (batch for batch in table.to_batches() if batch.num_rows)
