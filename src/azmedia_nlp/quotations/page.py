"""The page as the finders of this room read it: frames of items, with quotations as one item.

A frame is a sentence of the newsroom: what stands between quotation marks is one item of it,
however many sentences and paragraphs it has. Items are token indices; an item that is
a quotation stands for all its tokens by that of its opening mark.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from azmedia_nlp.alphabet import DASHES, HYPHENS, SENTENCE_ENDERS
from azmedia_nlp.annotations import Mention, Paragraph, Segmentation, TextWarning, Token
from azmedia_nlp.quotations.marks import Quoted, pair_marks
from azmedia_nlp.spans import line_end

_LONGEST: Final = 200  # items in a frame: no sentence has more, hostile text may
_STOPS: Final = frozenset({*SENTENCE_ENDERS, "..."})
_DASHES: Final = DASHES | HYPHENS


class Frame(msgspec.Struct, frozen=True):
    """One sentence of the newsroom; *paragraph* is the index of the one it begins in.

    *first* says whether it is the first one there.
    """

    items: tuple[int, ...]
    paragraph: int
    first: bool


class Page(msgspec.Struct, frozen=True):
    """A segmented text with what its finders ask of every token, computed once.

    *starts* are the offsets of the tokens, *words* the tokens in lower case; *mention_at* has
    the index of the mention that covers the token, or -1; *quotes* maps the token of an opening
    mark to its quotation, *quote_ends* to the token behind that; *surnames* has a mention for
    the last word of each person's full name, for where the name stands again and no mention
    covers it.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: Sequence[int]
    words: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]
    mention_at: Sequence[int]
    surnames: dict[str, Mention]
    quotes: dict[int, Quoted]
    quote_ends: dict[int, int]
    frames: tuple[Frame, ...]
    warnings: tuple[TextWarning, ...]

    def is_dash(self, item: int) -> bool:
        """Whether the token is a dash that stands by itself."""
        return self.words[item] in _DASHES

    def is_free_dash(self, item: int) -> bool:
        """Whether the token is a dash with white space on both sides."""
        if not self.is_dash(item):
            return False
        token = self.tokens[item]
        before = self.text[max(0, token.start - 1) : token.start]
        return not (before + self.text[token.end : token.end + 1]).strip()

    def is_stop(self, item: int) -> bool:
        """Whether the token ends sentences."""
        return self.words[item] in _STOPS

    def starts_mention(self, item: int) -> Mention | None:
        """The mention whose first token this is."""
        index = self.mention_at[item]
        if index < 0 or (item > 0 and self.mention_at[item - 1] == index):
            return None
        return self.mentions[index]

    def end_of(self, item: int) -> int:
        """Where the item ends in the text."""
        quote = self.quotes.get(item)
        return quote.end if quote else self.tokens[item].end

    def whole_quotation(self, items: Sequence[int]) -> Quoted | None:
        """The quotation that *items* are, commas and stops aside; None if they are more."""
        bare = [item for item in items if self.words[item] not in ",."]
        return self.quotes.get(bare[0]) if len(bare) == 1 else None

    def range_of(self, items: Sequence[int]) -> tuple[int, int]:
        """The offsets from the first item to the last."""
        return self.tokens[items[0]].start, self.end_of(items[-1])


def read_page(segmentation: Segmentation, mentions: tuple[Mention, ...]) -> Page:
    """Prepare a segmented text for the finders."""
    text, paragraphs = segmentation.text, segmentation.paragraphs
    marks = pair_marks(text, paragraphs)
    speech = [
        span
        for span in marks.quoted
        if span.depth == 0 and not _is_name(span, mentions) and _is_whole(text, span)
    ]
    quotes, ends = _place(segmentation.starts, speech)
    return Page(
        text=text,
        tokens=segmentation.tokens,
        starts=segmentation.starts,
        words=segmentation.words,
        paragraphs=paragraphs,
        mentions=mentions,
        mention_at=_mention_at(segmentation, mentions),
        surnames=dict(_surnames(mentions)),
        quotes=quotes,
        quote_ends=ends,
        frames=tuple(_frames(segmentation, ends)),
        warnings=marks.warnings,
    )


