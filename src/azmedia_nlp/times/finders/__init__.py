"""Finders: each proposes what it sees, sure or not; refiners decide."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import regex

from azmedia_nlp.times.finders import (
    calendar,
    clock,
    lengths,
    references,
    relative,
    seasons,
    sets,
    year_parts,
    years,
)
from azmedia_nlp.times.kinds import compile_shape
from azmedia_nlp.times.rules import Candidate, Rule
from azmedia_nlp.times.runs import Run, Word

# The table of contents; where two rules match the same words, the earlier wins.
RULES: Final[tuple[Rule, ...]] = (
    *calendar.RULES,
    *years.RULES,
    *year_parts.RULES,
    *seasons.RULES,
    *sets.RULES,
    *relative.RULES,
    *clock.RULES,
    *lengths.RULES,
    *references.RULES,
)


_MODS: Final = {-1: "START", 0: "MID", 1: "END"}


class Matcher(NamedTuple):
    """A rule with its shape compiled."""

    pattern: regex.Pattern[str]
    slots: tuple[tuple[str, int], ...]
    rule: Rule


def propose(run: Run) -> Iterator[Candidate]:
    """Everything that the rules see in a run; candidates may overlap."""
    words, letters = run
    for first, letter in enumerate(letters):
        for matcher in matchers_at(letter, letters[first + 1 : first + 2]):
            found = matcher.pattern.match(letters, first)
            candidate = _candidate(matcher, found, words) if found else None
            if candidate is not None:
                yield candidate


def _candidate(matcher: Matcher, found: regex.Match[str], words: list[Word]) -> Candidate | None:
    slots = {name: words[at] for name, group in matcher.slots if (at := found.start(group)) >= 0}
    rule = matcher.rule
    meaning = rule.build(slots)
    if meaning is None:
        return None
    first, last = words[found.start()], words[found.end() - 1]
    mod = _MODS[slots["edge"].value] if "edge" in slots else None
    limit = "ter" in (last.form, last.case)
    return Candidate(first.start, last.end, meaning, rule.name, mod, limit)


@cache
def matchers_at(letter: str, following: str) -> tuple[Matcher, ...]:
    """The rules that may match from a letter on, given the one behind it (``""``: none).

    Nearly every word of a text is refused here, by a look into a dictionary.
    """
    return tuple(
        matcher
        for matcher in _matchers()
        if _may_match(matcher.pattern, letter + following, following)
    )


@cache
def _matchers() -> tuple[Matcher, ...]:
    patterns = [compile_shape(rule.shape) for rule in RULES]
    return tuple(
        Matcher(pattern, tuple(pattern.groupindex.items()), rule)
        for pattern, rule in zip(patterns, RULES, strict=True)
    )


def _may_match(pattern: regex.Pattern[str], letters: str, following: str) -> bool:
    if pattern.pattern.startswith("(?<="):  # what stands before decides
        return True
    return pattern.match(letters, partial=bool(following)) is not None
