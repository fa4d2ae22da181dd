"""Views over an archive's Parquet files, for DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from azmedia_nlp.archive.manifest import Manifest, read_manifest
from azmedia_nlp.archive.schema import TABLES, ColumnType, columns_of
from azmedia_nlp.errors import ArchiveError

_TYPES: Final[dict[ColumnType, str]] = {
    "text": "VARCHAR",
    "number": "INTEGER",
    "day": "DATE",
    "bytes": "BLOB",
    "texts": "VARCHAR[]",
}


def views(folder: Path) -> Iterator[str]:
    """The SQL that makes a view of each table.

    Raises:
        ArchiveError: there is no archive in *folder*, or its manifest cannot be read.
    """
    manifest = read_manifest(folder)
    files = {table: table_files(folder, table, manifest) for table in TABLES}
    if manifest is None and not files["articles"]:
        raise ArchiveError(f"{folder}: there is no archive")
    for table, paths in files.items():
        yield f"CREATE VIEW {table} AS {rows_of(paths) if paths else _empty(table)}"


def table_files(folder: Path, table: str, manifest: Manifest | None) -> list[Path]:
    """The files of a table: those that the manifest lists, or all where there is none."""
    if manifest is None:
        return sorted((folder / table).glob("*.parquet"))
    return [folder / table / part.name for part in manifest.parts]


def rows_of(paths: list[Path]) -> str:
    """The SQL that reads files as one table; paths stand in it, as a view takes no values."""
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
    return f"FROM read_parquet([{listed}])"


def _empty(table: str) -> str:
    columns = (f'NULL::{_TYPES[kind]} AS "{name}"' for name, kind in columns_of(table).items())
    return f"SELECT {', '.join(columns)} WHERE false"
