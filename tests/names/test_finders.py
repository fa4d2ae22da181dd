"""Each finder proposes what is drawn, and nothing where it is silent."""

import pytest

from azmedia_nlp.names import finders
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.selection import select
from azmedia_nlp.segmentation import segment
from notation import RuleCase, read_brackets, read_rule_cases

CASES = read_rule_cases("names_finders")
BY_NAME = {finder.__name__: finder for finder in finders.FINDERS}


def drawn(reading: Reading, candidates: list[Candidate]) -> list[tuple[str, str]]:
    tokens, text = reading.tokens, reading.segmentation.text
    return [
        (item.label, text[tokens[item.start].start : tokens[item.end - 1].stem_end])
        for item in select(candidates, reading.end)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line[:60])
def test_a_finder_proposes_what_is_drawn(case: RuleCase) -> None:
    text, brackets = read_brackets(case.line)
    reading = Reading(segment(text))
    expected = [(item.label, text[item.start : item.end]) for item in brackets]
    assert drawn(reading, list(BY_NAME[case.rule](reading))) == expected


def test_every_finder_is_drawn_both_ways() -> None:
    for name in BY_NAME:
        assert {case.decides for case in CASES if case.rule == name} == {True, False}, name
