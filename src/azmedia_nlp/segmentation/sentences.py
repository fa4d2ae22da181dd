"""Sentences: stops, and rules that say which of them end one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import (
    CLOSING_MARKS,
    DASHES,
    HYPHENS,
    OPENING_MARKS,
    QUOTATION_MARKS,
    SENTENCE_ENDERS,
    STRAIGHT_MARKS,
)
from azmedia_nlp.annotations import Sentence, Token
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation.abbreviations import is_initials, standing
from azmedia_nlp.segmentation.rules import Decision, Rules, Verdict, decide
from azmedia_nlp.segmentation.tokens import find_tokens

_CLOSERS: Final = CLOSING_MARKS | frozenset("\"“'‘)]}")
_QUOTES: Final = QUOTATION_MARKS
_OPENERS: Final = OPENING_MARKS | STRAIGHT_MARKS
_ROMAN: Final = frozenset("IVXLC")
_LONGEST_TITLE: Final = 8  # tokens
_DASHES: Final = DASHES | HYPHENS


class Stop(NamedTuple):
    """A stop as a rule sees it: the token, what closes behind it, and what comes next.

    *first* is the index of the sentence's first token, *at* the stop's, *last* that of the
    last closing mark behind the stop (or *at*); something follows on the same line.
    """

    tokens: Sequence[Token]
    first: int
    at: int
    last: int

    @property
    def mark(self) -> Token:
        """The stop itself, or the abbreviation that carries it."""
        return self.tokens[self.at]

    @property
    def following(self) -> Token:
        """The token behind the stop and its closing marks."""
        return self.tokens[self.last + 1]

    @property
    def closed(self) -> bool:
        """Whether a closing mark stands behind the stop."""
        return self.last > self.at


def glued(stop: Stop) -> Verdict | None:
    """``olacaq.Biz``, ``B.”,``: no white space, no end."""
    return Verdict.JOIN if stop.tokens[stop.last].end == stop.following.start else None


def small_letter(stop: Stop) -> Verdict | None:
    """``"Kim?" soruşub``: no sentence begins in lower case, but for an ``iPhone``."""
    word = stop.following.text
    return Verdict.JOIN if word[0].islower() and word.islower() else None


def list_number(stop: Stop) -> Verdict | None:
    """``1. “Qayda” təsdiq edilsin.``, ``Maddə 1. Əsas anlayışlar``: a heading's number."""
    if not 1 <= stop.at - stop.first <= 2 or stop.mark.text != ".":
        return None
    *label, number = stop.tokens[stop.first : stop.at]
    if label:
        return Verdict.JOIN if label[0].text.istitle() and number.text.isdigit() else None
    return Verdict.JOIN if _is_numeral(number.text) else None


def _is_numeral(word: str) -> bool:
    """Whether *word* is a number without an ending, Arabic or Roman: ``2.1``, ``IV``."""
    return word.replace(".", "").isdigit() or set(word) <= _ROMAN


def quoted_title(stop: Stop) -> Verdict | None:
    """``“Nə? Harada? Nə zaman?” oyunu``: a short quotation inside a sentence that goes on."""
    if stop.closed or stop.mark.text == ".":
        return None
    reach = stop.tokens[max(stop.first, stop.at - _LONGEST_TITLE) : stop.at]
    if not any(token.text in _OPENERS for token in reach):
        return None
    ahead = stop.tokens[stop.at + 1 : stop.at + _LONGEST_TITLE]
    closing = next((at for at, token in enumerate(ahead) if token.text in _QUOTES), None)
    after = ahead[closing + 1 : closing + 2] if closing is not None else ()
    return Verdict.JOIN if after and after[0].text[0].islower() else None


def attribution(stop: Stop) -> Verdict | None:
    """``“Hara gedim?” – Əli soruşub``, ``gedim? – müxbir soruşub``: the quoted goes on."""
    if stop.following.text not in _DASHES:
        return None
    if stop.closed:
        return Verdict.JOIN
    after = stop.tokens[stop.last + 2 : stop.last + 3]
    goes_on = bool(after) and after[0].text[0].islower()
    return Verdict.JOIN if goes_on else None


def credit(stop: Stop) -> Verdict | None:
    """``NYU-YORK, 21 sentyabr 2017-ci il. /Trend/``."""
    return Verdict.JOIN if stop.following.text == "/" else None


