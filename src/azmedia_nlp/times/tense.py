"""The tense of the verb nearest behind an expression, by its ending."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import msgspec
import regex

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Sentence, Token
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.times.rules import Tense

_REACH: Final = 40  # tokens


class TenseWord(msgspec.Struct, frozen=True):
    """A row of ``tense_words.tsv``: a word's beginning, or a whole word, and its tense."""

    word: str
    tense: Tense
    whole: bool


# -acaq and -malı look forward; -ıb, -mış, -dı, -dığı back.
_ENDINGS: Final = r"""
    (?P<future> .{2,} [aə]c[aə](?:q|k|ğ|y)\p{L}* | .{2,} m[aə]l[ıi](?:dır|dir|yıq|yik|yam|yəm|lar|lər)* )
  | (?P<past>
        .{2,} [ıiuü]b(?:d[ıiuü]r)?(?:l[aə]r)?
      | .{2,} m[ıiuü]ş(?:d[ıiuü]r?|dılar|dilər|l[aə]r)?
      | .{2,} d[ıiuü](?:l[aə]r|m|q|k|n[ıi]z)?
      | .{2,} d[ıiuü][ğy][ıiuü]\p{L}*
    )
"""


@cache
def _endings() -> Any:
    return regex.compile(_ENDINGS, regex.VERBOSE)


@cache
def _words() -> tuple[dict[str, Tense], tuple[tuple[str, Tense], ...]]:
    rows = read_lexicon("tense_words", TenseWord)
    whole = {row.word: row.tense for row in rows if row.whole}
    return whole, tuple((row.word, row.tense) for row in rows if not row.whole)


@lru_cache(maxsize=1 << 14)
def tense_of(word: str) -> Tense | None:
    """The tense that a word shows, None where it is no verb that shows one.

    >>> tense_of("keçiriləcək"), tense_of("açıqlayıb"), tense_of("məktub")
    ('future', 'past', None)
    """
    word = lower(word)
    whole, beginnings = _words()
    if word in whole:
        tense = whole[word]
        return None if tense == "none" else tense
    for beginning, tense in beginnings:
        if word.startswith(beginning):
            return tense
    match = _endings().fullmatch(word)
    return match.lastgroup if match else None


class Surroundings(NamedTuple):
    """The tokens behind an expression, to the end of its sentence."""

    tokens: Sequence[Token]
    first: int
    end: int

    @property
    def tense(self) -> Tense:
        """The tense of the first verb that shows one."""
        for token in self.tokens[self.first : self.first + _REACH]:
            if token.start >= self.end:
                break
            if token.kind == "word" and (tense := tense_of(token.text)):
                return tense
        return "none"


def sentence_end(sentences: Sequence[Sentence], index: int, offset: int) -> int:
    """Where the sentence with that index ends; *offset* where there is none."""
    return sentences[index].end if 0 <= index < len(sentences) else offset
