"""The ending behind a closing quotation mark, and the quoted name it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from azmedia_nlp.alphabet import APOSTROPHES, HYPHENS, QUOTATION_MARKS
from azmedia_nlp.annotations import Token
from azmedia_nlp.segmentation.endings import is_ending

_MARKS: Final = QUOTATION_MARKS | APOSTROPHES
_REACH: Final = 16  # tokens between the marks


def quoted_name(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The tokens of the quoted name whose ending token *index* is, as a half-open range.

    None where the token is no ending set off by a closing mark.

    >>> from azmedia_nlp.segmentation.tokens import tokenize
    >>> tokens = tokenize('"Kapital Bank"ın filialı')
    >>> quoted_name(tokens, 4), quoted_name(tokens, 5)
    ((1, 3), None)
    """
    closing = _closing_mark(tokens, index)
    if closing is None or not tokens[index].text.islower() or not is_ending(tokens[index].text):
        return None
    for opening in range(closing - 2, max(-1, closing - _REACH - 2), -1):
        if tokens[opening].text in _MARKS:
            return (opening + 1, closing) if _touch(tokens, opening) else None
    return None


def _closing_mark(tokens: Sequence[Token], index: int) -> int | None:
    """The mark glued before the token, a hyphen between them allowed: ``“Kür”-ün``."""
    before = index - 1
    if before > 0 and tokens[before].text in HYPHENS and _touch(tokens, before):
        before -= 1
    glued = before > 0 and _touch(tokens, before) and _touch(tokens, before - 1)
    return before if glued and tokens[before].text in _MARKS else None


def _touch(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is glued to the one behind it."""
    return tokens[index].end == tokens[index + 1].start
