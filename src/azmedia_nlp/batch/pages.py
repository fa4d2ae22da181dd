"""Web pages: the article's text and what the page says about it, by trafilatura."""

from __future__ import annotations

from typing import Any, Final

import msgspec

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


class Page(msgspec.Struct, frozen=True):
    """What a page holds: the article with its headline, and when and where it appeared."""

    text: str
    published: str | None = None
    url: str | None = None
    outlet: str | None = None


def read_page(html: bytes | str, url: str | None = None) -> Page:
    """The article of a web page.

    Raises:
        MissingExtraError: trafilatura is not installed.
        OptionError: there is no article on the page.
    """
    trafilatura = require("trafilatura", "html")
    tree = trafilatura.load_html(html)
    stated = None if tree is None else _stated_date(tree)
    found = None if tree is None else _extracted(trafilatura, tree, url)
    if found is None or not (found.text or "").strip():
        raise OptionError("there is no article text on this page")
    return Page(_text(found), stated or found.date, found.url or url, found.sitename)


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


def _text(found: Any) -> str:
    body, title = found.text.strip(), (found.title or "").strip()
    return body if not title or title in body.partition("\n")[0] else f"{title}\n{body}"
