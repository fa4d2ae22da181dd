"""``azmedia export``: one article in the format of another tool."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer

from azmedia_nlp.adapters import (
    to_brat,
    to_conllu,
    to_iob2,
    to_jsonld,
    to_timex3,
    to_webanno,
)
from azmedia_nlp.adapters.brat import configuration
from azmedia_nlp.annotations import Article
from azmedia_nlp.cli.files import fail, write_text
from azmedia_nlp.cli.options import Published
from azmedia_nlp.cli.view import read_article

Format = Literal["conllu", "iob2", "brat", "timex3", "jsonld", "webanno"]


def _json(make: Callable[[Article], Any]) -> Callable[[Article], str]:
    return lambda article: json.dumps(make(article), ensure_ascii=False, indent=2) + "\n"


_WRITERS: Final[dict[str, Callable[[Article], str]]] = {
    "conllu": to_conllu,
    "iob2": to_iob2,
    "timex3": to_timex3,
    "jsonld": _json(to_jsonld),
    "webanno": _json(to_webanno),
}


def export(
    file: Annotated[
        str, typer.Argument(help="A text, a page (.html), a result of parse (.json) or -.")
    ],
    format: Annotated[Format, typer.Option(help="What to write.")],  # noqa: A002  the option's name
    out: Annotated[
        str, typer.Option("--out", "-o", help="The file to write; brat: its .ann, the rest beside.")
    ] = "-",
    published: Published = None,
) -> None:
    """Write an article in the format of another tool."""
    article = read_article(file, published)
    if format == "brat":
        _write_brat(article, out)
    else:
        write_text(out, _WRITERS[format](article))


def _write_brat(article: Article, out: str) -> None:
    """The text beside the annotations, and the configuration if none is there."""
    if Path(out).suffix != ".ann":
        fail(f"{out}: brat wants a file NAME.ann, and its text in NAME.txt beside it")
    standoff = to_brat(article)
    write_text(out, standoff.annotations)
    write_text(str(Path(out).with_suffix(".txt")), standoff.text)
    settings = Path(out).with_name("annotation.conf")
    if not settings.exists():
        write_text(str(settings), configuration())