def _surnames(mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    for mention in mentions:
        words = mention.name.split() if mention.label == "PER" else ()
        if len(words) > 1:
            yield words[-1], mention


def _is_name(span: Quoted, mentions: Sequence[Mention]) -> bool:
    """Whether the marks wrap a name: most of what they hold is one mention."""
    start, end = span.content
    index = bisect_right(mentions, start, key=lambda mention: mention.end)
    if index == len(mentions) or mentions[index].start > span.start + 2:
        return False
    shared = min(end, mentions[index].end) - max(start, mentions[index].start)
    return shared * 10 >= (end - start) * 8


def _is_whole(text: str, span: Quoted) -> bool:
    """Whether the marks are trustworthy: closed, or opened where speech begins."""
    if span.end - span.start < 3:
        return False
    before = text[max(0, span.start - 3) : span.start].rstrip(" ")
    return span.closed or not before or before[-1] in "\n:–—-.!?…"


def _place(
    starts: Sequence[int], speech: Sequence[Quoted]
) -> tuple[dict[int, Quoted], dict[int, int]]:
    """The quotations by the token of their opening mark, and the token behind each."""
    quotes: dict[int, Quoted] = {}
    ends: dict[int, int] = {}
    behind = 0
    for span in speech:
        first = bisect_left(starts, span.start, behind)
        behind = bisect_left(starts, span.end, first)
        if first < behind:
            quotes[first], ends[first] = span, behind
    return quotes, ends


def _mention_at(segmentation: Segmentation, mentions: Sequence[Mention]) -> list[int]:
    tokens, starts = segmentation.tokens, segmentation.starts
    found = [-1] * len(tokens)
    for index in range(len(mentions) - 1, -1, -1):  # of two on one token the first counts
        mention = mentions[index]
        first = max(0, bisect_right(starts, mention.start) - 1)
        first += first < len(tokens) and tokens[first].end <= mention.start
        last = bisect_left(starts, mention.end, first)
        found[first:last] = [index] * (last - first)
    return found


def _frames(segmentation: Segmentation, ends: dict[int, int]) -> Iterator[Frame]:
    text, tokens, words = segmentation.text, segmentation.tokens, segmentation.words
    starts, count = segmentation.starts, len(tokens)
    stops = {sentence.end for sentence in segmentation.sentences}
    item = 0
    for number, paragraph in enumerate(segmentation.paragraphs):
        items: list[int] = []
        first, limit = True, paragraph.end
        while item < count and starts[item] < limit:
            behind = ends.get(item, item + 1)
            items.append(item)
            plain = behind == item + 1 and words[item] not in _STOPS
            if not plain and tokens[behind - 1].end > limit:
                # The quotation closes in a later paragraph.
                limit = line_end(text, tokens[behind - 1].end)
            if len(items) == _LONGEST or not (plain or _goes_on(segmentation, item, behind, stops)):
                yield Frame(tuple(items), number, first)
                items, first = [], False
            item = behind
        if items:
            yield Frame(tuple(items), number, first)


def _goes_on(segmentation: Segmentation, item: int, behind: int, stops: set[int]) -> bool:
    """Whether a sentence of the newsroom goes on behind a stop or a quotation."""
    text, tokens = segmentation.text, segmentation.tokens
    if behind >= len(tokens):
        return False
    end, follower = tokens[behind - 1].end, tokens[behind]
    if "\n" in text[end : follower.start]:
        return False
    if behind == item + 1:
        return not (segmentation.words[item] in _STOPS and end in stops)
    begins = follower.text[:1].isupper() or follower.text[:1] in '“«„"'
    return not (begins and text[tokens[behind - 2].end - 1] in ".!?…")
