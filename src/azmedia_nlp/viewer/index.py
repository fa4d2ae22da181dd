"""The list of articles in front of a page that holds several."""

from __future__ import annotations

from collections.abc import Sequence

from azmedia_nlp.annotations import Article
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.reading import dateline
from azmedia_nlp.viewer.words import Words


def index(articles: Sequence[Article], words: Words) -> str:
    """Title, date and speakers of each article, with a link to it."""
    items = (_entry(article, number, words) for number, article in enumerate(articles, start=1))
    top = element("h1", escape(words("index"))) + element(
        "p", escape(words("count", len(articles))), class_="dateline"
    )
    rows = element("ol", "\n".join(items))
    return element("nav", top + rows, class_="index", id="index", aria_label=words("index"))


def _entry(article: Article, number: int, words: Words) -> str:
    title = one_line(article.title or article.text, 140) or words("untitled")
    link = element("a", escape(title), href=f"#a{number}", lang="az")
    counts = f"{escape(words('said'))}: {len(article.quotations)}"
    notes = " · ".join(part for part in (dateline(article), counts) if part)
    return element("li", link + element("p", notes, class_="notes"))
