"""Writing an archive: parts of Parquet files, each made visible at once by the manifest.

A part is written under temporary names, in row groups as results come, then renamed, then
listed in ``archive.json``. A run that is killed leaves whole parts and perhaps files that
are not listed; the next one writes over those.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from azmedia_nlp.archive.manifest import (
    Manifest,
    Part,
    make_durable,
    read_manifest,
    write_manifest,
)
from azmedia_nlp.archive.nested import flatten
from azmedia_nlp.archive.schema import TABLES, table_schema
from azmedia_nlp.batch.records import ArticleFailure, Item
from azmedia_nlp.errors import ArchiveError
from azmedia_nlp.extras import require

if TYPE_CHECKING:
    import pyarrow as pa

PART_RECORDS: Final = 2_000
_GROUP_RECORDS: Final = 500


class InputDigest:
    """A running digest of the input, by which a resumed run knows it again."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=16)

    def add(self, item: Item) -> None:
        """Take a record in."""
        if isinstance(item, ArticleFailure):
            seen = f"{item.id}\0{item.error}\0"
        else:
            seen = f"{item.id}\0{item.text}\0{item.published}\0"
            html = item.html or b""
            self._hash.update(html if isinstance(html, bytes) else _encoded(html))
        self._hash.update(_encoded(seen))

    def value(self) -> str:
        """The digest of all that was taken in."""
        return self._hash.hexdigest()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class ArchiveWriter:
    """Takes batches in the order of the input and makes parts of them."""

    def __init__(self, folder: Path, manifest: Manifest, digest: InputDigest) -> None:
        self._folder = folder
        self._manifest = manifest
        self._digest = digest
        self._part: _PartFiles | None = None

    def add(self, batch: pa.RecordBatch) -> None:
        """Write rows of the nested schema; a part ends when it is told to."""
        if self._part is None:
            name = f"part-{len(self._manifest.parts):05}.parquet"
            self._part = _PartFiles(self._folder, name)
        self._part.add(batch)

    def note(self, items: Sequence[Item]) -> None:
        """Take in the records of the rows that were added."""
        for item in items:
            self._digest.add(item)

    def end_part(self) -> None:
        """Make what was added since the last part visible."""
        if self._part is None:
            return
        part = self._part.finish(self._digest.value())
        self._part = None
        self._update(parts=(*self._manifest.parts, part))

    def finish(self) -> None:
        """End the last part and call the archive complete."""
        self.end_part()
        self._update(complete=True)

    def _update(self, **changes: Any) -> None:
        self._manifest = msgspec.structs.replace(self._manifest, **changes)
        write_manifest(self._folder, self._manifest)


class _PartFiles:
    """The files of a part, one a table, under temporary names until they are whole."""

    def __init__(self, folder: Path, name: str) -> None:
        parquet = require("pyarrow.parquet", "archive")
        self._name = name
        self._paths = {table: folder / table / name for table in TABLES}
        self._writers = {
            table: parquet.ParquetWriter(_temporary(path), table_schema(table), compression="zstd")
            for table, path in self._paths.items()
        }
        self._pending: list[pa.RecordBatch] = []
        self._pending_records = 0
        self._counts = dict.fromkeys(TABLES, 0)
        self._records = 0

    def add(self, batch: pa.RecordBatch) -> None:
        self._pending.append(batch)
        self._pending_records += batch.num_rows
        if self._pending_records >= _GROUP_RECORDS:
            self._write_group()

    def finish(self, digest: str) -> Part:
        self._write_group()
        for table, path in self._paths.items():
            self._writers[table].close()
            make_durable(_temporary(path))
            _temporary(path).replace(path)
            make_durable(path.parent)
        counts = self._counts
        return Part(self._name, self._records, counts["articles"], counts["failures"], digest)

    def _write_group(self) -> None:
        if not self._pending:
            return
        arrow = require("pyarrow", "archive")
        rows = arrow.Table.from_batches(self._pending).combine_chunks().to_batches()[0]
        for table, flat in flatten(rows).items():
            if flat.num_rows:
                self._writers[table].write_table(flat)
            self._counts[table] += flat.num_rows
        self._records += self._pending_records
        self._pending, self._pending_records = [], 0


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")


def start_archive(folder: Path, library: str, *, resume: bool) -> Manifest:
    """Make the folders of an archive, or find the one to go on with.

    Raises:
        ArchiveError: something stands there already that is not to be resumed.
        MissingExtraError: the extra ``archive`` is not installed.
    """
    for module in ("pyarrow.parquet", "datasketch", "duckdb"):
        require(module, "archive")
    manifest = read_manifest(folder)
    if manifest is None:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ArchiveError(f"{folder}: what stands there is no archive; name another folder")
        manifest = Manifest(library)
    elif not resume:
        raise ArchiveError(f"{folder}: an archive stands there; resume it or name another folder")
    elif manifest.library != library:
        raise ArchiveError(
            f"{folder}: begun by azmedia_nlp {manifest.library}, this is {library}; start anew"
        )
    for table in TABLES:
        (folder / table).mkdir(parents=True, exist_ok=True)
        for leftover in (folder / table).glob(".*.tmp"):
            leftover.unlink()
    write_manifest(folder, msgspec.structs.replace(manifest, complete=False))
    return manifest
