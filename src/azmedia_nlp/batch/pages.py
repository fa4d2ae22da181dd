"""Web pages: the article's text and what the page says about it, by trafilatura."""

from __future__ import annotations

import msgspec

from azmedia_nlp.extras import require


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
        ValueError: there is no article on the page.
    """
    trafilatura = require("trafilatura", "html")
    document = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    if document is None:
        raise ValueError("there is no article on the page")
    found = document if isinstance(document, dict) else document.as_dict()
    body = found.get("text") or ""
    title = found.get("title") or ""
    text = body if not title or body.startswith(title) else f"{title}\n{body}"
    return Page(text, found.get("date"), found.get("url"), found.get("sitename"))
