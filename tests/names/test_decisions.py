"""Each refiner does what is drawn and leaves alone what is drawn under a tilde."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp.names.bio import align
from azmedia_nlp.names.decisions import REFINERS, decide, select
from azmedia_nlp.names.reading import GUESS, LIKELY, SURE, Candidate, Reading
from azmedia_nlp.segmentation import segment
from notation import Bracket, RuleCase, read_brackets, read_rule_cases

CASES = read_rule_cases("names_refiners")
BY_NAME = {refiner.__name__: refiner for refiner in REFINERS}


def candidate(reading: Reading, item: Bracket) -> Candidate:
    label = item.label.removeprefix("X")
    span = align(reading.tokens, item.start, item.end, label)  # type: ignore[arg-type]
    assert span is not None, item
    return Candidate(span.start, span.end, span.label, "names.tagger")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line[:60])
def test_a_refiner_leaves_what_is_drawn(case: RuleCase) -> None:
    text, brackets = read_brackets(case.line)
    reading = Reading(segment(text))
    proposed = [candidate(reading, item) for item in brackets if item.label[0] == "X"]
    expected = [candidate(reading, item) for item in brackets if item.label[0] != "X"]
    left = sorted(BY_NAME[case.rule](proposed, reading))
    assert [item[:3] for item in left] == [item[:3] for item in sorted(expected)]


def test_every_refiner_is_drawn_both_ways() -> None:
    for name in BY_NAME:
        assert {case.decides for case in CASES if case.rule == name} == {True, False}, name


def test_of_names_that_overlap_the_surest_then_the_longest_stays() -> None:
    guess = Candidate(0, 4, "PER", "a", GUESS)
    likely = Candidate(1, 3, "ORG", "b", LIKELY)
    longer = Candidate(1, 4, "ORG", "c", LIKELY)
    assert select([guess, likely, longer], 4) == (longer,)


SENTENCE = "Bunu “Nur” qəzetinə Bakı Dövlət Universitetinin rektoru Ayxan Rzayev deyib."


@pytest.mark.parametrize(
    ("rule", "heard"),
    [("names.quoted.before_type", True), ("names.acronyms.body", False)],
)
def test_only_measured_rules_overrule_the_tagger(rule: str, heard: bool) -> None:
    reading = Reading(segment(SENTENCE))
    tagged = Candidate(2, 3, "FAC", "names.tagger")
    found = Candidate(2, 3, "ORG", rule, SURE)
    [name] = decide([tagged], [found], reading)
    assert (name.label == "ORG") is heard


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.sampled_from("123"))))
@settings(max_examples=60, deadline=None)
def test_selected_names_never_overlap(items: list[tuple[int, int, str]]) -> None:
    names = [Candidate(at, at + size, "ORG", "r", int(sure)) for at, size, sure in items]
    kept = select(names, 14)
    assert all(left.end <= right.start for left, right in pairwise(kept))
