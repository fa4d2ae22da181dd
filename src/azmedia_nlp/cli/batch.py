"""``azmedia batch``: files of articles in, JSON lines or an archive out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter
from typing import Annotated, Final

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from azmedia_nlp.archive import build_archive, open_archive
from azmedia_nlp.archive.writer import PART_RECORDS
from azmedia_nlp.batch.lines import write_lines, write_lines_file
from azmedia_nlp.batch.parsing import BATCH_SIZE
from azmedia_nlp.batch.readers import InputFormat, ReadSettings, read_inputs
from azmedia_nlp.batch.records import MAX_CHARS, FieldNames, Item, Reading
from azmedia_nlp.batch.summary import Summary
from azmedia_nlp.cli.files import fail
from azmedia_nlp.errors import AzmediaError

_INTERRUPTED: Final = 130
_STDOUT: Final = "-"
_LINES: Final = (".jsonl", ".ndjson")

Report = Callable[[Summary], None]


class _Run(msgspec.Struct, frozen=True):
    """Where results go and how they are made."""

    out: str
    processes: int
    batch_size: int
    max_chars: int
    part_records: int
    resume: bool


Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files (.txt .html .jsonl .csv .parquet, also .gz .zst), folders, patterns, or -."
    ),
]
Out = Annotated[
    str, typer.Option(help="A folder for an archive, FILE.jsonl, or - for standard output.")
]
Processes = Annotated[int, typer.Option(min=1, help="How many processes read.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a stopped run.")]
TextField = Annotated[str, typer.Option(help="The field of the text.")]
PublishedField = Annotated[str, typer.Option(help="The field of the date.")]
IdField = Annotated[str, typer.Option(help="The field of the id.")]
UrlField = Annotated[str, typer.Option(help="The field of the address.")]
OutletField = Annotated[str, typer.Option(help="The field of the outlet.")]
Format = Annotated[
    InputFormat | None, typer.Option(help="What the inputs are, whatever their names.")
]
Encoding = Annotated[str, typer.Option(help="Of text, JSON lines and CSV.")]
MaxChars = Annotated[int, typer.Option(min=1, help="A longer text fails.")]
BatchSize = Annotated[int, typer.Option(min=1, help="Articles sent at a time.")]
PartRecords = Annotated[
    int, typer.Option(min=1, help="Records in a part of an archive: what a kill can cost.")
]


def batch(
    inputs: Inputs,
    out: Out,
    processes: Processes = 1,
    resume: Resume = False,
    text_field: TextField = "text",
    published_field: PublishedField = "published",
    id_field: IdField = "id",
    url_field: UrlField = "url",
    outlet_field: OutletField = "outlet",
    input_format: Format = None,
    encoding: Encoding = "utf-8-sig",
    max_chars: MaxChars = MAX_CHARS,
    batch_size: BatchSize = BATCH_SIZE,
    part_records: PartRecords = PART_RECORDS,
) -> None:
    """Read many articles into JSON lines or an archive."""
    fields = FieldNames(id_field, text_field, published_field, url_field, outlet_field)
    settings = ReadSettings(fields, encoding, max_chars, input_format)
    run = _Run(out, processes, batch_size, max_chars, part_records, resume)
    if resume and out == _STDOUT:
        fail("--resume goes on with an archive or a FILE.jsonl; --out - has nothing to go on with")
    console = Console(stderr=True, highlight=False)
    started = perf_counter()
    summary = _carry_out(run, inputs, settings, console)
    _print_summary(summary, perf_counter() - started, console)


def _carry_out(run: _Run, inputs: list[str], settings: ReadSettings, console: Console) -> Summary:
    """Read and write all; what is wrong with an option or a path, or Ctrl-C, ends the command."""
    try:
        with _progress(console) as report:
            return _write(read_inputs(inputs, settings), run, report)
    except AzmediaError as error:
        fail(str(error))
    except BrokenPipeError:
        raise  # whoever reads has enough: no error of ours
    except OSError as error:  # of the output: an input that cannot be read is a failure in it
        fail(f"{error.filename or run.out}: {error.strerror}")
    except KeyboardInterrupt:
        goes_on = "" if run.out == _STDOUT else "; --resume goes on from here"
        print(f"azmedia: stopped{goes_on}", file=sys.stderr)
        raise typer.Exit(_INTERRUPTED) from None


def _write(records: Iterator[Item], run: _Run, report: Report) -> Summary:
    reading = Reading(max_chars=run.max_chars)
    if run.out == _STDOUT:
        return write_lines(
            records,
            sys.stdout.buffer,
            reading,
            processes=run.processes,
            batch_size=run.batch_size,
            progress=report,
        )
    path = Path(run.out)
    if path.suffix.lower() in _LINES:
        return write_lines_file(
            records,
            path,
            reading,
            resume=run.resume,
            processes=run.processes,
            batch_size=run.batch_size,
            progress=report,
        )
    summary = build_archive(
        records,
        path,
        processes=run.processes,
        batch_size=run.batch_size,
        max_chars=run.max_chars,
        part_records=run.part_records,
        resume=run.resume,
        progress=report,
    )
    _warn_of_repeated_ids(path)
    return summary


def _warn_of_repeated_ids(path: Path) -> None:
    with closing(open_archive(path)) as archive:
        repeated = archive.repeated_ids()
    if repeated:
        named = ", ".join(repeated[:3])
        print(f"azmedia: {len(repeated)} ids stand for several articles: {named}", file=sys.stderr)


@contextmanager
def _progress(console: Console) -> Iterator[Report]:
    """A line that counts, on a terminal."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("reading")
        started = perf_counter()

        def report(summary: Summary) -> None:
            rate = summary.records / max(perf_counter() - started, 1e-9)
            done = summary.skipped + summary.records
            bar.update(task, description=f"{done:,} articles · {rate:,.0f} a second")

        yield report


def _print_summary(summary: Summary, seconds: float, console: Console) -> None:
    skipped = f", {summary.skipped:,} from before" if summary.skipped else ""
    rate = summary.records / max(seconds, 1e-9)
    console.print(
        f"{summary.articles:,} articles, {summary.failures:,} failures{skipped}"
        f" in {seconds:,.1f} s ({rate:,.1f} articles a second)",
        soft_wrap=True,
    )
    for reason, count in summary.reasons.most_common():
        example = " ".join(summary.examples[reason].split())
        console.print(f"  {count:,} × {reason}, as {example}", markup=False, soft_wrap=True)
