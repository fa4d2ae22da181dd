"""A segmented text as the finders of names see it: words, lines, quotations, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import DASHES, HYPHENS
from azmedia_nlp.annotations import Label, Segmentation
from azmedia_nlp.names.gazetteer import LongName, find_long_names
from azmedia_nlp.names.quoted import find_quoted
from azmedia_nlp.names.words import Word, read_word

# How sure a finder is of what it proposes: of two that overlap the surer stays, then the longer.
SURE: Final = 3
LIKELY: Final = 2
GUESS: Final = 1

# Most words of a line that shouts are in capitals; a line of fewer words may be an acronym's.
_SHOUTED_WORDS: Final = 3


class Candidate(NamedTuple):
    """A name that a finder proposes, as a half-open range of token indices."""

    start: int
    end: int
    label: Label
    rule: str
    strength: int = LIKELY


class Reading:
    """The tokens of a text with what is known of each; indices are token indices.

    Attributes:
        first: Whether a sentence begins with the token, marks and dashes aside.
        breaks: Whether a line ends before the token.
        closing: From an opening quotation mark to the one that closes a short quotation.
        opening: The same backwards.
        shouted: Whether the token stands in a sentence that is all in capitals.
    """

    def __init__(self, segmentation: Segmentation) -> None:
        self.segmentation = segmentation
        self.tokens = segmentation.tokens
        self.forms = tuple(token.stem for token in self.tokens)
        self.words: tuple[Word, ...] = tuple(map(read_word, self.forms))
        pairs = find_quoted(self.tokens)
        self.closing = {pair.opened: pair.closed for pair in pairs}
        self.opening = {pair.closed: pair.opened for pair in pairs}
        self.breaks = self._line_breaks()
        self.first, self.shouted = self._sentence_marks()

    def __len__(self) -> int:
        return len(self.tokens)

    def glued(self, index: int) -> bool:
        """Whether no space stands before the token."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def set_off(self, index: int) -> bool:
        """Whether the token has an ending that is set off, as ``ABŞ-ın`` has."""
        token = self.tokens[index]
        return token.stem_end < token.end

    def named(self, index: int) -> bool:
        """Whether the token is a capitalised word."""
        return self.words[index].capital and self.tokens[index].kind == "word"

    def joined(self, index: int) -> bool:
        """Whether a hyphen or a dash ties the token before *index* to the one behind it."""
        return (
            0 < index < len(self) - 1
            and self.forms[index] in _TIES
            and self.glued(index)
            and self.glued(index + 1)
        )

    def has_ending(self, closed: int) -> bool:
        """Whether an ending is glued to a closing quotation mark."""
        after = closed + 1
        return after < len(self) and self.glued(after) and self.tokens[after].text.islower()

    @cached_property
    def long_names(self) -> tuple[LongName, ...]:
        """Lexicon names of several words."""
        return find_long_names(self.forms)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that the text writes in lower case."""
        return frozenset(form for form in self.forms if form.islower())

    def runs(self) -> Iterator[tuple[int, int]]:
        """Capitalised words that follow each other in a line, hyphens taken in."""
        index = 0
        while index < len(self):
            if not self.named(index):
                index += 1
                continue
            end = index + 1
            while end < len(self) and not self.breaks[end] and not self.set_off(end - 1):
                if self.named(end):
                    end += 1
                elif self.joined(end) and self.named(end + 1):
                    end += 2
                else:
                    break
            yield index, end
            index = end

    def _line_breaks(self) -> list[bool]:
        text = self.segmentation.text
        breaks = [True]
        for left, right in zip(self.tokens, self.tokens[1:], strict=False):
            breaks.append(right.start > left.end and "\n" in text[left.end : right.start])
        return breaks

    def _sentence_marks(self) -> tuple[list[bool], list[bool]]:
        first, shouted = [False] * len(self), [False] * len(self)
        index = 0
        for sentence in self.segmentation.sentences:
            begin = index
            while index < len(self) and self.tokens[index].start < sentence.end:
                index += 1
            words = [at for at in range(begin, index) if self.forms[at][:1].isalpha()]
            if words:
                first[words[0]] = True
            if self._is_shouted(words):
                shouted[begin:index] = [True] * (index - begin)
        return first, shouted

    def _is_shouted(self, words: list[int]) -> bool:
        if len(words) < _SHOUTED_WORDS:
            return False
        loud = sum(self.words[at].shouted for at in words)
        return loud * 5 >= len(words) * 4


_TIES: Final = HYPHENS | DASHES
