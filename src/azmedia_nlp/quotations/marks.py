"""Pair quotation marks, whatever their kind, in one pass with a stack.

Newspapers mix kinds (``"…»``), leave a quotation open to the end of its paragraph, or open
each of its paragraphs anew and close only the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

import msgspec
import regex

from azmedia_nlp.alphabet import CLOSING_MARKS, OPENING_MARKS, QUOTATION_MARKS
from azmedia_nlp.annotations import Paragraph, Warning

_MARK: Final = regex.compile(f"[{''.join(sorted(QUOTATION_MARKS))}]")
_PAIRS: Final = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‟": "”", "”": "”"}
_ATTRIBUTION_NEXT: Final = regex.compile(r"[.,;!?…]*\s*(?:[-–—]|deyə\b|$)")
_BEFORE_SPEECH: Final = frozenset(":–—-")


class Quoted(msgspec.Struct, frozen=True):
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


class _Mark(NamedTuple):
    offset: int
    character: str
    turn: Literal[1, -1]
    paragraph: int


class MarkReading(NamedTuple):
    """The pairs, in text order, and what is odd about the marks."""

    quoted: tuple[Quoted, ...]
    warnings: tuple[Warning, ...]


def pair_marks(text: str, paragraphs: Sequence[Paragraph]) -> MarkReading:
    """Pair the quotation marks of *text*.

    >>> [text[span.start:span.end] for text in ('«Bu, "Qobustan" sortudur», – dedi',)
    ...  for span in pair_marks(text, ()).quoted]
    ['«Bu, "Qobustan" sortudur»', '"Qobustan"']
    """
    bounds = [(span.start, span.end) for span in paragraphs] or [(0, len(text))]
    marks = list(_marks(text, bounds))
    if not marks:
        return MarkReading((), ())
    return _Pairing(text, bounds, marks).run()


def _marks(text: str, bounds: Sequence[tuple[int, int]]) -> Iterator[_Mark]:
    for number, (start, end) in enumerate(bounds):
        depth = 0
        for match in _MARK.finditer(text, start, end):
            turn = _turn(text, match.start(), match.group(), depth, start)
            depth = max(0, depth + turn)
            yield _Mark(match.start(), match.group(), turn, number)


def _turn(text: str, offset: int, mark: str, depth: int, start: int) -> Literal[1, -1]:
    """Whether a mark opens (1) or closes (-1), by its kind, its neighbours and what is open."""
    before = text[offset - 1] if offset > start else " "
    after = text[offset + 1 : offset + 2] or " "
    glued_left = not before.isspace() and before not in "([{–—-/“«„\""
    if mark in CLOSING_MARKS:
        return 1 if not glued_left and not after.isspace() and depth == 0 else -1
    if mark in OPENING_MARKS:
        closes = mark == "“" and depth > 0 and glued_left and not after.isalpha()
        return -1 if closes else 1
    if glued_left:
        return -1
    return -1 if after.isspace() or (depth > 0 and not after.isalnum()) else 1


class _Pairing:
    """One run of the stack; the only state of the module, gone with the call."""

    def __init__(self, text: str, bounds: Sequence[tuple[int, int]], marks: list[_Mark]) -> None:
        self.text, self.bounds = text, bounds
        self.by_paragraph: dict[int, list[_Mark]] = {}
        for mark in marks:
            self.by_paragraph.setdefault(mark.paragraph, []).append(mark)
        self.balance = [sum(m.turn for m in self.by_paragraph.get(n, ())) for n in range(len(bounds))]
        self.open: list[_Mark] = []
        self.quoted: list[Quoted] = []
        self.warnings: list[Warning] = []

    def run(self) -> MarkReading:
        for number in range(len(self.bounds)):
            self._read(number)
            if self.open and not self._continues(number):
                self._give_up(self.bounds[number][1])
        ordered = sorted(self.quoted, key=lambda span: (span.start, -span.end))
        return MarkReading(tuple(ordered), tuple(self.warnings))

    def _read(self, number: int) -> None:
        start = self.bounds[number][0]
        for mark in self.by_paragraph.get(number, ()):
            if mark.turn == -1:
                self._close(mark)
            elif not (self.open and self._reopens(mark, start)):
                self.open.append(mark)

    def _reopens(self, mark: _Mark, start: int) -> bool:
        """A mark that opens the paragraph of a quotation under way opens nothing new."""
        return not self.text[start : mark.offset].strip() and self.open[0].paragraph < mark.paragraph

    def _close(self, mark: _Mark) -> None:
        if not self.open:
            self._warn("unclosed-quote", mark.offset, "a closing mark that nothing opens")
            return
        opening = self.open.pop()
        if mark.character not in _PAIRS.get(opening.character, mark.character):
            self._warn("mismatched-quote", opening.offset, "the marks are of two kinds")
        self._add(opening, mark.offset + 1, closed=True)

    def _give_up(self, end: int) -> None:
        """What is open at the end of its paragraph ends there."""
        for depth, opening in enumerate(self.open):
            self._warn("unclosed-quote", opening.offset, "a mark that nothing closes")
            span_end = end - len(self.text[opening.offset : end]) + len(
                self.text[opening.offset : end].rstrip()
            )
            self.quoted.append(Quoted(opening.offset, span_end, depth, closed=False))
        self.open.clear()

    def _add(self, opening: _Mark, end: int, *, closed: bool) -> None:
        self.quoted.append(Quoted(opening.offset, end, len(self.open), closed))

    def _warn(self, code: str, offset: int, message: str) -> None:
        self.warnings.append(Warning(code, offset, offset + 1, message))

    def _continues(self, number: int) -> bool:
        """Whether what is open at the end of a paragraph goes on in the next."""
        if number + 1 >= len(self.bounds) or not self._opens_speech(self.open[0]):
            return False
        following = self.by_paragraph.get(number + 1, [])
        start = self.bounds[number + 1][0]
        if following and not self.text[start : following[0].offset].strip():
            return self._is_reopening(number + 1, following)
        return self._surplus_closes(number + 1)

    def _opens_speech(self, mark: _Mark) -> bool:
        start = self.bounds[mark.paragraph][0]
        before = self.text[start : mark.offset].rstrip()
        return not before or before[-1] in _BEFORE_SPEECH

    def _is_reopening(self, number: int, marks: list[_Mark]) -> bool:
        if marks[0].turn == -1 or self.balance[number] != 0:
            return True
        last = marks[-1]
        end = self.bounds[number][1]
        return bool(_ATTRIBUTION_NEXT.match(self.text, last.offset + 1, end))

    def _surplus_closes(self, number: int) -> bool:
        """Whether the next paragraph with unequal marks has a closing mark too many."""
        for later in range(number, min(number + _FAR, len(self.bounds))):
            if self.balance[later]:
                return self.balance[later] < 0
        return False


_FAR: Final = 12
