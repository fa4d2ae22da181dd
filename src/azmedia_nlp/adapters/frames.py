"""pandas: one data frame for each kind of thing that articles hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from azmedia_nlp.annotations import Article
from azmedia_nlp.extras import require

TABLES: Final = {
    "articles": ("article", "title", "published", "outlets", "text"),
    "entities": ("article", "id", "label", "name", "aliases", "mentions"),
    "mentions": ("article", "start", "end", "text", "label", "name", "entity", "entity_name"),
    "times": ("article", "start", "end", "text", "type", "value", "begin", "until"),
    "roles": (
        "article", "start", "end", "text", "person", "person_name", "title", "title_lemma",
        "organization", "organization_name", "place_name", "host_name", "status",
    ),
    "quotations": (
        "article", "start", "end", "text", "kind", "cue", "source",
        "speaker", "speaker_name", "speaker_text",
    ),
}  # fmt: skip


def to_frames(articles: Iterable[Article], ids: Iterable[object] | None = None) -> dict[str, Any]:
    """A data frame for each of ``TABLES``; needs the extra ``pandas``.

    The column ``article`` of every frame holds the article's id: that of *ids*, one an
    article, or its number from 0.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    pandas = require("pandas", "pandas")
    listed = list(articles)
    keys = range(len(listed)) if ids is None else list(ids)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for key, article in zip(keys, listed, strict=True):
        for table, row in _rows(article):
            rows[table].append({"article": key, **row})
    return {
        name: pandas.DataFrame(rows[name], columns=list(columns))
        for name, columns in TABLES.items()
    }


def _rows(article: Article) -> Iterator[tuple[str, dict[str, Any]]]:
    names = {entity.id: entity.name for entity in article.entities}
    counts = Counter(mention.entity for mention in article.mentions)
    yield (
        "articles",
        {
            "title": article.title,
            "published": article.published,
            "outlets": list(dict.fromkeys(source.name for source in article.sources)),
            "text": article.text,
        },
    )
    for entity in article.entities:
        yield "entities", {**_own(entity), "mentions": counts[entity.id]}
    for mention in article.mentions:
        yield "mentions", {**_own(mention), "entity_name": names.get(mention.entity)}
    for time in article.times:
        yield "times", _own(time)
    for role in article.roles:
        ends = ("person", "organization", "place", "host")
        named = {f"{end}_name": names.get(getattr(role, end)) for end in ends}
        title = {"title": role.title.text, "title_lemma": role.title.lemma}
        yield "roles", {**_own(role), **named, **title}
    for quotation in article.quotations:
        parts = {
            "cue": quotation.cue and quotation.cue.text,
            "source": quotation.source and quotation.source.text,
            "speaker_name": names.get(quotation.speaker or ""),
        }
        yield "quotations", {**_own(quotation), **parts}


def _own(struct: Any) -> dict[str, Any]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}
