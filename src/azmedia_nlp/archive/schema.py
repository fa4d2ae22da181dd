"""The tables of an archive: their columns, in one place, and the version of their shape.

A type is written as ``text``, ``number``, ``day``, ``bytes`` or ``texts`` (a list), and
becomes Arrow's here and Spark's in ``adapters.spark``. All but ``id`` may be null.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from azmedia_nlp.extras import require

if TYPE_CHECKING:
    import pyarrow as pa

ColumnType = Literal["text", "number", "day", "bytes", "texts"]
Columns = dict[str, ColumnType]

VERSION: Final = 1

ARTICLE: Final[Columns] = {
    "id": "text",
    "url": "text",
    "outlet": "text",
    "title": "text",
    "published": "text",
    "day": "day",
    "text": "text",
    "sources": "texts",
    "warnings": "texts",
    "fingerprint": "bytes",
    "extra": "text",
}
# What an article has many of; in the tables `article`, its id, comes first.
DETAILS: Final[dict[str, Columns]] = {
    "entities": {
        "id": "text",
        "label": "text",
        "name": "text",
        "aliases": "texts",
        "mentions": "number",
        "key": "text",
        "keys": "texts",
    },
    "mentions": {
        "start": "number",
        "end": "number",
        "text": "text",
        "label": "text",
        "name": "text",
        "entity": "text",
        "sentence": "number",
        "rule": "text",
    },
    "roles": {
        "start": "number",
        "end": "number",
        "text": "text",
        "person": "text",
        "person_name": "text",
        "title": "text",
        "title_lemma": "text",
        "organization": "text",
        "organization_name": "text",
        "place": "text",
        "place_name": "text",
        "host": "text",
        "host_name": "text",
        "status": "text",
        "key": "text",
        "rule": "text",
    },
    "quotations": {
        "start": "number",
        "end": "number",
        "kind": "text",
        "text": "text",
        "cue": "text",
        "cue_lemma": "text",
        "source": "text",
        "speaker": "text",
        "speaker_name": "text",
        "speaker_label": "text",
        "speaker_text": "text",
        "speaker_key": "text",
        "about": "texts",
        "key": "text",
        "rule": "text",
    },
    "times": {
        "start": "number",
        "end": "number",
        "text": "text",
        "type": "text",
        "value": "text",
        "begin": "text",
        "until": "text",
        "sentence": "number",
        "sentence_start": "number",
        "sentence_end": "number",
        "rule": "text",
    },
}
FAILURE: Final[Columns] = {"error": "text", "message": "text", "traceback": "text"}
TABLES: Final = ("articles", *DETAILS, "failures")


def columns_of(table: str) -> Columns:
    """The columns of a table of the archive."""
    if table == "articles":
        return ARTICLE
    if table == "failures":
        return {"id": "text", **FAILURE}
    return {"article": "text", **DETAILS[table]}


@cache
def table_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table of the archive, with the version in its metadata."""
    arrow = require("pyarrow", "archive")
    fields = [_field(name, kind) for name, kind in columns_of(table).items()]
    return arrow.schema(fields, metadata={"azmedia-archive": str(VERSION)})


@cache
def nested_schema() -> pa.Schema:
    """The Arrow schema of a row an article, its details in lists, or its failure."""
    arrow = require("pyarrow", "archive")
    fields = [_field(name, kind) for name, kind in ARTICLE.items()]
    for table, columns in DETAILS.items():
        fields.append(arrow.field(table, arrow.list_(_struct(columns))))
    fields.append(arrow.field("failure", _struct(FAILURE)))
    return arrow.schema(fields, metadata={"azmedia-archive": str(VERSION)})


def _struct(columns: Columns) -> Any:
    return require("pyarrow", "archive").struct(
        [_field(name, kind) for name, kind in columns.items()]
    )


def _field(name: str, kind: ColumnType) -> Any:
    return require("pyarrow", "archive").field(name, _types()[kind])


@cache
def _types() -> dict[ColumnType, Any]:
    arrow = require("pyarrow", "archive")
    return {
        "text": arrow.string(),
        "number": arrow.int32(),
        "day": arrow.date32(),
        "bytes": arrow.binary(),
        "texts": arrow.list_(arrow.string()),
    }
