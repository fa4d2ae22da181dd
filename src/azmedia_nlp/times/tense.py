"""The tense of the verb nearest behind an expression, by its ending."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

import msgspec
import regex

from azmedia_nlp.alphabet import CLOSING_MARKS, OPENING_MARKS, lower
from azmedia_nlp.annotations import Token
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.times.rules import Tense

_REACH: Final = 40  # tokens
_VICINITY: Final = 120  # tokens


class TenseWord(msgspec.Struct, frozen=True):
    """A row of ``tense_words.tsv``: a word's beginning, or a whole word, and its tense."""

    word: str
    tense: Tense
    whole: bool


# -acaq and -malı look forward; -ıb, -mış, -dığı and the participle in -ılan back.
_ENDINGS: Final = r"""
    (?P<future>
        .{2,} [aə]c[aə](?:q|k|ğ|y)\p{L}*
      | .{2,} m[aə]l[ıi] (?:d[ıi]r|y[ıi][qk]|y[aə]m|l[aə]r|d[ıi])*
    )
  | (?P<past>
        .{2,} [ıiuü]b (?:d[ıiuü]r)? (?:l[aə]r)?
      | .{2,} m[ıiuü]ş (?:d[ıiuü]r?)? (?:l[aə]r|q|k|m)? (?:d[ıi]r?)?
      | .{2,} d[ıiuü][ğy][ıiuü]\p{L}*
      | .{2,} [ıiuü][ln][aə]n
    )
  | (?P<present> .{2,} [ıiuü]r (?:l[aə]r)? )
  | (?P<preterite> .{1,} [dt][ıiuü] (?:l[aə]r|m|q|k|n[ıi]z)? )
"""


@cache
def _endings() -> regex.Pattern[str]:
    return regex.compile(_ENDINGS, regex.VERBOSE)


@cache
def _words() -> tuple[dict[str, Tense], tuple[tuple[str, Tense], ...]]:
    rows = read_lexicon("tense_words", TenseWord)
    whole = {row.word: row.tense for row in rows if row.whole}
    return whole, tuple((row.word, row.tense) for row in rows if not row.whole)


@lru_cache(maxsize=1 << 14)
def tense_of(word: str, *, final: bool = False) -> Tense | None:
    """The tense that a word shows, None where it is no verb that shows one.

    *final*: it closes its clause, where a noun in -dı is unlikely and *gələcək* is a verb.

    >>> tense_of("keçiriləcək"), tense_of("açıqlayıb"), tense_of("məktub")
    ('future', 'past', None)
    """
    word = lower(word)
    whole, beginnings = _words()
    if word in whole and not (final and whole[word] == "none"):
        return None if whole[word] == "none" else whole[word]
    for beginning, tense in beginnings:
        if word.startswith(beginning):
            return tense
    match = _endings().fullmatch(word)
    if match is None:
        return None
    if match.lastgroup in ("preterite", "present"):
        shown: Tense = "past" if match.lastgroup == "preterite" else "present"
        return shown if final else None
    return "future" if match.lastgroup == "future" else "past"


class Surroundings(NamedTuple):
    """An expression's place in its sentence, which runs from offset *start* to *end*.

    *own* is the index of the first of its own tokens, *behind* that of the token after them.
    """

    tokens: Sequence[Token]
    own: int
    behind: int
    start: int
    end: int

    @property
    def previous(self) -> str:
        """The word before the expression in lower case, ``""`` at the sentence's beginning."""
        if self.own == 0 or self.tokens[self.own - 1].start < self.start:
            return ""
        return lower(self.tokens[self.own - 1].text)

    @property
    def tense(self) -> Tense:
        """The tense of the first verb behind that shows one."""
        depth = 0
        for index in range(self.behind, min(self.behind + _REACH, len(self.tokens))):
            token = self.tokens[index]
            if token.start >= self.end:
                break
            depth += (token.text in OPENING_MARKS) - (token.text in CLOSING_MARKS)
            if depth < 0:  # what the quotation stands in has another time
                break
            if token.kind == "word" and (tense := tense_of(token.text, final=self._closes(index))):
                return tense
        return "none"

    @property
    def quoted(self) -> bool:
        """Whether the expression stands in a quotation that opens in its vicinity."""
        straight = 0
        for index in range(self.own - 1, max(-1, self.own - _VICINITY), -1):
            mark = self.tokens[index].text
            if mark in OPENING_MARKS:
                return True
            if mark in CLOSING_MARKS:
                return False
            straight += mark == '"'
        return straight % 2 == 1

    def _closes(self, index: int) -> bool:
        after = index + 1
        if after >= len(self.tokens) or self.tokens[after].start >= self.end:
            return True
        return self.tokens[after].kind == "punct"
