"""What stands beside the article: people with their positions and statements, names, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from azmedia_nlp.annotations import Article, Quotation, Role
from azmedia_nlp.viewer.cast import Cast, Figure
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.timeline import timeline
from azmedia_nlp.viewer.words import Words

_GROUPS: Final = (
    ("bodies", ("ORG",)),
    ("places", ("GPE", "LOC", "FAC")),
    ("others", ("EVENT", "WORK", "LAW", "PRODUCT")),
)
_EXCERPT: Final = 110


def panel(article: Article, cast: Cast, words: Words) -> str:
    """The panel of an article: sections under headings of the second level."""
    people = [_card(figure, cast, words) for figure in cast.of("PER")]
    parts = [
        element("p", escape(words("hint")), class_="hint") if article.entities else "",
        _section(words("people"), people),
        timeline(article, cast, words),
        *(_group(words(name), cast.of(*labels), cast, words) for name, labels in _GROUPS),
        _section(words("unnamed"), list(_unnamed(article, cast, words))),
    ]
    return "\n".join(part for part in parts if part)


def _section(title: str, items: list[str]) -> str:
    if not items:
        return ""
    top = element("h2", escape(title))
    return element("section", top + element("ul", "\n".join(items), class_="cards"))


def _group(title: str, figures: list[Figure], cast: Cast, words: Words) -> str:
    """A section that opens and closes; open at once if somebody in it speaks."""
    if not figures:
        return ""
    count = element("span", str(len(figures)), class_="number")
    top = element("summary", element("h2", escape(title)) + count)
    cards = "\n".join(_card(figure, cast, words) for figure in figures)
    speaks = "" if any(figure.quotations for figure in figures) else None
    return element(
        "details", top + element("ul", cards, class_="cards"), class_="group", open=speaks
    )


def _card(figure: Figure, cast: Cast, words: Words) -> str:
    entity = figure.entity
    face = element("span", escape(figure.initials), class_="face", aria_hidden="true")
    name = element("bdi", escape(entity.name), class_="name")
    who = element(
        "button", face + name, type="button", class_="who", data_e=figure.key, aria_pressed="false"
    )
    parts = [
        who,
        *_roles(figure, cast, words),
        element("p", escape(_tally(figure, words)), class_="tally"),
        _statements(figure.quotations, cast, words),
    ]
    return element("li", "".join(parts), class_=f"card {entity.label}", id=figure.key)


def _tally(figure: Figure, words: Words) -> str:
    counts = (("quoted", figure.quotations), ("named", figure.mentions))
    return " · ".join(words(key, len(items)) for key, items in counts if items)


def _roles(figure: Figure, cast: Cast, words: Words) -> Iterator[str]:
    """Each position once, however often the article gives it."""
    lines = dict.fromkeys(_role(role, cast, words) for role in figure.roles)
    if lines:
        yield element("ul", "".join(element("li", line) for line in lines), class_="roles")


def _role(role: Role, cast: Cast, words: Words) -> str:
    status = [] if role.status == "current" else [words(role.status)]
    title = " ".join([*status, one_line(role.title.text)])
    owners = [cast.name(role.organization), cast.name(role.place)]
    host = cast.name(role.host)
    ends = [owner for owner in owners if owner] + ([words("host", host)] if host else [])
    return element("b", escape(title)) + "".join(f" · {escape(end)}" for end in ends)


def _statements(quotations: Iterable[Quotation], cast: Cast, words: Words) -> str:
    items = [
        element(
            "li",
            element(
                "a",
                escape(one_line(quotation.text, _EXCERPT)),
                href=f"#{cast.quotation_keys[quotation]}",
                class_=quotation.kind,
            ),
        )
        for quotation in quotations
    ]
    if not items:
        return ""
    top = element("summary", escape(words("statements")))
    return element("details", top + element("ol", "".join(items)), class_="statements")


def _unnamed(article: Article, cast: Cast, words: Words) -> Iterator[str]:
    """Speakers of whom only a common noun is known: *ekspertlər*."""
    nameless = [said for said in article.quotations if cast.figure(said.speaker) is None]
    names = [one_line(said.speaker_text or "") for said in nameless]
    for name, count in Counter(names).items():
        said = [quotation for quotation, by in zip(nameless, names, strict=True) if by == name]
        parts = [
            element("p", element("bdi", escape(name or words("unknown_speaker"))), class_="name"),
            element("p", escape(words("quoted", count)), class_="tally"),
            _statements(said, cast, words),
        ]
        yield element("li", "".join(parts), class_="card nameless")
