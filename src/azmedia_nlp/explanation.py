"""Why the library thinks so: for each result the rule that made it and its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from azmedia_nlp.annotations import Article, Mention, Quotation, Role, Span, TimeExpression


class Explanation(NamedTuple):
    """One result: where it begins, what kind it is, what it says, its rule and evidence."""

    start: int
    kind: str
    statement: str
    rule: str
    evidence: str


def explain(article: Article) -> tuple[Explanation, ...]:
    """Explain the times, mentions, roles and quotations of an article, in text order.

    >>> from azmedia_nlp import parse_article
    >>> [item.statement for item in explain(parse_article("Elçin Bakıya 2024-cü ildə gəlib."))]
    ['Elçin → PER Elçin', 'Bakıya → GPE Bakı', '2024-cü ildə → DATE 2024']
    """
    found = [
        *(_time(time) for time in article.times),
        *(_mention(article, mention) for mention in article.mentions),
        *(_role(article, role) for role in article.roles),
        *(_quotation(article, quotation) for quotation in article.quotations),
    ]
    return tuple(sorted(found, key=lambda item: item.start))


def trace(article: Article) -> Iterator[str]:
    """The explanation as lines: each sentence with a result, then what was read in it."""
    explained = explain(article)
    at = 0
    for sentence in article.sentences:
        inside = []
        while at < len(explained) and explained[at].start < sentence.end:
            inside.append(explained[at])
            at += 1
        if inside:
            yield f"[{sentence.start}–{sentence.end}] {_one_line(sentence)}"
            yield from map(_line, inside)


def _line(item: Explanation) -> str:
    reason = f"{item.rule} · {item.evidence}" if item.evidence else item.rule
    return f"    {item.kind:9} {item.statement}\n              ↳ {reason}"


def _time(time: TimeExpression) -> Explanation:
    statement = f"{_one_line(time)} → {time.type} {time.value}"
    evidence = f"the text states {', '.join(time.known)}" if time.known else ""
    return Explanation(time.start, "time", statement, time.rule, evidence)


def _mention(article: Article, mention: Mention) -> Explanation:
    statement = f"{_one_line(mention)} → {mention.label} {mention.name}"
    fuller = _name(article, mention.entity)
    evidence = f"the same as {fuller}" if fuller != mention.name else ""
    return Explanation(mention.start, "name", statement, mention.rule, evidence)


def _role(article: Article, role: Role) -> Explanation:
    owners = [
        f"{word} {_name(article, owner)}"
        for word, owner in (
            ("of", role.organization),
            ("serving", role.place),
            ("in", role.host),
        )
        if owner
    ]
    statement = " ".join([f"{_name(article, role.person)}: {role.title.text}", *owners])
    evidence = f"{_one_line(role)!r}, {role.status}"
    return Explanation(role.start, "role", statement, role.rule, evidence)


def _quotation(article: Article, quotation: Quotation) -> Explanation:
    speaker = _name(article, quotation.speaker) or quotation.speaker_text or "nobody named"
    statement = f"{quotation.kind}, {speaker}: {_one_line(quotation)}"
    parts = [
        f"cue {quotation.cue.text!r} ({quotation.cue.lemma})" if quotation.cue else "no cue",
        f"source {quotation.source.text!r}" if quotation.source else "no source",
    ]
    return Explanation(quotation.start, "quotation", statement, quotation.rule, ", ".join(parts))


def _name(article: Article, entity_id: str | None) -> str:
    entity = article.entity(entity_id)
    return entity.name if entity else ""


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())
