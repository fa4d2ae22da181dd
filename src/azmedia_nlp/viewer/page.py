"""Whole pages: the template filled, with a policy that allows its own style and script only."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from string import Template

from azmedia_nlp.annotations import Article
from azmedia_nlp.viewer.index import index
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.reading import reading
from azmedia_nlp.viewer.words import Words, asset, words


def article_page(article: Article, *, language: str = "az") -> str:
    """A self-contained page of one article, its own words in *language*: ``az`` or ``en``.

    >>> from azmedia_nlp import parse_article
    >>> page = article_page(parse_article("Nazir Elçin Qaralı Şəkiyə gəlib."))
    >>> page.splitlines()[1], "default-src 'none'" in page
    ('<html lang="az">', True)

    Raises:
        OptionError: the pages do not speak *language*.
    """
    said = words(language)
    content = reading(article, said)
    return _filled(content, one_line(article.title or said("untitled")), said)


def articles_page(articles: Sequence[Article], *, language: str = "az") -> str:
    """A self-contained page of several articles with an index of them; of one, its page.

    Raises:
        OptionError: the pages do not speak *language*.
    """
    if len(articles) == 1:
        return article_page(articles[0], language=language)
    said = words(language)
    readings = (
        reading(article, said, prefix=f"a{number}-")
        for number, article in enumerate(articles, start=1)
    )
    return _filled("\n".join([index(articles, said), *readings]), said("index"), said)


def notebook_cell(article: Article) -> str:
    """The page in a frame of its own, for ``_repr_html_``: no style leaks in or out."""
    return element(
        "iframe",
        srcdoc=article_page(article),
        width="100%",
        height="640",
        frameborder="0",
        sandbox="allow-scripts",
        title=one_line(article.title or words("az")("untitled")),
    )


def _filled(content: str, title: str, said: Words) -> str:
    style, script = asset("page.css"), asset("page.js")
    schemes = "".join(
        element("option", escape(said(f"theme_{scheme}")), value=scheme)
        for scheme in ("auto", "light", "dark")
    )
    return Template(asset("page.html")).substitute(
        language=said.language,
        policy=policy(style, script),
        title=escape(title),
        style=style,
        script=script,
        content=content,
        schemes=schemes,
        **{
            key: escape(said(key))
            for key in ("skip_article", "theme", "previous", "next", "close", "tool")
        },
    )


def policy(style: str, script: str = "") -> str:
    """A content security policy under which only this style and script run."""
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; {scripts}"
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
