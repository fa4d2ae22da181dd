"""A segmented text as the finders of names see it: words, lines, quotations, evidence."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import DASHES, HYPHENS
from azmedia_nlp.annotations import Label, Segmentation
from azmedia_nlp.names.gazetteer import LongName, find_long_names, stems
from azmedia_nlp.names.quoted import find_quoted
from azmedia_nlp.names.words import Word, read_word
from azmedia_nlp.spans import line_end

# How sure a finder is of what it proposes: of two that overlap the surer stays, then the longer.
SURE: Final = 3
LIKELY: Final = 2
GUESS: Final = 1

# What shouts has so many words at least; a line of fewer may be an acronym's.
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
        end: The number of tokens.
        starts: The offsets of the tokens.
        forms: The tokens without endings that are set off.
        words: What is known of each form by itself.
        raised: The indices of what begins with a capital.
        capitals: The indices of capitalised words.
        endings: The indices of tokens with an ending that is set off.
        bounds: The ranges of the sentences.
        first: Whether a sentence begins with the token, marks and dashes aside.
        breaks: Whether a line ends before the token.
        closing: From an opening quotation mark to the one that closes a short quotation.
        opening: The same backwards.
        shouted: Whether the token stands in a sentence most of whose words are all in capitals.
    """

    def __init__(self, segmentation: Segmentation) -> None:
        self.segmentation = segmentation
        self.tokens = segmentation.tokens
        self.end = len(self.tokens)
        self.starts = segmentation.starts
        self.endings = self._endings()
        self.forms = self._forms()
        self.words: tuple[Word, ...] = tuple(map(read_word, self.forms))
        self.raised = [at for at, word in enumerate(self.words) if word.capital]
        self.capitals = [at for at in self.raised if self.tokens[at].kind == "word"]
        pairs = find_quoted(self.tokens)
        self.closing = {pair.opened: pair.closed for pair in pairs}
        self.opening = {pair.closed: pair.opened for pair in pairs}
        self.breaks = self._line_breaks()
        self.bounds = self._sentence_bounds()
        self.first, self.shouted = self._sentence_marks()

    def glued(self, index: int) -> bool:
        """Whether no space stands before the token."""
        return index > 0 and self.tokens[index - 1].end == self.starts[index]

    def set_off(self, index: int) -> bool:
        """Whether the token has an ending that is set off, as ``ABŞ-ın`` has."""
        return index in self.endings

    def named(self, index: int) -> bool:
        """Whether the token is a capitalised word."""
        return self.words[index].capital and self.tokens[index].kind == "word"

    def joined(self, index: int) -> bool:
        """Whether a hyphen or a dash ties the token before *index* to the one behind it."""
        return (
            0 < index < self.end - 1
            and self.forms[index] in _TIES
            and self.glued(index)
            and self.glued(index + 1)
        )

    def likely_stems(self, index: int) -> tuple[str, ...]:
        """The token in lower case and, after it, its likeliest stems."""
        return stems(self.forms[index])[:3]

    def has_ending(self, closed: int) -> bool:
        """Whether an ending is glued to a closing quotation mark."""
        after = closed + 1
        return after < self.end and self.glued(after) and self.tokens[after].text.islower()

    @cached_property
    def long_names(self) -> tuple[LongName, ...]:
        """Lexicon names of several words."""
        return tuple(find_long_names(self.forms, [word.folded for word in self.words]))

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that the text writes in lower case."""
        return frozenset(form for form in self.forms if form.islower())

    def _endings(self) -> frozenset[int]:
        tokens = enumerate(self.tokens)
        return frozenset([at for at, token in tokens if token.stem_end < token.end])

    def _forms(self) -> tuple[str, ...]:
        forms = [token.text for token in self.tokens]
        for at in self.endings:
            forms[at] = self.tokens[at].stem
        return tuple(forms)

    def _line_breaks(self) -> bytearray:
        text, breaks = self.segmentation.text, bytearray(self.end)
        limit = -1
        for at, start in enumerate(self.starts):
            if start > limit:
                breaks[at] = 1
                limit = line_end(text, start)
        return breaks

    def _sentence_bounds(self) -> list[tuple[int, int]]:
        bounds = []
        end = 0
        for sentence in self.segmentation.sentences:
            begin, end = end, bisect_left(self.starts, sentence.end, end)
            bounds.append((begin, end))
        return bounds

    def _sentence_marks(self) -> tuple[bytearray, bytearray]:
        first, shouted = bytearray(self.end), bytearray(self.end)
        for begin, end in self.bounds:
            words = [at for at in range(begin, end) if self.forms[at][0].isalpha()]
            if words:
                first[words[0]] = 1
                if self._is_shouted(words):
                    shouted[begin:end] = b"\1" * (end - begin)
        return first, shouted

    def _is_shouted(self, words: list[int]) -> bool:
        if len(words) < _SHOUTED_WORDS:
            return False
        loud = sum([self.words[at].shouted for at in words])
        return loud * 5 >= len(words) * 4


_TIES: Final = HYPHENS | DASHES
