"""``azmedia view`` and ``azmedia report``: articles, or an archive, as one page to hand on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Final

import typer

from azmedia_nlp import from_dict, parse_article
from azmedia_nlp.adapters.html import parse_html
from azmedia_nlp.annotations import Article
from azmedia_nlp.cli.files import fail, read_text, write_text
from azmedia_nlp.cli.options import Published
from azmedia_nlp.errors import AzmediaError
from azmedia_nlp.viewer import articles_page
from azmedia_nlp.viewer.overview import archive_page
from azmedia_nlp.viewer.words import Language

Out = Annotated[str, typer.Option("--out", "-o", help="The page to write; - for standard output.")]
PageLanguage = Annotated[
    Language, typer.Option("--lang", help="The language of the page's own words.")
]

_PAGES: Final = (".html", ".htm")


def view(
    files: Annotated[
        list[str],
        typer.Argument(help="Texts, pages (.html) or results of parse (.json); - for a text."),
    ],
    out: Out,
    language: PageLanguage = "az",
    published: Published = None,
) -> None:
    """Write one page of one or more articles, with an index if there are several."""
    articles = [read_article(file, published) for file in files]
    write_text(out, articles_page(articles, language=language))


def report(
    archive: Annotated[Path, typer.Argument(help="The folder of an archive.")],
    out: Out,
    language: PageLanguage = "az",
) -> None:
    """Write a page on an archive: who is quoted, where, of whom they speak, their positions."""
    try:
        page = archive_page(archive, language=language)
    except AzmediaError as error:
        fail(str(error))
    write_text(out, page)


def read_article(file: str, published: str | None) -> Article:
    """The article of a file: a result read back, a page's text or a text parsed."""
    text = read_text(file)
    try:
        return _article(text, Path(file).suffix.lower(), published)
    except json.JSONDecodeError as error:
        fail(f"{file}: line {error.lineno} is no JSON: {error.msg}")
    except AzmediaError as error:
        fail(str(error))


def _article(text: str, suffix: str, published: str | None) -> Article:
    if suffix == ".json":
        return from_dict(json.loads(text))
    if suffix in _PAGES:
        return parse_html(text, published=published)
    return parse_article(text, published=published)
