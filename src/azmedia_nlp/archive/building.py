"""``build_archive``: records in, an archive out, over processes, to be resumed after a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from azmedia_nlp.archive.manifest import ArchiveError, Manifest
from azmedia_nlp.archive.nested import pack, read_batch, unpack
from azmedia_nlp.archive.writer import PART_RECORDS, ArchiveWriter, InputDigest, start_archive
from azmedia_nlp.article import ArticleParser
from azmedia_nlp.batch.parsing import BATCH_SIZE, blame_worker
from azmedia_nlp.batch.pool import Job, map_batches
from azmedia_nlp.batch.records import MAX_CHARS, FieldNames, Item, Reading, to_records
from azmedia_nlp.batch.summary import Summary

if TYPE_CHECKING:
    import pyarrow as pa


def build_archive(
    items: Iterable[object],
    path: str | Path,
    *,
    processes: int = 1,
    batch_size: int = BATCH_SIZE,
    parser: ArticleParser | None = None,
    fields: FieldNames = FieldNames(),
    max_chars: int = MAX_CHARS,
    resume: bool = False,
    part_records: int = PART_RECORDS,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Read many articles into an archive.

    Args:
        items: Texts, mappings or records, as for ``parse_articles``; ids should be unique.
        path: The folder of the archive, new unless *resume*.
        processes: How many read at once, as for ``parse_articles``.
        batch_size: How many articles a process is sent at a time.
        parser: The parser, where it is not the default one.
        fields: Under which names the mappings keep what means something.
        max_chars: A longer text is a failure.
        resume: Go on where a run that was stopped or killed left off; *items* must be the
            same from the beginning, which is checked.
        part_records: How many records a part holds, which is what a kill can cost.
        progress: Called after each batch.

    Raises:
        ArchiveError: *path* holds something else, or *items* are not what they were.
        MissingExtraError: the extra ``archive`` is not installed.
    """
    folder = Path(path)
    manifest = start_archive(folder, version("azmedia-nlp"), resume=resume)
    digest = InputDigest()
    records = to_records(items, fields)
    _skip_done(records, manifest, digest)
    writer = ArchiveWriter(folder, manifest, digest)
    summary = Summary(skipped=manifest.records)
    job: Job[Item, bytes] = Job(
        partial(_read_packed, Reading(parser or ArticleParser(), max_chars)), blame_worker
    )
    batches = _batches(records, min(batch_size, part_records), part_records)
    done = 0
    for batch, packed in map_batches(job, batches, processes):
        rows = list(map(unpack, packed))
        _write(writer, rows, batch, summary)
        done += len(batch)
        if done % part_records == 0:
            writer.end_part()
        if progress is not None:
            progress(summary)
    writer.finish()
    return summary


def _skip_done(records: Iterator[Item], manifest: Manifest, digest: InputDigest) -> None:
    """Pass over what is in the archive, and see that it is the same input."""
    passed = 0
    for item in islice(records, manifest.records):
        digest.add(item)
        passed += 1
    if passed < manifest.records or (
        manifest.parts and digest.value() != manifest.parts[-1].digest
    ):
        raise ArchiveError(
            f"the first {manifest.records} records are not those that the archive was begun with"
        )


def _batches(records: Iterator[Item], size: int, part: int) -> Iterator[list[Item]]:
    """Lists of *size* records; one that would cross the end of a part is cut there."""
    at = 0
    while batch := list(islice(records, min(size, part - at % part))):
        at += len(batch)
        yield batch


def _read_packed(reading: Reading, batch: Sequence[Item]) -> bytes:
    return pack(read_batch(reading, batch))


def _write(
    writer: ArchiveWriter, rows: list[pa.RecordBatch], batch: Sequence[Item], summary: Summary
) -> None:
    for piece in rows:
        writer.add(piece)
    writer.note(batch)
    reasons = chain.from_iterable(piece.column("failure").to_pylist() for piece in rows)
    for item, reason in zip(batch, reasons, strict=True):
        if reason is None:
            summary.articles += 1
        else:
            summary.add_failure(item.id, reason["error"], reason["message"])
