"""One article on its page: head, filters, text, panel."""

from __future__ import annotations

from collections import Counter
from typing import Final, get_args

from azmedia_nlp.annotations import Article, Label
from azmedia_nlp.viewer.body import body
from azmedia_nlp.viewer.cast import cast_of
from azmedia_nlp.viewer.dates import readable_day
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.panel import panel
from azmedia_nlp.viewer.words import Words

_LABELS: Final = get_args(Label)


def reading(article: Article, words: Words, *, prefix: str = "") -> str:
    """An article with what was read in it; *prefix* where it is one of several on a page."""
    cast = cast_of(article, prefix)
    text = body(article, cast, words)
    head = (_back(words) if prefix else "") + element("p", dateline(article), class_="dateline")
    parts = [
        element("div", head + _filters(article, words), class_="over"),
        element("article", text, class_="text", lang="az", id=f"{prefix}text", tabindex="-1"),
        element(
            "section",
            panel(article, cast, words),
            class_="panel",
            aria_label=words("panel"),
        ),
    ]
    return element("div", "\n".join(parts), class_="reading", id=prefix.rstrip("-") or None)


def _back(words: Words) -> str:
    return element("p", element("a", f"← {escape(words('back'))}", href="#index"), class_="back")


def dateline(article: Article) -> str:
    """Who is credited and when it was published, as HTML; nothing where neither is known."""
    outlets = dict.fromkeys(one_line(source.name) for source in article.sources)
    parts = [element("bdi", escape(outlet)) for outlet in outlets]
    if article.published:
        day = escape(readable_day(article.published))
        parts.append(element("time", day, datetime=article.published))
    return " · ".join(parts)


def _filters(article: Article, words: Words) -> str:
    """A legend that filters: a box for each kind of thing that the article holds."""
    counts = Counter[str](mention.label for mention in article.mentions)
    kinds = [(label, counts[label]) for label in _LABELS if counts[label]]
    kinds += [("said", len(article.quotations)), ("time", len(article.times))]
    kinds += [("role", len(article.roles))]
    boxes = "".join(_box(kind, count, words) for kind, count in kinds if count)
    if not boxes:
        return ""
    legend = element("legend", escape(words("legend")), class_="unseen")
    return element("fieldset", legend + boxes, class_="filters")


def _box(kind: str, count: int, words: Words) -> str:
    box = f'<input type="checkbox" checked data-layer="{kind}">'
    sample = element("span", escape(words(kind)), class_="sample")
    number = element("span", str(count), class_="number")
    hue = f" {kind}" if kind in _LABELS else ""
    return element("label", f"{box}{sample} {number}", class_=f"filter for-{kind}{hue}")
