"""From segments to candidates: runs, finders, refiners in their order."""

from __future__ import annotations

from collections.abc import Sequence

from azmedia_nlp.annotations import Token
from azmedia_nlp.times.finders import propose
from azmedia_nlp.times.refiners import choose, drop_decoys, join_day_and_clock, open_lines
from azmedia_nlp.times.rules import Candidate
from azmedia_nlp.times.runs import find_runs


def find_candidates(text: str, tokens: Sequence[Token]) -> list[Candidate]:
    """The candidates of a text that are left when the refiners have decided."""
    found: list[Candidate] = []
    for run in find_runs(text, tokens):
        proposed = list(propose(run))
        found.extend(choose(proposed) if len(proposed) > 1 else proposed)
    return drop_decoys(open_lines(join_day_and_clock(found, text), text), text)
