"""Pair quotation marks, whatever their kind, in one pass with a stack.

Newspapers mix kinds (``"…»``), leave a quotation open to the end of its paragraph, or open
each of its paragraphs anew and close only the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from azmedia_nlp.alphabet import CLOSING_MARKS, OPENING_MARKS, QUOTATION_MARKS
from azmedia_nlp.annotations import Paragraph, TextWarning

_MARK: Final = re.compile(f"[{''.join(sorted(QUOTATION_MARKS))}]")
_CLOSERS: Final = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‟": "”", "”": "”"}
_SPEECH_ENDS: Final = re.compile(r"[.,;!?…]*\s*(?:[-–—]|deyə\b|$)")
_BEFORE_SPEECH: Final = frozenset(":–—-")
_OPEN_BEFORE: Final = frozenset('([{–—-/“«„"')
_FAR: Final = 12  # paragraphs over which a quotation may go on without marks of its own


class Quoted(msgspec.Struct, frozen=True, gc=False):
    """What stands between marks; *start* and *end* take the marks in, where they exist.

    *depth* is 0 outside other marks. An unclosed one ends with its paragraph.
    """

    start: int
    end: int
    depth: int
    closed: bool

    @property
    def content(self) -> tuple[int, int]:
        """The offsets between the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


class MarkReading(NamedTuple):
    """The pairs, in text order, and what is odd about the marks."""

    quoted: tuple[Quoted, ...]
    warnings: tuple[TextWarning, ...]


class _Mark(msgspec.Struct, frozen=True, gc=False):
    offset: int
    character: str
    turn: Literal[1, -1]


class _Line(msgspec.Struct, frozen=True):
    """A paragraph without white space at its end, and its marks; *balance* is what stays open."""

    start: int
    end: int
    marks: tuple[_Mark, ...]
    balance: int

    @property
    def opens_at_once(self) -> bool:
        """Whether an opening mark is the first thing in it."""
        return bool(self.marks) and self.marks[0].turn == 1 and self.marks[0].offset == self.start


def pair_marks(text: str, paragraphs: Sequence[Paragraph]) -> MarkReading:
    """Pair the quotation marks of *text*.

    >>> text = '«Bu, "Qobustan" sortudur», – deyib.'
    >>> [text[span.start : span.end] for span in pair_marks(text, ()).quoted]
    ['«Bu, "Qobustan" sortudur»', '"Qobustan"']
    """
    bounds = [(span.start, span.end) for span in paragraphs] or [(0, len(text))]
    lines = [_read_line(text, start, end) for start, end in bounds]
    quoted: list[Quoted] = []
    warnings: list[TextWarning] = []
    stack: list[_Mark] = []
    for number, line in enumerate(lines):
        goes_on = bool(stack)
        for mark in line.marks:
            if mark.turn == 1:
                if not (goes_on and mark.offset == line.start):
                    stack.append(mark)
            else:
                _close(mark, stack, quoted, warnings)
        if stack and not _continues(text, lines, number, stack[0]):
            _give_up(line, stack, quoted, warnings)
    quoted.sort(key=lambda span: (span.start, -span.end))
    return MarkReading(tuple(quoted), tuple(warnings))


def _read_line(text: str, start: int, end: int) -> _Line:
    depth = balance = 0
    marks = []
    low = text.find("„", start, end) >= 0
    for match in _MARK.finditer(text, start, end):
        offset, mark = match.start(), match.group()
        turn = _turn(text, offset, mark, depth, start, low=low)
        depth = depth + 1 if turn == 1 else max(0, depth - 1)
        balance += turn
        marks.append(_Mark(offset, mark, turn))
    line = text[start:end]
    first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    return _Line(first, last, tuple(marks), balance)


def _turn(
    text: str, offset: int, mark: str, depth: int, start: int, *, low: bool
) -> Literal[1, -1]:
    """Whether a mark opens (1) or closes (-1), by its kind, its neighbours and what is open."""
    if mark in OPENING_MARKS and (mark != "“" or depth == 0):
        return 1
    before = text[offset - 1] if offset > start else " "
    after = text[offset + 1 : offset + 2] or " "
    glued_left = not before.isspace() and before not in _OPEN_BEFORE
    if mark in CLOSING_MARKS:
        return 1 if not glued_left and not after.isspace() and depth == 0 else -1
    if mark == "“":
        # „Kaspi“nin: behind a low mark it closes, also before an ending.
        return -1 if glued_left and (low or not after.isalpha()) else 1
    if glued_left:
        return -1
    return -1 if after.isspace() or (depth > 0 and not after.isalnum()) else 1


def _close(
    mark: _Mark, stack: list[_Mark], quoted: list[Quoted], warnings: list[TextWarning]
) -> None:
    if not stack:
        warnings.append(_warning("unclosed-quote", mark, "nothing opens what this mark closes"))
        return
    opening = stack.pop()
    if mark.character not in _CLOSERS.get(opening.character, mark.character):
        warnings.append(
            _warning("mismatched-quote", opening, "the closing mark is of another kind")
        )
    quoted.append(Quoted(opening.offset, mark.offset + 1, len(stack), closed=True))


def _give_up(
    line: _Line, stack: list[_Mark], quoted: list[Quoted], warnings: list[TextWarning]
) -> None:
    """What is open at the end of its paragraph ends there."""
    for depth, opening in enumerate(stack):
        warnings.append(_warning("unclosed-quote", opening, "nothing closes what this mark opens"))
        quoted.append(Quoted(opening.offset, line.end, depth, closed=False))
    stack.clear()


def _warning(code: str, mark: _Mark, message: str) -> TextWarning:
    return TextWarning(code, mark.offset, mark.offset + 1, message)


def _continues(text: str, lines: Sequence[_Line], number: int, opening: _Mark) -> bool:
    """Whether what is open at the end of a paragraph goes on in the next."""
    if number + 1 >= len(lines) or not _opens_speech(text, opening):
        return False
    following = lines[number + 1]
    if following.opens_at_once:
        ends = _SPEECH_ENDS.match(text, following.marks[-1].offset + 1, following.end)
        return following.balance != 0 or ends is not None
    later = (line.balance for line in lines[number + 1 : number + 1 + _FAR] if line.balance)
    return next(later, 0) < 0


def _opens_speech(text: str, opening: _Mark) -> bool:
    """Whether a mark stands where speech begins: at the start of a line, behind a colon or dash."""
    before = text[max(0, opening.offset - 3) : opening.offset].rstrip(" ")
    return not before or before[-1] in _BEFORE_SPEECH or before[-1] == "\n"
