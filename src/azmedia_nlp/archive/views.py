"""Views over an archive's Parquet files, for DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from azmedia_nlp.archive.manifest import read_manifest
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
        ArchiveError: there is no archive in *folder*.
    """
    files = {table: _files(folder, table) for table in TABLES}
    if not files["articles"]:
        raise ArchiveError(f"{folder}: there is no archive")
    for table, paths in files.items():
        yield f"CREATE VIEW {table} AS {_read(paths) if paths else _empty(table)}"


def _files(folder: Path, table: str) -> list[Path]:
    """The files of a table: those that the manifest lists, or all where there is none."""
    manifest = read_manifest(folder)
    if manifest is None:
        return sorted((folder / table).glob("*.parquet"))
    return [folder / table / part.name for part in manifest.parts]


def _read(paths: list[Path]) -> str:
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
    return f"FROM read_parquet([{listed}])"


def _empty(table: str) -> str:
    columns = (f'NULL::{_TYPES[kind]} AS "{name}"' for name, kind in columns_of(table).items())
    return f"SELECT {', '.join(columns)} WHERE false"
