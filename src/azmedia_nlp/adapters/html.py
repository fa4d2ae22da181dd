"""An article out of a web page: trafilatura's text and metadata, then ``parse_article``."""

from __future__ import annotations

from datetime import datetime

import msgspec

from azmedia_nlp.annotations import Article, Source
from azmedia_nlp.article import parse_article
from azmedia_nlp.batch.pages import Page, read_page


def parse_html(
    html: str | bytes, url: str | None = None, *, published: datetime | str | None = None
) -> Article:
    """Read the news article on a web page; needs the extra ``html``.

    The article's text is the page's headline, its main text and, where that does not name it,
    the outlet, a line each; offsets point into that text. The outlet is one of the article's
    sources. The page's date counts where *published* is not given and the text has no
    date line of the same day, which is better for its clock time.

    Args:
        html: The page as text, or as bytes in its own encoding.
        url: Where it stood, a help in reading its metadata; nothing is fetched.
        published: When it was published; wins over what the page says.

    Raises:
        MissingExtraError: trafilatura is not installed.
        OptionError: there is no text on the page, or *published* cannot be read.
    """
    page = read_page(html, url)
    article = _dated(_with_outlet(page), published, page.published)
    return _credited(article, page.outlet)


def _with_outlet(page: Page) -> str:
    """The text of a page with its outlet, which gets a line where the text does not name it."""
    if not page.outlet or page.outlet in page.text:
        return page.text
    return f"{page.text}\n{page.outlet}"


def _dated(text: str, published: datetime | str | None, stated: str | None) -> Article:
    article = parse_article(text, published=published)
    if published is not None or stated is None:
        return article
    told = parse_article(text, published=stated)
    same_day = article.published and (told.published or "")[:10] == article.published[:10]
    return article if same_day and len(article.published or "") > len("2025-11-18") else told


def _credited(article: Article, outlet: str | None) -> Article:
    """The article with its outlet among its sources, where the text names it last."""
    start = article.text.rfind(outlet) if outlet else -1
    if outlet is None or start < 0 or any(source.name == outlet for source in article.sources):
        return article
    end = start + len(outlet)
    meant = (item for item in article.mentions if item.start < end and start < item.end)
    entity = next((mention.entity for mention in meant), None)
    source = Source(start, end, outlet, outlet, entity)
    sources = sorted((*article.sources, source), key=lambda source: source.start)
    return msgspec.structs.replace(article, sources=tuple(sources))
