"""Finders: each proposes what it sees, sure or not; refiners decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

import regex

from azmedia_nlp.times.finders import (
    calendar,
    clock,
    lengths,
    references,
    relative,
    sets,
    years,
)
from azmedia_nlp.times.kinds import compile_shape
from azmedia_nlp.times.rules import Candidate, Rule
from azmedia_nlp.times.runs import Run, Word

# The table of contents; where two rules match the same words, the earlier wins.
RULES: Final[tuple[Rule, ...]] = (
    *calendar.RULES,
    *years.RULES,
    *relative.RULES,
    *clock.RULES,
    *lengths.RULES,
    *sets.RULES,
    *references.RULES,
)


_MODS: Final = {-1: "START", 0: "MID", 1: "END"}


class Matcher(NamedTuple):
    """A rule with its shape compiled."""

    match: Callable[[str, int], regex.Match[str] | None]
    rule: Rule


def propose(run: Run) -> Iterator[Candidate]:
    """Everything that the rules see in a run; candidates may overlap."""
    words, letters = run
    for first, letter in enumerate(letters):
        for match, rule in matchers_from(letter):
            found = match(letters, first)
            if found is None:
                continue
            slots = _slots(found, words)
            meaning = rule.build(slots)
            if meaning is not None:
                last = words[found.end() - 1]
                mod = _MODS[slots["edge"].value] if "edge" in slots else None
                yield Candidate(
                    words[first].start,
                    last.end,
                    meaning,
                    rule.name,
                    mod,
                    "ter" in (last.form, last.case),
                )


@cache
def matchers_from(letter: str) -> tuple[Matcher, ...]:
    """The rules whose matches may begin with that letter."""
    patterns = ((compile_shape(rule.shape), rule) for rule in RULES)
    return tuple(
        Matcher(pattern.match, rule) for pattern, rule in patterns if _may_begin(pattern, letter)
    )


def _may_begin(pattern: regex.Pattern[str], letter: str) -> bool:
    behind = "(?<=" in pattern.pattern[:4]  # what stands before decides
    return behind or pattern.match(letter, partial=True) is not None


def _slots(match: regex.Match[str], words: list[Word]) -> dict[str, Word]:
    return {name: words[at] for name in match.re.groupindex if (at := match.start(name)) >= 0}
