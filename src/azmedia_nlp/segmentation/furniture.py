"""Page furniture: bylines, photo credits, counters, tags, what a page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Token
from azmedia_nlp.lexicon import read_lexicon

Standing = Literal["label", "line", "opening", "section", "related"]

LONGEST: Final = 120  # characters; what is longer is prose
_LONGEST_PHRASE: Final = 5  # words
_LABEL_ENDS: Final = frozenset(":–—-|")
_BREADCRUMB_MARKS: Final = frozenset("/»›>")
_ADDRESSES: Final = frozenset({"url", "email", "handle"})
_LONGEST_CRUMB: Final = 4  # words
_LONGEST_LEAD: Final = 4  # words before an address: Müraciət üçün: info@…


class FurnitureRow(msgspec.Struct, frozen=True):
    """A row of the lexicon: lower-case words and where in a line they stand."""

    words: str
    stands: Standing


@cache
def _phrases(stands: Standing) -> frozenset[str]:
    rows = read_lexicon("furniture", FurnitureRow)
    return frozenset(row.words for row in rows if row.stands == stands)


def is_furniture(tokens: Sequence[Token]) -> bool:
    """Whether a line, given by its tokens, is page furniture wherever it stands."""
    words = _opening_words(tokens)
    return (
        _is_whole(words, tokens, "line")
        or _opens_with(words)
        or _has_label(tokens)
        or _is_only_addresses(tokens)
        or is_related_heading(tokens)
    )


def is_section(tokens: Sequence[Token]) -> bool:
    """Whether a line above the body names the site's section or the way to it."""
    return _is_whole(_opening_words(tokens), tokens, "section") or _is_breadcrumb(tokens)


def is_related_heading(tokens: Sequence[Token]) -> bool:
    """Whether a list of other articles follows the line."""
    return _is_whole(_opening_words(tokens), tokens, "related")


def _opening_words(tokens: Sequence[Token]) -> list[str]:
    """The first words of the line in lower case, marks left out."""
    words = [
        token for token in tokens[: 2 * _LONGEST_PHRASE] if token.kind not in ("punct", "symbol")
    ]
    return [lower(token.stem) for token in words[: _LONGEST_PHRASE + 1]]


def _is_whole(words: list[str], tokens: Sequence[Token], stands: Standing) -> bool:
    if len(words) > _LONGEST_PHRASE or len(tokens) > 2 * _LONGEST_PHRASE:
        return False
    return " ".join(words) in _phrases(stands)


def _opens_with(words: list[str]) -> bool:
    openings = _phrases("opening")
    return any(" ".join(words[:count]) in openings for count in range(2, len(words) + 1))


def _has_label(tokens: Sequence[Token]) -> bool:
    """``Foto: Nicat Umud``, ``(Yenilənib: 14.09.2016)``; the words before the first mark."""
    inner = tokens[1:] if tokens[0].kind in ("punct", "symbol") else tokens
    for count, token in enumerate(inner[: _LONGEST_PHRASE + 1]):
        if token.text in _LABEL_ENDS:
            return " ".join(lower(word.text) for word in inner[:count]) in _phrases("label")
    return False


def _is_breadcrumb(tokens: Sequence[Token]) -> bool:
    """``Ana səhifə / Cəmiyyət / Nəqliyyat``."""
    marks = [index for index, token in enumerate(tokens) if token.text in _BREADCRUMB_MARKS]
    edges = [-1, *marks, len(tokens)]
    crumbs = [right - left - 1 for left, right in zip(edges, edges[1:], strict=False)]
    return bool(marks) and all(0 < words <= _LONGEST_CRUMB for words in crumbs)


def _is_only_addresses(tokens: Sequence[Token]) -> bool:
    """``#qida #yay2022``, ``Ətraflı: https://…``, a line of pictures."""
    last = tokens[-1]
    if all(token.kind in _ADDRESSES or token.kind in ("punct", "symbol") for token in tokens):
        return True
    lead = [token for token in tokens[:-1] if token.kind == "word"]
    return (
        last.kind in _ADDRESSES
        and len(lead) <= _LONGEST_LEAD
        and any(token.text == ":" for token in tokens)
    )
