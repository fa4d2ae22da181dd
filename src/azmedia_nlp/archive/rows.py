"""From results to rows: a dictionary an article, in the shape of the nested schema."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from azmedia_nlp.annotations import Article, Entity, Mention, Quotation, Role, TimeExpression
from azmedia_nlp.archive.fingerprint import fingerprint
from azmedia_nlp.archive.matching import fold
from azmedia_nlp.archive.schema import ARTICLE, DETAILS
from azmedia_nlp.batch.records import (
    ArticleFailure,
    Item,
    ParsedArticle,
    Reading,
    Result,
    attempt,
    read_item,
)

Row = dict[str, Any]


def read_row(item: Item, reading: Reading = Reading()) -> Row:
    """Read a record into a row; what fails on the way is a row that says so."""
    result = read_item(item, reading)
    row = attempt(item.id, lambda: to_row(result))
    return to_row(row) if isinstance(row, ArticleFailure) else row


def to_row(result: Result) -> Row:
    """The row of a result: an article with its details, or its failure."""
    if isinstance(result, ArticleFailure):
        row = _failure_row(result)
    else:
        row = _article_row(result) | _detail_rows(result.article)
    return {name: _writable(value) for name, value in row.items()}


def _failure_row(result: ArticleFailure) -> Row:
    empty: Row = dict.fromkeys((*ARTICLE, *DETAILS))
    reason = {
        "error": result.error,
        "message": result.message,
        "traceback": result.traceback,
    }
    return {**empty, "id": result.id, "failure": reason}


def _article_row(result: ParsedArticle) -> Row:
    article = result.article
    return {
        "id": result.id,
        "url": result.url,
        "outlet": result.outlet,
        "title": article.title,
        "published": article.published,
        "day": _day(article.published),
        "text": article.text,
        "sources": list(dict.fromkeys(source.name for source in article.sources)),
        "warnings": [warning.code for warning in article.warnings],
        "fingerprint": fingerprint(article),
        "extra": _as_json(result.extra),
        "failure": None,
    }


def _day(published: str | None) -> date | None:
    """The day in Baku on which an article appeared."""
    return None if published is None else date.fromisoformat(published[:10])


def _as_json(extra: dict[str, Any]) -> str | None:
    return json.dumps(extra, ensure_ascii=False, default=str) if extra else None


class _Scene(NamedTuple):
    """What the details of an article refer to."""

    article: Article
    entities: dict[str | None, Entity]
    starts: Sequence[int]

    def name(self, entity: str | None) -> str | None:
        found = self.entities.get(entity)
        return found.name if found else None

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset stands in, or of the one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def _detail_rows(article: Article) -> Row:
    scene = _Scene(
        article,
        {entity.id: entity for entity in article.entities},
        [sentence.start for sentence in article.sentences],
    )
    counts = Counter(mention.entity for mention in article.mentions)
    return {
        "entities": [_entity(entity, counts[entity.id]) for entity in article.entities],
        "mentions": [_mention(mention, scene) for mention in article.mentions],
        "roles": [_role(role, scene) for role in article.roles],
        "quotations": [_quotation(quotation, scene) for quotation in article.quotations],
        "times": [_time(time, scene) for time in article.times],
    }


def _entity(entity: Entity, mentions: int) -> Row:
    keys = dict.fromkeys(map(fold, (entity.name, *entity.aliases)))
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": mentions,
        "key": fold(entity.name),
        "keys": list(keys),
    }


def _mention(mention: Mention, scene: _Scene) -> Row:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "label": mention.label,
        "name": mention.name,
        "entity": mention.entity,
        "sentence": scene.sentence(mention.start),
        "rule": mention.rule,
    }


def _role(role: Role, scene: _Scene) -> Row:
    return {
        "start": role.start,
        "end": role.end,
        "text": role.text,
        "person": role.person,
        "person_name": scene.name(role.person),
        "title": role.title.text,
        "title_lemma": role.title.lemma,
        "organization": role.organization,
        "organization_name": scene.name(role.organization),
        "place": role.place,
        "place_name": scene.name(role.place),
        "host": role.host,
        "host_name": scene.name(role.host),
        "status": role.status,
        "key": fold(f"{role.title.text} {role.title.lemma}"),
        "rule": role.rule,
    }


def _quotation(quotation: Quotation, scene: _Scene) -> Row:
    speaker = scene.entities.get(quotation.speaker)
    about = (mention.entity for mention in scene.article.mentions if quotation.contains(mention))
    return {
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind,
        "text": quotation.text,
        "cue": quotation.cue.text if quotation.cue else None,
        "cue_lemma": quotation.cue.lemma if quotation.cue else None,
        "source": quotation.source.text if quotation.source else None,
        "speaker": quotation.speaker,
        "speaker_name": speaker.name if speaker else None,
        "speaker_label": speaker.label if speaker else None,
        "speaker_text": quotation.speaker_text,
        "speaker_key": fold((speaker and speaker.name) or quotation.speaker_text or "") or None,
        "about": list(dict.fromkeys(about)),
        "key": fold(quotation.text),
        "rule": quotation.rule,
    }


def _time(time: TimeExpression, scene: _Scene) -> Row:
    number = scene.sentence(time.start)
    sentence = scene.article.sentences[number]
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "begin": time.begin,
        "until": time.until,
        "sentence": number,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "rule": time.rule,
    }


def _writable(value: Any) -> Any:
    """Put U+FFFD for lone surrogates, one for one: Arrow's texts are UTF-8, offsets stay."""
    if isinstance(value, str):
        return value if _is_utf8(value) else "".join(map(_one_writable, value))
    if isinstance(value, list):
        return [_writable(item) for item in value]
    if isinstance(value, dict):
        return {name: _writable(item) for name, item in value.items()}
    return value


def _is_utf8(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _one_writable(char: str) -> str:
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char
