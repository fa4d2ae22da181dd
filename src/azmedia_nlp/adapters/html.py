"""An article out of a web page: trafilatura's text and metadata, then ``parse_article``."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

import msgspec

from azmedia_nlp.annotations import Article, Source
from azmedia_nlp.article import parse_article
from azmedia_nlp.errors import OptionError
from azmedia_nlp.extras import require
from azmedia_nlp.times.dates import read_date

# A guess from anywhere on the page dates an article worse than no date.
_DATE_OPTIONS: Final = {"extensive_search": False, "original_date": True}
# Where pages write when they were published; the first that can be read counts.
_DATE_PATHS: Final = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//article//time[@datetime]/@datetime",
)


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
    trafilatura = require("trafilatura", "html")
    tree = trafilatura.load_html(html)
    dated = None if tree is None else _stated_date(tree)
    page = None if tree is None else _extracted(trafilatura, tree, url)
    if page is None or not (page.text or "").strip():
        raise OptionError("there is no article text on this page")
    text = _text(page)
    article = _dated(text, published, dated or page.date)
    return _credited(article, page.sitename)


def _extracted(trafilatura: Any, tree: Any, url: str | None) -> Any:
    return trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATE_OPTIONS,
    )


def _stated_date(tree: Any) -> str | None:
    """When the page says that it was published, with its clock time."""
    values = (str(value) for path in _DATE_PATHS for value in tree.xpath(path))
    return next((value for value in values if read_date(value)), None)


def _text(page: Any) -> str:
    lines = [page.text.strip()]
    if page.title and page.title.strip() not in lines[0]:
        lines.insert(0, page.title.strip())
    if page.sitename and not any(page.sitename in line for line in lines):
        lines.append(page.sitename)
    return "\n".join(lines)


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
