"""The list of articles in front of a page that holds several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from azmedia_nlp.annotations import Article
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.reading import dateline
from azmedia_nlp.viewer.words import Words

_VOICES: Final = 3


def index(articles: Sequence[Article], words: Words) -> str:
    """Title, date and foremost speakers of each article, with a link to it."""
    items = (_entry(article, number, words) for number, article in enumerate(articles, start=1))
    top = element("h1", escape(words("index"))) + element(
        "p", escape(words("count", len(articles))), class_="dateline"
    )
    rows = element("ol", "\n".join(items))
    return element("nav", top + rows, class_="index", id="index", aria_label=words("index"))


def _entry(article: Article, number: int, words: Words) -> str:
    title = one_line(article.title or article.text, 140) or words("untitled")
    link = element("a", escape(title), href=f"#a{number}", lang="az")
    notes = [element("p", note, class_="notes") for note in (dateline(article), _voices(article))]
    return element("li", "".join([link, *notes]))


def _voices(article: Article) -> str:
    """Who is quoted most."""
    speakers = Counter(quotation.speaker for quotation in article.quotations)
    named = (article.entity(speaker) for speaker, _ in speakers.most_common())
    names = [escape(entity.name) for entity in named if entity]
    return ", ".join(names[:_VOICES])