def initials(stop: Stop) -> Verdict | None:
    """``K. Oyşıbayev``."""
    word = stop.mark.text[:-1]
    named = stop.mark.kind == "word" and is_initials(word) and stop.following.text[0].isupper()
    return Verdict.JOIN if named else None


def abbreviation(stop: Stop) -> Verdict | None:
    """``prof. Xəlilov``, ``küç. 71``, ``1,8 mln. ABŞ dolları`` — but ``və s. Bu``."""
    if stop.mark.kind == "punct":
        return None
    stands = standing(stop.mark.text[:-1]) or "end"
    if stands == "end" or stop.closed:
        return None
    if stands == "era":
        return Verdict.JOIN if _is_numeral(stop.following.stem) else None
    if stands == "unit":
        return Verdict.JOIN if _continues_amount(stop.following.text) else None
    return Verdict.JOIN


def _continues_amount(word: str) -> bool:
    """``mln. ABŞ dolları``, ``man. 50 qəp.`` — but ``km. 2025-ci``."""
    return word[:2].isupper() or (word.isdigit() and len(word) <= 3)


RULES: Final[Rules[Stop]] = {
    "sentence.glued": glued,
    "sentence.small_letter": small_letter,
    "sentence.list_number": list_number,
    "sentence.quoted_title": quoted_title,
    "sentence.attribution": attribution,
    "sentence.credit": credit,
    "sentence.initials": initials,
    "sentence.abbreviation": abbreviation,
}


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut *text* into sentences; a headline, a date line, a clock time is one as well.

    Any text will do: recognition works on its clean view, offsets are those of *text*.

    >>> [sentence.text for sentence in split_sentences("Prof. Əli gəldi. Getdi?")]
    ['Prof. Əli gəldi.', 'Getdi?']
    """
    clean = normalize(text)
    sentences = find_sentences(clean.text, find_tokens(clean.text))
    return restore_spans(sentences, clean, text)


def explain_sentences(text: str) -> tuple[tuple[Stop, Decision], ...]:
    """Every stop of a clean text with something behind it, and the rule that decided it.

    >>> [(stop.mark.text, decision.rule) for stop, decision in explain_sentences("Dos. Əli")]
    [('Dos.', 'sentence.abbreviation')]
    """
    trace: list[tuple[Stop, Decision]] = []
    _read(text, find_tokens(text), trace)
    return tuple(trace)


def find_sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a clean text and its tokens."""
    sentences = []
    first = 0
    for end in _read(text, tokens, None):
        start, stop = tokens[first].start, tokens[end - 1].end
        sentences.append(Sentence(start, stop, text[start:stop]))
        first = end
    return tuple(sentences)


def _read(
    text: str, tokens: Sequence[Token], trace: list[tuple[Stop, Decision]] | None
) -> list[int]:
    """The indexes of tokens before which a sentence ends; *trace* takes what was decided."""
    ends: list[int] = []
    first = 0
    line_end = _line_end(text, 0)
    for at, token in enumerate(tokens):
        if token.start > line_end:
            if at > first:
                ends.append(at)
                first = at
            line_end = _line_end(text, token.start)
        if at < first or token.text[-1] not in SENTENCE_ENDERS:
            continue
        last = _last_closer(tokens, at)
        if last + 1 == len(tokens) or tokens[last + 1].start > line_end:
            continue  # the line ends the sentence
        stop = Stop(tokens, first, at, last)
        decision = decide(stop, RULES)
        if trace is not None:
            trace.append((stop, decision))
        if decision.verdict is Verdict.SPLIT:
            first = last + 1
            ends.append(first)
    if first < len(tokens):
        ends.append(len(tokens))
    return ends


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end == -1 else end


def _last_closer(tokens: Sequence[Token], at: int) -> int:
    """The index of the last closing mark behind the stop, or the stop's own."""
    last = at
    while last + 1 < len(tokens) and _closes(tokens[last], tokens[last + 1]):
        last += 1
    return last


def _closes(token: Token, after: Token) -> bool:
    """Whether a closing mark is glued on, or a picture stands a space away: ``yazsın! 🌼»``."""
    if token.end == after.start:
        return after.text[0] in _CLOSERS or _is_picture(after)
    return token.end + 1 == after.start and _is_picture(after)


def _is_picture(token: Token) -> bool:
    return token.kind == "symbol" and unicodedata.category(token.text[0]) == "So"
