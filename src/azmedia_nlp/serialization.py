"""Articles as JSON, back again, and the JSON Schema of what they look like."""

from __future__ import annotations

import json
from typing import Any, Final

import msgspec

from azmedia_nlp.annotations import Article
from azmedia_nlp.errors import OptionError

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def to_json(article: Article, *, tokens: bool = False, indent: int = 0) -> str:
    """The article as one line of JSON, or indented by *indent* spaces.

    A lone surrogate in the text, which UTF-8 cannot hold, is escaped; so is then all that
    is not ASCII.

    >>> from azmedia_nlp import parse_article
    >>> to_json(parse_article("Salam."))[:26]
    '{"text":"Salam.","title":n'
    """
    data = article.to_dict(tokens=tokens)
    try:
        encoded = msgspec.json.encode(data)
    except UnicodeEncodeError:
        return json.dumps(data, indent=indent or None)
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode("utf-8")


def from_dict(data: dict[str, Any]) -> Article:
    """The article that ``to_dict`` made *data* of; without tokens where it has none.

    Raises:
        OptionError: *data* does not have the schema's shape.
    """
    try:
        return msgspec.convert(_with_text(data, data["text"]), Article)
    except (KeyError, TypeError, RecursionError, msgspec.ValidationError) as error:
        raise OptionError(f"this is no article of azmedia_nlp: {error}") from None
    except UnicodeEncodeError:
        # msgspec says what it found in UTF-8, which cannot hold a lone surrogate.
        raise OptionError("this is no article of azmedia_nlp: a lone surrogate in it") from None


def _with_text(value: Any, text: str) -> Any:
    """Give each span its words again."""
    if isinstance(value, list):
        return [_with_text(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    whole = {name: _with_text(item, text) for name, item in value.items()}
    if "start" in whole and "text" not in whole:
        whole["text"] = text[whole["start"] : whole["end"]]
    return whole


def article_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``Article.to_dict()``.

    >>> sorted(article_schema()["$defs"]["Entity"]["properties"])
    ['aliases', 'id', 'label', 'name']
    """
    schema = msgspec.json.schema(Article)
    definitions = schema["$defs"]
    for name, definition in definitions.items():
        if "properties" in definition:
            _describe_output(name, definition)
    return {"$schema": _DIALECT, "$id": "https://azmedia-nlp.invalid/article.json", **schema}


def _describe_output(name: str, definition: dict[str, Any]) -> None:
    """All that is written is required; spans are written without their text."""
    properties = definition["properties"]
    if name not in ("Article", "Title") and "start" in properties:
        properties.pop("text", None)
    for declared in properties.values():
        declared.pop("default", None)
    optional = {"tokens"} if name == "Article" else set()
    definition["required"] = [field for field in properties if field not in optional]
    definition.pop("title", None)
