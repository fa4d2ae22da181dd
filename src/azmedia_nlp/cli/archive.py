"""``azmedia archive``: questions to an archive, as tables for the eye, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from azmedia_nlp.annotations import Label, QuotationKind, RoleStatus
from azmedia_nlp.archive import Archive, open_archive
from azmedia_nlp.archive.reading import Order, Within
from azmedia_nlp.cli.files import fail
from azmedia_nlp.errors import AzmediaError

Format = Literal["table", "csv", "json"]

archive = typer.Typer(help="Ask an archive who said what, who holds which position, and when.")

Folder = Annotated[str, typer.Argument(help="The folder of the archive.")]
Since = Annotated[str | None, typer.Option(help="The first day: 2025-03-14, 2025-03 or 2025.")]
Until = Annotated[str | None, typer.Option(help="The first day that is left out.")]
Outlet = Annotated[str | None, typer.Option(help="Only this outlet.")]
Once = Annotated[bool, typer.Option("--once", help="Count what many outlets print once.")]
Limit = Annotated[int, typer.Option(min=0, help="How many rows at most; 0 for all.")]
Layout = Annotated[
    Format | None, typer.Option("--format", help="table on a terminal and csv elsewhere.")
]

_LIMIT: Final = 100
_WIDE: Final = ("text", "sentence", "title")


@archive.command()
def quotes(
    folder: Folder,
    speaker: Annotated[str | None, typer.Option(help="Who said it.")] = None,
    about: Annotated[str | None, typer.Option(help="A name or word in it.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    kind: Annotated[QuotationKind | None, typer.Option(help="direct or indirect.")] = None,
    once: Once = False,
    limit: Limit = _LIMIT,
    layout: Layout = None,
) -> None:
    """Who said what, the latest first."""

    def ask(found: Archive) -> Any:
        return found.quotations(speaker, about, since, until, outlet, kind, once=once)

    _answer(folder, ask, limit, layout)


@archive.command()
def people(
    folder: Folder,
    name: Annotated[str | None, typer.Option(help="Only those of this name.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    label: Annotated[Label, typer.Option(help="PER, or another kind of name.")] = "PER",
    by: Annotated[Order, typer.Option(help="What they are ordered by.")] = "quotations",
    limit: Limit = _LIMIT,
    layout: Layout = None,
) -> None:
    """Who is spoken of, and who is quoted most."""

    def ask(found: Archive) -> Any:
        return found.people(name, since, until, outlet, label=label, by=by)

    _answer(folder, ask, limit, layout)


@archive.command()
def roles(
    folder: Folder,
    person: Annotated[str | None, typer.Option(help="Whose positions.")] = None,
    organization: Annotated[str | None, typer.Option(help="Positions in this body.")] = None,
    title: Annotated[str | None, typer.Option(help="Only this position.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    status: Annotated[RoleStatus | None, typer.Option(help="current, former, acting.")] = None,
    limit: Limit = _LIMIT,
    layout: Layout = None,
) -> None:
    """Who holds which position where."""

    def ask(found: Archive) -> Any:
        return found.roles(person, organization, title, since, until, outlet, status=status)

    _answer(folder, ask, limit, layout)


@archive.command()
def timeline(
    folder: Folder,
    entity: Annotated[str, typer.Argument(help="Whose timeline.")],
    since: Since = None,
    until: Until = None,
    once: Once = False,
    limit: Limit = _LIMIT,
    layout: Layout = None,
) -> None:
    """The dated sentences that name somebody or something."""
    _answer(folder, lambda found: found.timeline(entity, since, until, once=once), limit, layout)


@archive.command()
def together(
    folder: Folder,
    entity: Annotated[str | None, typer.Option(help="Only the company of this one.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    label: Annotated[Label | None, typer.Option(help="Only names of this kind.")] = None,
    within: Annotated[Within, typer.Option(help="sentence or article.")] = "sentence",
    limit: Limit = _LIMIT,
    layout: Layout = None,
) -> None:
    """Which names stand together."""

    def ask(found: Archive) -> Any:
        return found.cooccurrence(entity, since, until, outlet, label=label, within=within)

    _answer(folder, ask, limit, layout)


def _answer(folder: str, ask: Callable[[Archive], Any], limit: int, layout: Format | None) -> None:
    try:
        found = ask(open_archive(folder))
        rows = (found.limit(limit) if limit else found).fetchall()
    except AzmediaError as error:
        fail(str(error))
    console = Console(highlight=False)
    chosen = layout or ("table" if console.is_terminal else "csv")
    _PRINTERS[chosen](found.columns, rows, console)


def _print_table(columns: list[str], rows: list[tuple[Any, ...]], console: Console) -> None:
    """Columns with nothing in them are left out."""
    shown = [at for at in range(len(columns)) if any(row[at] is not None for row in rows)]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for at in shown:
        table.add_column(columns[at], overflow="fold", ratio=3 if columns[at] in _WIDE else None)
    for row in rows:
        table.add_row(*(Text(_printable(_cell(row[at]))) for at in shown))
    console.print(table if rows else "nothing found")


def _print_csv(columns: list[str], rows: list[tuple[Any, ...]], console: Console) -> None:
    del console
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _print_json(columns: list[str], rows: list[tuple[Any, ...]], console: Console) -> None:
    del console
    for row in rows:
        print(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str))


def _printable(text: str) -> str:
    """Text without what a terminal takes for orders."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _cell(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


_PRINTERS: Final = {"table": _print_table, "csv": _print_csv, "json": _print_json}
