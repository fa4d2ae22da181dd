"""Readers of the drawn notation: a gold line is the text itself with its analysis in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CORPORA = Path(__file__).parent / "corpora"


class RuleCase(NamedTuple):
    """A drawn line, the rule it stands under, and whether that rule decides in it."""

    rule: str
    line: str
    decides: bool


def read_rule_cases(name: str) -> list[RuleCase]:
    """The lines of ``corpora/{name}.txt``, which stand under ``@ rule``, ``~`` before negatives."""
    rule = "-"
    cases = []
    for line in gold_lines(name):
        if line.startswith("@ "):
            rule = line[2:]
        else:
            cases.append(RuleCase(rule, line.removeprefix("~ "), not line.startswith("~ ")))
    return cases


def gold_lines(name: str) -> Iterator[str]:
    """The lines of a corpus without comments and blank lines."""
    for line in (CORPORA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("# "):
            yield line


def read_cuts(line: str) -> tuple[str, list[str]]:
    """The text of a line with bars, and its pieces that are not white space.

    >>> read_cuts("Nazir| |gəldi|.")
    ('Nazir gəldi.', ['Nazir', 'gəldi', '.'])
    """
    pieces = line.replace("↵", "\n").split("|")
    return "".join(pieces), [piece for piece in pieces if piece.strip()]
