"""One run of text and what lies over it, as one element.

Classes tell the style sheet what it is; ``data-e`` names the entity meant, ``data-by`` who
said it, ``data-of`` whose position it is, for the script that lights up a person.
"""

from __future__ import annotations

from azmedia_nlp.annotations import Mention, Quotation, Span, TimeExpression, Title
from azmedia_nlp.viewer.cast import Cast
from azmedia_nlp.viewer.dates import addition, machine_value
from azmedia_nlp.viewer.layers import Office, Speech
from azmedia_nlp.viewer.markup import element
from azmedia_nlp.viewer.segments import Segment
from azmedia_nlp.viewer.words import Words


def marked(segment: Segment, content: str, cast: Cast, words: Words) -> str:
    """The run's HTML: a link for a name, a ``<time>``, else a plain span."""
    classes = " ".join(dict.fromkeys(_classes(segment)))
    common = {"class_": classes or None, **_people(segment, cast)}
    for span in segment.spans:
        if isinstance(span, Mention):
            return _name(span, segment, content, common, cast, words)
    for span in segment.spans:
        if isinstance(span, TimeExpression):
            return _time(span, segment, content, common, cast)
    return element("span", content, **common)


def _name(
    mention: Mention,
    segment: Segment,
    content: str,
    common: dict[str, str | None],
    cast: Cast,
    words: Words,
) -> str:
    figure = cast.figure(mention.entity)
    if figure is None:
        return element("span", content, **common)
    # The rest of a name that is cut in two is no second stop of the tab key.
    rest = {} if mention.start == segment.start else {"tabindex": "-1", "data_rest": ""}
    title = f"{figure.entity.name} · {words(figure.entity.label)}"
    return element("a", content, href=f"#{figure.key}", title=title, **rest, **common)


def _time(
    time: TimeExpression,
    segment: Segment,
    content: str,
    common: dict[str, str | None],
    cast: Cast,
) -> str:
    key = cast.time_keys[time] if time.start == segment.start else None
    shown = addition(time, cast.published) if time.end == segment.end else None
    machine = machine_value(time)
    title = f"{time.type} {time.value}"
    return element("time", content, id=key, datetime=machine, title=title, data_v=shown, **common)


def _classes(segment: Segment) -> list[str]:
    found: list[str] = []
    for span in segment.spans:
        if isinstance(span, Mention):
            found += "m", span.label
        elif isinstance(span, Quotation):
            found += "said", span.kind
        elif isinstance(span, TimeExpression):
            found.append("when")
        elif isinstance(span, Title):
            found.append("office")
    return found


def _people(segment: Segment, cast: Cast) -> dict[str, str | None]:
    keys: dict[str, list[str]] = {"data_e": [], "data_by": [], "data_of": []}
    for span in segment.spans:
        role, entity_id = _part(span)
        figure = cast.figure(entity_id)
        if figure and figure.key not in keys[role]:
            keys[role].append(figure.key)
    return {name: " ".join(found) for name, found in keys.items() if found}


def _part(span: Span) -> tuple[str, str | None]:
    """As what a span concerns an entity, and which."""
    if isinstance(span, Mention):
        return "data_e", span.entity
    if isinstance(span, Quotation):
        return "data_by", span.speaker
    if isinstance(span, Speech):
        return "data_by", span.quotation.speaker
    return "data_of", span.role.person if isinstance(span, Office) else None
