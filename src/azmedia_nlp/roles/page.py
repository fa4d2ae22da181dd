"""A segmented text as roles look at it: words, and the mention that stands on each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

import msgspec
import regex

from azmedia_nlp.alphabet import APOSTROPHES, HYPHENS, QUOTATION_MARKS, lower
from azmedia_nlp.annotations import Entity, Mention, Segmentation, Token

_GENITIVE: Final = regex.compile(r"[yğ]?n?[ıiuü]n")
_RELATIVE: Final = regex.compile(r"n?[dt][aə]k[ıi]")
_LOCATIVE: Final = regex.compile(r"n?[dt][aə]")
# How many mentions back a noun, an office or a verb may look: time stays linear.
REACH: Final = 200
_ACCUSATIVE: Final = regex.compile(r"n?[ıiuü]")
_DATIVE: Final = regex.compile(r"[yn]?[aə]")
_MARKS: Final = APOSTROPHES | HYPHENS | QUOTATION_MARKS
_SET_OFF_BY: Final = "".join(APOSTROPHES | HYPHENS)
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
    def is_accusative(self) -> bool:
        """*Orxan Muradlını*."""
        return _ACCUSATIVE.fullmatch(self.ending) is not None

    @property
    def is_dative(self) -> bool:
        """*Nazirliyinə*."""
        return _DATIVE.fullmatch(self.ending) is not None


class Page(msgspec.Struct, frozen=True):
    """A text prepared for roles.

    *words* are the tokens in lower case; *at* gives a token's mention as an index into *placed*,
    or -1; *starts* are the first tokens of sentences and lines; *entities* go by their ids.
    """

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

    def others_between(self, first: int, last: int, person: Placed) -> bool:
        """Whether anything but *person* is named without an ending from *first* to *last*."""
        near = takewhile(lambda placed: placed.first >= first, self.before(last))
        return any(not placed.ending and placed is not person for placed in near)

    def persons(self) -> Iterator[Placed]:
        """The mentions of persons."""
        return (placed for placed in self.placed if placed.mention.label == "PER")

    def before(self, item: int) -> Iterator[Placed]:
        """The mentions that end before token *item*, the last first; no more than are in reach."""
        last = bisect_left(self.placed, item, key=lambda placed: placed.last)
        last += last < len(self.placed) and self.placed[last].last == item
        return reversed(self.placed[max(0, last - REACH) : last])

    def persons_between(self, first: int, last: int) -> list[Placed]:
        """The persons named from token *first* to token *last*, in order, as far as in reach."""
        near = takewhile(lambda placed: placed.first >= first, self.before(last))
        return [placed for placed in near if placed.mention.label == "PER"][::-1]


def read_page(
    segmentation: Segmentation, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Page:
    """Prepare a text for the finders of roles."""
    text, tokens = segmentation.text, segmentation.tokens
    folded = lower(text)
    offsets = segmentation.starts
    placed = tuple(_place(text, folded, offsets, mentions))
    at = [-1] * len(tokens)
    for index, item in enumerate(placed):
        at[item.first : item.last] = [index] * (item.last - item.first)
    starts = _starts(segmentation, offsets)
    words = segmentation.words
    return Page(text, tokens, words, placed, at, starts, {entity.id: entity for entity in entities})


def _starts(segmentation: Segmentation, offsets: Sequence[int]) -> list[int]:
    spans = (*segmentation.sentences, *segmentation.paragraphs)
    return sorted({bisect_left(offsets, span.start) for span in spans} | {0})


def _place(
    text: str, folded: str, offsets: Sequence[int], mentions: Sequence[Mention]
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
        return start, end, _fused_ending(mention.text, mention.name)
    match = _SET_OFF.match(folded, end)
    return start, match.end() if match else end, match.group() if match else ""


@lru_cache(maxsize=1 << 13)
def _fused_ending(surface: str, name: str) -> str:
    """What the surface form adds to the nominative: *Nazirliyinin* − *Nazirliyi* = *nin*."""
    surface, name = lower(surface), lower(name)
    if surface.startswith(name):
        return surface[len(name) :].lstrip(_SET_OFF_BY)
    pairs = zip(surface, name, strict=False)
    shared = next((at for at, (left, right) in enumerate(pairs) if left != right), len(surface))
    return surface[shared:]
