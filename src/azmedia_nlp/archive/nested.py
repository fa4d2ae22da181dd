"""Record batches of a row an article, and the flat tables that they fall into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from azmedia_nlp.archive.rows import Row, read_row
from azmedia_nlp.archive.schema import ARTICLE, DETAILS, nested_schema, table_schema
from azmedia_nlp.batch.records import Item, Reading
from azmedia_nlp.extras import require

if TYPE_CHECKING:
    import pyarrow as pa


def read_batch(reading: Reading, items: Sequence[Item]) -> pa.RecordBatch:
    """Read records into a batch of the nested schema, a row each, in order."""
    return to_batch([read_row(item, reading) for item in items])


def to_batch(rows: list[Row]) -> pa.RecordBatch:
    """Rows as a batch of the nested schema."""
    return require("pyarrow", "archive").RecordBatch.from_pylist(rows, schema=nested_schema())


def pack(batch: pa.RecordBatch) -> bytes:
    """A batch in Arrow's own stream format, to send it from process to process."""
    arrow = require("pyarrow", "archive")
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def unpack(packed: bytes) -> pa.RecordBatch:
    """The batch that was packed."""
    return require("pyarrow", "archive").ipc.open_stream(packed).read_next_batch()


def flatten(batch: pa.RecordBatch) -> dict[str, pa.Table]:
    """The rows of a nested batch in the archive's tables."""
    arrow = require("pyarrow", "archive")
    compute = require("pyarrow.compute", "archive")
    failed = compute.is_valid(batch.column("failure"))
    read = batch.filter(compute.invert(failed))
    flat = {"articles": arrow.table(read.select(list(ARTICLE)).columns, table_schema("articles"))}
    for table in DETAILS:
        flat[table] = _details(read, table)
    flat["failures"] = _failures(batch.filter(failed))
    return flat


def _details(batch: pa.RecordBatch, table: str) -> pa.Table:
    """One row a detail, the id of its article before it."""
    compute = require("pyarrow.compute", "archive")
    lists = batch.column(table)
    articles = batch.column("id").take(compute.list_parent_indices(lists))
    return _table(table, [articles, *compute.list_flatten(lists).flatten()])


def _failures(batch: pa.RecordBatch) -> pa.Table:
    return _table("failures", [batch.column("id"), *batch.column("failure").flatten()])


def _table(name: str, columns: list[Any]) -> pa.Table:
    return require("pyarrow", "archive").table(columns, schema=table_schema(name))
