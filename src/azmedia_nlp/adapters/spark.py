"""Spark: a DataFrame of articles in, the archive's rows out, on one machine or a cluster.

Every worker needs the package with its extra ``spark``; the model is loaded once in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from azmedia_nlp.adapters.arrow import parse_batch
from azmedia_nlp.archive.schema import (
    ARTICLE,
    DETAILS,
    FAILURE,
    Columns,
    ColumnType,
    columns_of,
)
from azmedia_nlp.batch.records import MAX_CHARS, FieldNames, Reading
from azmedia_nlp.errors import OptionError
from azmedia_nlp.extras import require

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

_TYPES: Final[dict[ColumnType, str]] = {
    "text": "string",
    "number": "int",
    "day": "date",
    "bytes": "binary",
    "texts": "array<string>",
}
# Arrow batches of Spark's usual ten thousand rows would hold their results in memory at once.
_BATCH: Final = 200


def parse_dataframe(
    df: DataFrame,
    *,
    text: str = "text",
    published: str = "published",
    id: str = "id",  # noqa: A002  the column's name
    url: str = "url",
    outlet: str = "outlet",
    max_chars: int = MAX_CHARS,
) -> DataFrame:
    """Read the articles of a DataFrame: a row each, details in arrays, failures as rows.

    The columns of *text* and *id* must be there; those of *published*, *url* and *outlet*
    may be, and all others go into ``extra``.

    Raises:
        OptionError: there is no column *text* or *id*.
        MissingExtraError: the extra ``spark`` is not installed.
    """
    require("pyspark", "spark")
    missing = sorted({text, id} - set(df.columns))
    if missing:
        raise OptionError(f"the DataFrame has no column {', '.join(map(repr, missing))}")
    fields = FieldNames(id=id, text=text, published=published, url=url, outlet=outlet)
    read = partial(_parse_batches, fields=fields, reading=Reading(max_chars=max_chars))
    return df.mapInArrow(read, nested_ddl())


def archive_frames(parsed: DataFrame) -> dict[str, DataFrame]:
    """The archive's flat tables of what ``parse_dataframe`` gave.

    Each is computed from *parsed* when it is used: ``persist()`` it first.
    """
    read = parsed.where("failure IS NULL")
    frames = {"articles": read.select(*ARTICLE)}
    for table in DETAILS:
        rows = read.selectExpr("id AS article", f"inline({table})")
        frames[table] = rows.select(*columns_of(table))
    frames["failures"] = parsed.where("failure IS NOT NULL").select("id", "failure.*")
    return frames


def write_archive(parsed: DataFrame, path: str | PurePath) -> None:
    """Write what ``parse_dataframe`` gave as an archive that ``open_archive`` reads.

    *path* is any that Spark can write to; the articles are read once.
    """
    kept = parsed.persist()
    try:
        for table, frame in archive_frames(kept).items():
            frame.write.parquet(f"{path}/{table}")
    finally:
        kept.unpersist()


def nested_ddl() -> str:
    """The nested schema as Spark writes it.

    >>> nested_ddl()[:40]
    '`id` string, `url` string, `outlet` stri'
    """
    columns = [f"`{name}` {_TYPES[kind]}" for name, kind in ARTICLE.items()]
    columns += [f"`{table}` array<{_struct(inner)}>" for table, inner in DETAILS.items()]
    return ", ".join([*columns, f"`failure` {_struct(FAILURE)}"])


def _struct(columns: Columns) -> str:
    inner = ", ".join(f"`{name}`: {_TYPES[kind]}" for name, kind in columns.items())
    return f"struct<{inner}>"


def _parse_batches(
    batches: Iterable[pa.RecordBatch], *, fields: FieldNames, reading: Reading
) -> Iterator[Any]:
    for batch in batches:
        for start in range(0, batch.num_rows, _BATCH):
            yield parse_batch(batch.slice(start, _BATCH), fields, reading)
