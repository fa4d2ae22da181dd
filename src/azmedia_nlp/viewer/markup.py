"""HTML out of text that nobody has vouched for."""

from __future__ import annotations

import html
from typing import Final

import regex

# What a document may not hold: NUL, which parsers replace or drop, and half of a pair.
_UNFIT: Final = regex.compile(r"[\x00\p{Cs}]")


def escape(text: str) -> str:
    """The text as HTML, good between tags and between double quotes.

    >>> escape('"Bakı" <script>')
    '&quot;Bakı&quot; &lt;script&gt;'
    """
    return html.escape(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)).replace("\r", "&#13;")


def element(tag: str, content: str = "", /, **attributes: str | None) -> str:
    """An element; *content* is HTML already, attribute values are text.

    Attributes that are None are left out; ``data_e`` is written ``data-e``, ``class_`` ``class``.

    >>> element("a", "Şəki", href="#e1", class_="m", title=None)
    '<a href="#e1" class="m">Şəki</a>'
    """
    written = "".join(
        f' {name.strip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>"


def one_line(text: str, limit: int = 0) -> str:
    """The text with its white space closed up, cut at *limit* characters if that is given."""
    line = " ".join(text.split())
    return line if not limit or len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
