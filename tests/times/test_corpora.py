"""The drawn gold: meanings with the many ways to say them, and what must stay silent."""

import pytest

from azmedia_nlp.times import extract_times
from azmedia_nlp.times.finders import RULES
from notation import TimeCase, read_time_cases

CORPORA = (
    "times_absolute",
    "times_relative",
    "times_lengths",
    "times_context",
    "times_decoys",
)
CASES = [case for name in CORPORA for case in read_time_cases(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reference[:10]} {case.text}")
def test_gold(case: TimeCase):
    found = extract_times(case.text, published=case.reference or None)
    assert tuple((time.text, time.type, time.value) for time in found) == case.times


def test_the_gold_has_its_share_of_both_sorts():
    negatives = [case for case in CASES if not case.times]
    assert len(CASES) - len(negatives) >= 500
    assert len(negatives) >= 150
    assert len({case.reference for case in CASES}) >= 5


def test_every_rule_has_a_line():
    found = {
        time.rule
        for case in CASES
        for time in extract_times(case.text, published=case.reference or None)
    }
    assert {rule.name for rule in RULES} - found == set()
