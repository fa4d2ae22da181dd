"""``azmedia parse``, ``azmedia explain``, ``azmedia schema``: one article, for eye or machine."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer
from rich.console import Console

from azmedia_nlp import article_schema, parse_article, to_json
from azmedia_nlp.annotations import Article
from azmedia_nlp.cli.files import fail, read_text
from azmedia_nlp.cli.options import Published
from azmedia_nlp.errors import AzmediaError
from azmedia_nlp.explanation import trace
from azmedia_nlp.report import print_table, print_text

Format = Literal["json", "table", "text"]
TextFile = Annotated[str, typer.Argument(help="A UTF-8 text file, or - for standard input.")]


def parse(
    file: TextFile,
    format: Annotated[  # noqa: A002  the option's name
        Format | None,
        typer.Option(help="table on a terminal and json elsewhere, unless you say which."),
    ] = None,
    published: Published = None,
    tokens: Annotated[bool, typer.Option(help="Add the tokens to the JSON.")] = False,
    model: Annotated[
        str | None, typer.Option(help="A model pack of your own: docs/model-card.md.")
    ] = None,
) -> None:
    """Read one article and print what is in it."""
    article = _parsed(file, published, model)
    console = Console(highlight=False)
    _show(article, format or ("table" if console.is_terminal else "json"), console, tokens=tokens)


def explain(
    file: TextFile,
    published: Published = None,
) -> None:
    """Print, sentence by sentence, what was read in an article and by which rule."""
    for line in trace(_parsed(file, published)):
        print(line)


def schema() -> None:
    """Print the JSON Schema of what parse writes."""
    print(json.dumps(article_schema(), ensure_ascii=False, indent=2))


def _parsed(file: str, published: str | None, model: str | None = None) -> Article:
    try:
        return parse_article(read_text(file), published=published, model=model)
    except AzmediaError as error:
        fail(str(error))


def _show(article: Article, layout: Format, console: Console, *, tokens: bool) -> None:
    if layout == "table":
        print_table(article, console)
    elif layout == "text":
        print_text(article, console)
    else:
        print(to_json(article, tokens=tokens, indent=2))
