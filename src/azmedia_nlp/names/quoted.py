"""Short quotations among tokens: what may be a name in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import QUOTATION_MARKS
from azmedia_nlp.annotations import Token

# A name in quotation marks is seldom longer; what is longer is speech.
LONGEST: Final = 14


class Quoted(NamedTuple):
    """The token indices of a pair of marks."""

    opened: int
    closed: int


def find_quoted(tokens: Sequence[Token]) -> tuple[Quoted, ...]:
    """Pair marks that stand at most ``LONGEST`` tokens apart.

    A straight mark opens where a space stands before it; an opening mark inside an open
    quotation begins anew.
    """
    found: list[Quoted] = []
    opened: int | None = None
    marks = [index for index, token in enumerate(tokens) if token.text in QUOTATION_MARKS]
    for index in marks:
        if opened is not None and index - opened <= LONGEST and not _opens(tokens, index):
            found.append(Quoted(opened, index))
            opened = None
        else:
            opened = index
    return tuple(found)


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark stands before a word and apart from the word before it."""
    mark = tokens[index]
    apart = index == 0 or tokens[index - 1].end < mark.start or tokens[index - 1].text in "(–—-"
    joined = index + 1 < len(tokens) and tokens[index + 1].start == mark.end
    return apart and joined
