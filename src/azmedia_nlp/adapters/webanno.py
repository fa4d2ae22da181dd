"""W3C Web Annotation: every name, time, position and statement as an annotation of the text.

Each target has a position (code points) and the exact words with what stands around them,
so that the annotations find their place in the text wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from azmedia_nlp.annotations import Article, Mention, Quotation, Role, Span, TimeExpression

Body = list[dict[str, Any]]

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32


def to_webanno(article: Article, *, url: str = "urn:azmedia:article") -> dict[str, Any]:
    """The article's annotations as an ``AnnotationPage``; *url* is where its text stands.

    >>> from azmedia_nlp import parse_article
    >>> page = to_webanno(parse_article("Elçin Bakıdadır."))
    >>> page["items"][0]["target"]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 5}
    """
    found = sorted(_bodies(article), key=lambda pair: (pair[0].start, -pair[0].end))
    return {
        "@context": _CONTEXT,
        "id": f"{url}#annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [
            {
                "id": f"{url}#annotation-{number}",
                "type": "Annotation",
                "motivation": motivation,
                "body": bodies,
                "target": {"source": url, "selector": _selectors(article.text, span)},
            }
            for number, (span, motivation, bodies) in enumerate(found, start=1)
        ],
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]


def _bodies(article: Article) -> Iterator[tuple[Span, str, Body]]:
    names = {entity.id: entity.name for entity in article.entities}
    for mention in article.mentions:
        yield mention, "identifying", _mention(mention, names)
    for time in article.times:
        yield time, "describing", _time(time)
    for role in article.roles:
        yield role, "describing", _role(role, names)
    for quotation in article.quotations:
        yield quotation, "describing", _quotation(quotation, names)


def _text(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _mention(mention: Mention, names: dict[str, str]) -> Body:
    name = names.get(mention.entity, mention.name)
    return [_text("identifying", name), _text("classifying", mention.label)]


def _time(time: TimeExpression) -> Body:
    return [_text("describing", time.value), _text("classifying", time.type)]


def _role(role: Role, names: dict[str, str]) -> Body:
    ends = (role.person, role.organization, role.place, role.host)
    owners = [names[end] for end in ends if end in names]
    described = " · ".join([role.title.text, *owners])
    return [_text("describing", described), _text("classifying", f"{role.status} position")]


def _quotation(quotation: Quotation, names: dict[str, str]) -> Body:
    speaker = names.get(quotation.speaker or "", quotation.speaker_text or "")
    said_by = [_text("describing", speaker)] if speaker else []
    return [*said_by, _text("classifying", f"{quotation.kind} quotation")]
