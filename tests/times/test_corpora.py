"""The drawn gold: one meaning, the many ways to say it, and what must stay silent."""

import pytest
from notation import TimeCase, read_time_cases

from azmedia_nlp.times import extract_times

CORPORA = ("times_absolute", "times_relative", "times_lengths", "times_decoys")
CASES = [case for name in CORPORA for case in read_time_cases(name)]
NEGATIVES = [case for case in CASES if case.value == "none"]


def drawn_span(drawn: str) -> tuple[str, str | None]:
    """The text of a line and what stands in its brackets."""
    before, bracket, rest = drawn.partition("[")
    inside, _, behind = rest.partition("]")
    return before + inside + behind, inside if bracket else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.value} {case.drawn}")
def test_gold(case: TimeCase):
    text, surface = drawn_span(case.drawn)
    found = extract_times(text, published=case.reference or None)
    expected = [] if case.value == "none" else [(surface, case.type, case.value)]
    assert [(time.text, time.type, time.value) for time in found] == expected


def test_the_gold_has_its_share_of_negatives():
    assert len(CASES) - len(NEGATIVES) >= 500
    assert len(NEGATIVES) >= 150
