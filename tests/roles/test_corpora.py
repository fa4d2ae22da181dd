"""Drawn gold: ``<LABEL surface|name>``, ``[ROLE title|person|body|place|host|status]``.

A line without ``[ROLE`` must give no role. Brackets nest where one title makes two roles.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from azmedia_nlp.annotations import Entity, Mention, Role
from azmedia_nlp.roles import find_roles
from azmedia_nlp.segmentation import segment
from notation import CORPORA, gold_lines, read_brackets

CORPUS_FILES = sorted(path.stem for path in CORPORA.glob("roles*.txt"))
LINES = [
    pytest.param(line, id=f"{name}-{number}")
    for name in CORPUS_FILES
    for number, line in enumerate(gold_lines(name), start=1)
]


class Held(NamedTuple):
    """A role with names in place of entity ids."""

    title: str
    person: str
    organization: str = ""
    place: str = ""
    host: str = ""
    status: str = "current"


class Drawing(NamedTuple):
    """What a line says, and what it draws."""

    text: str
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    roles: tuple[Held, ...]


def read_drawing(line: str) -> Drawing:
    text, brackets = read_brackets(line)
    mentions, entities, roles = [], {}, []
    for bracket in brackets:
        surface = text[bracket.start : bracket.end]
        if bracket.label == "ROLE":
            roles.append(Held(surface, *bracket.values))
            continue
        name = bracket.values[0] if bracket.values else surface
        entities[name] = Entity(name, bracket.label, name, (name,))
        mentions.append(
            Mention(
                bracket.start, bracket.end, surface, label=bracket.label, name=name, entity=name
            )
        )
    return Drawing(text, tuple(mentions), tuple(entities.values()), tuple(roles))


def held(role: Role) -> Held:
    owners = (role.organization or "", role.place or "", role.host or "")
    return Held(role.title.text, role.person, *owners, role.status)


def read_roles(drawing: Drawing) -> tuple[Role, ...]:
    return find_roles(segment(drawing.text), drawing.mentions, drawing.entities)


@pytest.mark.parametrize("line", LINES)
def test_drawn_roles(line):
    drawing = read_drawing(line)
    assert sorted(map(held, read_roles(drawing))) == sorted(drawing.roles)


def test_the_corpora_hold_enough_lines_and_negatives():
    lines = [line for name in CORPUS_FILES for line in gold_lines(name)]
    negatives = [line for line in lines if "[ROLE" not in line]
    assert len(lines) >= 200
    assert len(negatives) * 4 >= len(lines)


def test_a_wrong_drawing_is_seen():
    drawing = read_drawing("[ROLE Nazir|Aydın Səmədli|Nur Bank] <PER Aydın Səmədli> gəlib.")
    assert tuple(map(held, read_roles(drawing))) != drawing.roles
