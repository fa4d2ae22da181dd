"""Finders: each proposes what it sees, sure or not; refiners decide."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
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

_AHEAD: Final = 3  # letters that tell which rules may match
_MODS: Final = {-1: "START", 0: "MID", 1: "END"}


class Matcher(NamedTuple):
    """A rule with its shape compiled."""

    pattern: regex.Pattern[str]
    slots: tuple[tuple[str, int], ...]
    rule: Rule


class Match(NamedTuple):
    """A rule whose shape fits the words of a run from *first* to *last*; slots are indexes."""

    rule: Rule
    first: int
    last: int
    slots: tuple[tuple[str, int], ...]


def propose(run: Run) -> Iterator[Candidate]:
    """Everything that the rules see in a run; candidates may overlap."""
    for match in matches_in(run.letters):
        candidate = _candidate(match, run.words)
        if candidate is not None:
            yield candidate


def _candidate(match: Match, words: list[Word]) -> Candidate | None:
    slots = {name: words[at] for name, at in match.slots}
    rule = match.rule
    meaning = rule.build(slots)
    if meaning is None:
        return None
    first, last = words[match.first], words[match.last]
    mod = _MODS[slots["edge"].value] if "edge" in slots else None
    limit = "ter" in (last.form, last.case)
    return Candidate(first.start, last.end, meaning, rule.name, mod, limit)


@lru_cache(maxsize=1 << 12)
def matches_in(letters: str) -> tuple[Match, ...]:
    """Every place in a run where a rule's shape fits; most runs are like one seen before."""
    return tuple(
        _match(matcher, found)
        for first in range(len(letters))
        for matcher in matchers_at(letters[first : first + _AHEAD])
        if (found := matcher.pattern.match(letters, first))
    )


def _match(matcher: Matcher, found: regex.Match[str]) -> Match:
    slots = [(name, found.start(group)) for name, group in matcher.slots]
    filled = tuple((name, at) for name, at in slots if at >= 0)
    return Match(matcher.rule, found.start(), found.end() - 1, filled)


@cache
def matchers_at(letters: str) -> tuple[Matcher, ...]:
    """The rules that may match where a run goes on with *letters*; fewer than three end it.

    Nearly every word of a text is refused here, by a look into a dictionary.
    """
    return tuple(matcher for matcher in _matchers() if _may_match(matcher.pattern, letters))


@cache
def _matchers() -> tuple[Matcher, ...]:
    patterns = [compile_shape(rule.shape) for rule in RULES]
    return tuple(
        Matcher(pattern, tuple(pattern.groupindex.items()), rule)
        for pattern, rule in zip(patterns, RULES, strict=True)
    )


def _may_match(pattern: regex.Pattern[str], letters: str) -> bool:
    if pattern.pattern.startswith("(?<="):  # what stands before decides
        return True
    return pattern.match(letters, partial=len(letters) == _AHEAD) is not None
