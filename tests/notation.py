"""Readers of the drawn notation: a gold line is the text itself with its analysis in it."""

from __future__ import annotations

import re
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


def read_cells(name: str) -> list[tuple[str, ...]]:
    """The lines of ``corpora/{name}.txt`` as tables have them: cells that ``|`` sets off."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in gold_lines(name)]


def read_cuts(line: str) -> tuple[str, list[str]]:
    """The text of a line with bars, and its pieces that are not white space.

    >>> read_cuts("Nazir| |gəldi|.")
    ('Nazir gəldi.', ['Nazir', 'gəldi', '.'])
    """
    pieces = line.replace("↵", "\n").split("|")
    return "".join(pieces), [piece for piece in pieces if piece.strip()]


class Bracket(NamedTuple):
    """A stretch of text in ``[LABEL …]`` or ``<LABEL …>``; *values* are what ``|`` sets off."""

    label: str
    start: int
    end: int
    values: tuple[str, ...]


def read_brackets(drawn: str) -> tuple[str, list[Bracket]]:
    """The text of a drawing with nested brackets, and the brackets in text order.

    >>> read_brackets("<PER Elçinin|Elçin> [CUE fikrincə]")
    ('Elçinin fikrincə', [Bracket(label='PER', start=0, end=7, values=('Elçin',)), \
Bracket(label='CUE', start=8, end=16, values=())])
    """
    text: list[str] = []
    length = 0
    found: list[Bracket] = []
    open_brackets: list[tuple[str, int]] = []
    for piece in _PIECE.findall(drawn.replace("↵", "\n")):
        if piece[0] in "[<" and len(piece) > 1:
            open_brackets.append((piece[1:-1], length))
        elif piece in ("]", ">") and open_brackets:
            label, start = open_brackets.pop()
            surface, *values = "".join(text)[start:].split("|")
            text, length = ["".join(text)[:start], surface], start + len(surface)
            found.append(Bracket(label, start, length, tuple(values)))
        else:
            text.append(piece)
            length += len(piece)
    return "".join(text), sorted(found, key=lambda bracket: (bracket.start, -bracket.end))


_PIECE = re.compile(r"\[[A-Z]+ |<[A-Z]+ |[\]>]|[^\[\]<>]+|.")


class TimeCase(NamedTuple):
    """A line with its reference date ("" for none) and its times: surface, type, value."""

    reference: str
    text: str
    times: tuple[tuple[str, str, str], ...]


def read_time_cases(name: str) -> list[TimeCase]:
    """The lines of ``corpora/{name}.txt``, under ``@ reference`` and, it may be, ``= value``.

    Under a value a line draws its surface, ``[surface]``; elsewhere ``[VALUE=surface]``.
    """
    reference = value = ""
    cases = []
    for line in gold_lines(name):
        if line.startswith("@"):
            reference, value = line[1:].strip(), ""
        elif line.startswith("= "):
            value = line[2:]
        else:
            cases.append(_time_case(reference, value, line.strip()))
    return cases


def _time_case(reference: str, value: str, drawn: str) -> TimeCase:
    times = []
    pieces = re.split(r"\[(.*?)\]", drawn.replace("↵", "\n"))
    for index in range(1, len(pieces), 2):
        inside = pieces[index] if value else pieces[index].partition("=")[2]
        times.append((inside, *_typed(value or pieces[index].partition("=")[0])))
        pieces[index] = inside
    return TimeCase(reference, "".join(pieces), tuple(times))


def _typed(value: str) -> tuple[str, str]:
    """The type and value of ``2025``, ``P3D``, ``SET P1W``: only sets do not show their type."""
    kind, _, bare = value.rpartition(" ")
    if kind:
        return kind, bare
    if value.endswith("_REF"):
        return "DATE", value
    return ("DURATION" if value[0] == "P" else "TIME" if "T" in value else "DATE"), value
