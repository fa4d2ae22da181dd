"""Results as JSON lines: one a record, in order, to be resumed after a kill."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from azmedia_nlp.batch.parsing import BATCH_SIZE, blame_worker, in_batches
from azmedia_nlp.batch.pool import Job, map_batches
from azmedia_nlp.batch.records import ArticleFailure, Item, Reading, Result, read_item
from azmedia_nlp.batch.summary import Summary
from azmedia_nlp.errors import OptionError

Outcome = tuple[bytes, str | None, str]
Progress = Callable[[Summary], None]


def write_lines(
    records: Iterator[Item],
    stream: BinaryIO,
    reading: Reading = Reading(),
    *,
    processes: int = 1,
    batch_size: int = BATCH_SIZE,
    summary: Summary | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Write a line of JSON for each record: its fields and ``article``, or its ``failure``."""
    total = summary or Summary()
    job: Job[Item, list[Outcome]] = Job(partial(_read_lines, reading), blame_worker)
    for batch, results in map_batches(job, in_batches(records, batch_size), processes):
        for item, outcome in zip(batch, chain.from_iterable(results), strict=True):
            stream.write(outcome[0])
            _count(total, item.id, outcome)
        if progress is not None:
            progress(total)
    return total


def write_lines_file(
    records: Iterator[Item],
    path: Path,
    reading: Reading = Reading(),
    *,
    resume: bool = False,
    **options: Any,
) -> Summary:
    """Write JSON lines to a file, under another name until it is whole.

    With *resume*, the whole lines of a run that was killed stay, and their records, which
    must have the ids that stand there, are passed over.

    Raises:
        OptionError: the file exists already, or was begun with other records, or is not to be
            gone on with.
    """
    if path.exists():
        raise OptionError(f"{path}: exists already; name another file or remove it")
    unfinished = path.with_name(path.name + ".unfinished")
    begun = unfinished.exists() and unfinished.stat().st_size > 0
    if begun and not resume:
        raise OptionError(f"{unfinished}: a stopped run's results; resume it or remove them")
    done = _pass_over(records, unfinished) if begun else 0
    with unfinished.open("ab" if done else "wb") as stream:
        summary = write_lines(records, stream, reading, summary=Summary(done), **options)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(path)
    return summary


def result_line(result: Result) -> bytes:
    """A result as a line of JSON: the record's fields and ``article``, or ``failure``."""
    data = _data(result)
    try:
        return msgspec.json.encode(data, enc_hook=str) + b"\n"
    except UnicodeEncodeError:  # a lone surrogate, which UTF-8 cannot hold
        return json.dumps(data, default=str).encode("ascii") + b"\n"


def _data(result: Result) -> dict[str, Any]:
    if isinstance(result, ArticleFailure):
        reason = {name: getattr(result, name) for name in ("error", "message", "traceback")}
        return {"id": result.id, "failure": reason}
    return {
        "id": result.id,
        "url": result.url,
        "outlet": result.outlet,
        "extra": result.extra,
        "article": result.article.to_dict(),
    }


def _read_lines(reading: Reading, batch: Sequence[Item]) -> list[Outcome]:
    results = (read_item(item, reading) for item in batch)
    return [
        (result_line(result), result.error, result.message)
        if isinstance(result, ArticleFailure)
        else (result_line(result), None, "")
        for result in results
    ]


def _count(summary: Summary, record_id: str, outcome: Outcome) -> None:
    if outcome[1] is None:
        summary.articles += 1
    else:
        summary.add_failure(record_id, outcome[1], outcome[2])


def _pass_over(records: Iterator[Item], path: Path) -> int:
    """Cut off a half line and pass over the records of the whole ones."""
    done = 0
    with path.open("r+b") as stream:
        whole = 0
        for line in _whole_lines(stream):
            record = next(records, None)
            if record is None or _id_of(line) != record.id:
                raise OptionError(
                    f"{path}: line {done + 1} is not of the same record as now; "
                    "give the input that it was begun with, or remove the file"
                )
            done += 1
            whole += len(line)
        stream.truncate(whole)
    return done


def _whole_lines(stream: Iterable[bytes]) -> Iterator[bytes]:
    return (line for line in stream if line.endswith(b"\n"))


def _id_of(line: bytes) -> Any:
    """The id of a line that was written; None for one that was not by us."""
    try:
        data = json.loads(line)
    except ValueError:
        return None
    return data.get("id") if isinstance(data, dict) else None
