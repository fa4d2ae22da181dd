"""``build_archive``: records in, an archive out, over processes, to be resumed after a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from azmedia_nlp.archive.manifest import Manifest
from azmedia_nlp.archive.nested import pack, read_batch, unpack
from azmedia_nlp.archive.writer import PART_RECORDS, ArchiveWriter, InputDigest, start_archive
from azmedia_nlp.article import ArticleParser
from azmedia_nlp.batch.parsing import BATCH_SIZE, blame_worker, check_counts
from azmedia_nlp.batch.pool import Job, map_batches
from azmedia_nlp.batch.records import MAX_CHARS, FieldNames, Item, Reading, to_records
from azmedia_nlp.batch.summary import Summary
from azmedia_nlp.errors import ArchiveError

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
        resume: Go on where a run was stopped; *items* must begin as they did then.
        part_records: How many records a part holds, which is what a kill can cost.
        progress: Called after each batch.

    Raises:
        ArchiveError: *path* holds something else, or *items* are not what they were.
        OptionError: *processes*, *batch_size* or *part_records* is less than 1.
        MissingExtraError: the extra ``archive`` is not installed.
    """
    check_counts(processes=processes, batch_size=batch_size, part_records=part_records)
    records = to_records(items, fields)
    writer, summary = _begin(Path(path), records, resume=resume)
    run = _Run(writer, summary, part_records)
    batches = _batches(records, batch_size, part_records)
    job = _job(Reading(parser or ArticleParser(), max_chars))
    return run.write(map_batches(job, batches, processes), progress)


def _begin(folder: Path, records: Iterator[Item], *, resume: bool) -> tuple[ArchiveWriter, Summary]:
    """Make an archive, or find the one to go on with and pass over what is in it."""
    manifest = start_archive(folder, _library(), resume=resume)
    digest = InputDigest()
    _skip_done(records, manifest, digest)
    return ArchiveWriter(folder, manifest, digest), Summary(manifest.records)


def _job(reading: Reading) -> Job[Item, bytes]:
    return Job(partial(_read_packed, reading), blame_worker)


def _library() -> str:
    # Loaded here alone: it is a hundredth of a second that no other command needs.
    found: str = import_module("importlib.metadata").version("azmedia-nlp")
    return found


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
            f"the first {manifest.records} records are not those that the archive was begun with; "
            "give the same input, or name another folder"
        )


def _batches(records: Iterator[Item], size: int, part: int) -> Iterator[list[Item]]:
    """Lists of *size* records; one that would cross the end of a part is cut there."""
    at = 0
    while batch := list(islice(records, min(size, part - at % part))):
        at += len(batch)
        yield batch


def _read_packed(reading: Reading, batch: Sequence[Item]) -> bytes:
    return pack(read_batch(reading, batch))


class _Run:
    """Writes results as they come and counts them."""

    def __init__(self, writer: ArchiveWriter, summary: Summary, part_records: int) -> None:
        self._writer = writer
        self._summary = summary
        self._part_records = part_records

    def write(
        self,
        results: Iterable[tuple[Sequence[Item], list[bytes]]],
        progress: Callable[[Summary], None] | None,
    ) -> Summary:
        for batch, packed in results:
            self._add(batch, list(map(unpack, packed)))
            if self._summary.records % self._part_records == 0:
                self._writer.end_part()
            if progress is not None:
                progress(self._summary)
        self._writer.finish()
        return self._summary

    def _add(self, batch: Sequence[Item], rows: list[pa.RecordBatch]) -> None:
        for piece in rows:
            self._writer.add(piece)
        self._writer.note(batch)
        reasons = chain.from_iterable(piece.column("failure").to_pylist() for piece in rows)
        for item, reason in zip(batch, reasons, strict=True):
            if reason is None:
                self._summary.articles += 1
            else:
                self._summary.add_failure(item.id, reason["error"], reason["message"])
