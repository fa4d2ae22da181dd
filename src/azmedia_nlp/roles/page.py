"""A segmented text as roles look at it: words, and the mention that stands on each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import regex

from azmedia_nlp.alphabet import APOSTROPHES, HYPHENS, QUOTATION_MARKS, lower
from azmedia_nlp.annotations import Entity, Mention, Segmentation, Token

_GENITIVE: Final = regex.compile(r"[yğ]?n?[ıiuü]n")
_RELATIVE: Final = regex.compile(r"n?[dt][aə]k[ıi]")
_LOCATIVE: Final = regex.compile(r"n?[dt][aə]")
_DATIVE: Final = regex.compile(r"[yn]?[aə]")
_SET_OFF: Final = regex.compile(r"\p{L}{1,6}")


class Placed(msgspec.Struct, frozen=True):
    """A mention, its half-open range of tokens with marks and ending, and the ending's letters."""

    mention: Mention
    first: int
    last: int
    ending: str

    @property
    def is_genitive(self) -> bool:
        """*Qazaxıstanın, Baku TV-nin*."""
        return _GENITIVE.fullmatch(self.ending) is not None

    @property
    def is_relative(self) -> bool:
        """*Qazaxıstandakı, ABŞ-dakı*."""
        return _RELATIVE.fullmatch(self.ending) is not None

    @property
    def is_locative(self) -> bool:
        """*Qazaxıstanda*."""
        return _LOCATIVE.fullmatch(self.ending) is not None

    @property
    def is_dative(self) -> bool:
        """*Nazirliyinə*."""
        return _DATIVE.fullmatch(self.ending) is not None


class Page(msgspec.Struct, frozen=True):
    """A text prepared for roles; *at* gives a token's mention as an index into *placed*, or -1."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    placed: Sequence[Placed]
    at: Sequence[int]
    starts: Sequence[int]
    entities: dict[str, Entity]

    def mention_at(self, item: int) -> Placed | None:
        """The mention on a token, or None; None as well where there is no such token."""
        if not 0 <= item < len(self.at) or self.at[item] < 0:
            return None
        return self.placed[self.at[item]]

    def first_of_sentence(self, item: int) -> int:
        """The first token of the sentence that token *item* stands in."""
        return self.starts[max(0, bisect_right(self.starts, item) - 1)]

    def end_of_sentence(self, item: int) -> int:
        """The token after the last one of the sentence that token *item* stands in."""
        index = bisect_right(self.starts, item)
        return self.starts[index] if index < len(self.starts) else len(self.tokens)

    def persons(self) -> Iterator[Placed]:
        """The mentions of persons."""
        return (placed for placed in self.placed if placed.mention.label == "PER")


def read_page(
    segmentation: Segmentation, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Page:
    """Prepare a text for the finders of roles."""
    text, tokens = segmentation.text, segmentation.tokens
    folded = lower(text)
    offsets = [token.start for token in tokens]
    placed = tuple(_place(text, folded, offsets, mentions))
    at = [-1] * len(tokens)
    for index, item in enumerate(placed):
        at[item.first : item.last] = [index] * (item.last - item.first)
    starts = _starts(segmentation, offsets)
    words = [folded[token.start : token.end] for token in tokens]
    return Page(text, tokens, words, placed, at, starts, {entity.id: entity for entity in entities})


def _starts(segmentation: Segmentation, offsets: Sequence[int]) -> list[int]:
    spans = (*segmentation.sentences, *segmentation.paragraphs)
    return sorted({bisect_left(offsets, span.start) for span in spans} | {0})


def _place(
    text: str,
    folded: str,
    offsets: Sequence[int],
    mentions: Sequence[Mention],
) -> Iterator[Placed]:
    for mention in mentions:
        start, end, ending = _extent(text, folded, mention)
        first = max(0, bisect_right(offsets, start) - 1)
        last = bisect_left(offsets, end)
        if first < last:
            yield Placed(mention, first, last, ending)


def _extent(text: str, folded: str, mention: Mention) -> tuple[int, int, str]:
    """The mention with the marks around it and an ending behind them, and that ending."""
    start, end = mention.start, mention.end
    if start and text[start - 1] in QUOTATION_MARKS:
        start -= 1
    while end < len(text) and end < mention.end + 2 and text[end] in _MARKS:
        end += 1
    if end == mention.end:
        return start, end, _fused_ending(folded, mention)
    match = _SET_OFF.match(folded, end)
    return start, match.end() if match else end, match.group() if match else ""


def _fused_ending(folded: str, mention: Mention) -> str:
    """What the surface form adds to the nominative."""
    surface, name = folded[mention.start : mention.end], lower(mention.name)
    shared = 0
    while shared < min(len(surface), len(name)) and surface[shared] == name[shared]:
        shared += 1
    return surface[shared:] if surface != name else ""


_MARKS: Final = APOSTROPHES | HYPHENS | QUOTATION_MARKS
