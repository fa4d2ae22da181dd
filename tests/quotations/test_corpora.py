"""Drawn quotations: contents, kinds, cues, speakers and credits of every construction."""

from typing import NamedTuple

import pytest

from azmedia_nlp.annotations import Entity, Mention, QuotationReading
from azmedia_nlp.quotations import find_quotations
from azmedia_nlp.segmentation import segment
from notation import CORPORA, Bracket, gold_lines, read_brackets

TITLE = "Gündəlik xəbər\n"
NAMES = sorted(path.stem for path in CORPORA.glob("quotations_*.txt"))
CASES = [line for name in NAMES for line in gold_lines(name)]
KINDS = {"DIR": "direct", "IND": "indirect"}


class Drawing(NamedTuple):
    text: str
    brackets: list[Bracket]
    speakers: list[str]
    credits: list[str]


def read_drawing(line: str) -> Drawing:
    """A line of the corpora; it stands below a headline unless ``^`` makes it one."""
    drawn, _, credit = line.removeprefix("~ ").partition(" @@ ")
    drawn, _, speakers = drawn.partition(" => ")
    title = drawn.startswith("^ ")
    text, brackets = read_brackets(drawn[2:] if title else TITLE + drawn)
    return Drawing(text, brackets, listed(speakers, " | "), listed(credit, ", "))


def listed(cell: str, separator: str) -> list[str]:
    return cell.strip().split(separator) if cell.strip() else []


def read(drawing: Drawing) -> QuotationReading:
    mentions, entities = [], {}
    for label, start, end, values in drawing.brackets:
        if label in ("DIR", "IND", "CUE", "SRC"):
            continue
        surface = drawing.text[start:end]
        name = values[0] if values else surface
        entity = values[1] if len(values) > 1 else name
        entities[entity] = Entity(entity, label, entity)
        mentions.append(Mention(start, end, surface, label=label, name=name, entity=entity))
    return find_quotations(segment(drawing.text), tuple(mentions), tuple(entities.values()), ())


def named(speaker: str | None, text: str | None) -> str:
    return speaker or (f'"{text}"' if text else "-")


@pytest.mark.parametrize("line", CASES)
def test_contents_and_speakers(line: str) -> None:
    drawing = read_drawing(line)
    expected = [
        (KINDS[bracket.label], drawing.text[bracket.start : bracket.end])
        for bracket in drawing.brackets
        if bracket.label in KINDS
    ]
    quotations = read(drawing).quotations
    actual = [(quotation.kind, quotation.text) for quotation in quotations]
    assert expected == actual
    assert drawing.speakers == [named(item.speaker, item.speaker_text) for item in quotations]


@pytest.mark.parametrize("line", CASES)
def test_cues_and_sources(line: str) -> None:
    drawing = read_drawing(line)
    quotations = read(drawing).quotations
    cues = {(item.cue.start, item.cue.end) for item in quotations if item.cue}
    sources = {(item.source.start, item.source.end) for item in quotations if item.source}
    for label, found in (("CUE", cues), ("SRC", sources)):
        drawn = {(item.start, item.end) for item in drawing.brackets if item.label == label}
        assert drawn <= found


@pytest.mark.parametrize("line", [line for line in CASES if " @@ " in line])
def test_credits(line: str) -> None:
    drawing = read_drawing(line)
    assert drawing.credits == [source.name for source in read(drawing).sources]


def test_a_negative_stands_beside_every_three_positives() -> None:
    negatives = [line for line in CASES if line.startswith("~ ")]
    assert len(CASES) >= 350
    assert len(negatives) * 4 >= len(CASES)


def test_every_rule_is_drawn() -> None:
    rules = {item.rule for line in CASES for item in read(read_drawing(line)).quotations}
    expected = {
        "quotations.according",
        "quotations.according.name",
        "quotations.back_pointing",
        "quotations.back_pointing.quoted",
        "quotations.colon_clause",
        "quotations.dialogue",
        "quotations.dialogue.head",
        "quotations.direct.beside",
        "quotations.direct.broken",
        "quotations.direct.head",
        "quotations.direct.inside",
        "quotations.direct.sequel",
        "quotations.direct.tail",
        "quotations.indirect_tail",
        "quotations.interview.dash",
        "quotations.interview.label",
        "quotations.ki_clause",
        "quotations.ki_clause.quoted",
        "quotations.letter",
        "quotations.nominalised",
        "quotations.title.direct",
        "quotations.title.indirect",
        "quotations.title.quoted",
        "quotations.title.signed",
    }
    assert expected <= rules
