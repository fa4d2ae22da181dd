"""Parquet: a row an article, read a few hundred rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from azmedia_nlp.batch.readers.settings import ReadSettings
from azmedia_nlp.batch.records import Item, to_record
from azmedia_nlp.extras import require

_ROWS: Final = 256


def read_parquet(stream: BinaryIO, name: str, settings: ReadSettings) -> Iterator[Item]:
    """The records of a file; one without an id is called ``FILE:ROW``."""
    parquet = require("pyarrow.parquet", "archive")
    file = parquet.ParquetFile(stream)
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            number += 1
            yield to_record(row, f"{name}:{number}", settings.fields)
