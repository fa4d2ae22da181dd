"""The command line; each module has a family of commands.

What a user gets wrong is told in one line on standard error, with exit status 2.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from azmedia_nlp import __version__
from azmedia_nlp.cli.archive import archive
from azmedia_nlp.cli.batch import batch
from azmedia_nlp.cli.export import export
from azmedia_nlp.cli.parse import explain, parse, schema
from azmedia_nlp.cli.train import commands as train_commands
from azmedia_nlp.cli.view import report, view

app = typer.Typer(
    help="Read Azerbaijani news: dates, names, positions, and who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (parse, explain, schema, batch, view, export, report):
    app.command()(command)
app.add_typer(train_commands, name="train")
app.add_typer(archive, name="archive", no_args_is_help=True)


def main() -> None:
    """Run the command line; a reader that hangs up early is no error."""
    try:
        app()
    except BrokenPipeError:
        # The interpreter flushes standard output once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"azmedia_nlp {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    del version
