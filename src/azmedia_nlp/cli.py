"""The command line: ``azmedia parse``, ``azmedia explain``, ``azmedia schema``.

What a user gets wrong is told in one line on standard error, with exit status 2.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Final, Literal, NoReturn

import typer
from rich.console import Console

from azmedia_nlp import __version__, article_schema, parse_article, to_json
from azmedia_nlp.annotations import Article
from azmedia_nlp.errors import AzmediaError
from azmedia_nlp.explanation import trace
from azmedia_nlp.report import print_table, print_text

Format = Literal["json", "table", "text"]

_STDIN: Final = "-"

app = typer.Typer(
    help="Read Azerbaijani news: dates, names, positions, and who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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


@app.command()
def parse(
    file: Annotated[str, typer.Argument(help="A UTF-8 text file, or - for standard input.")],
    format: Annotated[  # noqa: A002  the option's name
        Format | None,
        typer.Option(help="table on a terminal and json elsewhere, unless you say which."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="When it was published: 2025-11-18T13:54, 18 noyabr 2025 …")
    ] = None,
    tokens: Annotated[bool, typer.Option(help="Add the tokens to the JSON.")] = False,
) -> None:
    """Read one article and print what is in it."""
    article = _parsed(file, published)
    console = Console(highlight=False)
    _show(article, format or ("table" if console.is_terminal else "json"), console, tokens=tokens)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="A UTF-8 text file, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(help="When it was published: 2025-11-18T13:54, 18 noyabr 2025 …")
    ] = None,
) -> None:
    """Print, sentence by sentence, what was read in an article and by which rule."""
    for line in trace(_parsed(file, published)):
        print(line)


def _parsed(file: str, published: str | None) -> Article:
    try:
        return parse_article(_read(file), published=published)
    except AzmediaError as error:
        _fail(str(error))


def _show(article: Article, layout: Format, console: Console, *, tokens: bool) -> None:
    if layout == "table":
        print_table(article, console)
    elif layout == "text":
        print_text(article, console)
    else:
        print(to_json(article, tokens=tokens, indent=2))


@app.command()
def schema() -> None:
    """Print the JSON Schema of what parse writes."""
    print(json.dumps(article_schema(), ensure_ascii=False, indent=2))


def _read(file: str) -> str:
    """The text of a file or of standard input."""
    name = "standard input" if file == _STDIN else file
    try:
        content = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
        text = content.decode("utf-8")
    except OSError as error:
        _fail(f"{name}: {error.strerror}")
    except UnicodeDecodeError as error:
        _fail(f"{name}: byte {error.start} is not UTF-8; convert the file first")
    if not text.strip():
        _fail(f"{name}: there is no text in it")
    return text


def _fail(message: str) -> NoReturn:
    print(f"azmedia: {message}", file=sys.stderr)
    raise typer.Exit(2)
