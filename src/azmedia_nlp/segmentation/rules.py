"""The skeleton that tokens and sentences share: places to cut, and rules that decide.

A segmenter finds the places where a cut is in doubt and asks an ordered table of named
rules; the first one that answers decides, and where none does, the text is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Final, TypeVar

import msgspec

PlaceT = TypeVar("PlaceT")


class Verdict(Enum):
    """What a rule says about a place."""

    SPLIT = auto()
    JOIN = auto()
    ENDING = auto()  # join, and what is joined is an ending set off from its word: ABŞ-ın
    MARK = auto()  # join the mark alone and cut behind it: prof.| |Xəlilov


class Decision(msgspec.Struct, frozen=True, gc=False):
    """A verdict and the name of the rule that gave it."""

    verdict: Verdict
    rule: str


# A rule answers, or returns None and leaves the place to the rules below it.
Rules = Mapping[str, Callable[[PlaceT], Verdict | None]]

_CUT: Final = Decision(Verdict.SPLIT, "default")


def decide(place: PlaceT, rules: Rules[PlaceT]) -> Decision:
    """Ask the rules in order; the first answer wins."""
    for name, rule in rules.items():
        verdict = rule(place)
        if verdict is not None:
            return Decision(verdict, name)
    return _CUT
