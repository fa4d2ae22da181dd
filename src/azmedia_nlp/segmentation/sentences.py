"""Sentences: stops, and rules that say which of them end one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from azmedia_nlp.alphabet import CLOSING_MARKS, SENTENCE_ENDERS
from azmedia_nlp.annotations import Sentence, Token
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation.ends import RULES, Stop
from azmedia_nlp.segmentation.rules import Decision, Verdict, decide
from azmedia_nlp.segmentation.tokens import find_tokens
from azmedia_nlp.spans import line_end

_CLOSERS: Final = CLOSING_MARKS | frozenset("\"“'‘)]}")


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
    limit = line_end(text, 0)
    for at, token in enumerate(tokens):
        if token.start > limit:
            if at > first:
                ends.append(at)
                first = at
            limit = line_end(text, token.start)
        if at < first or token.text[-1] not in SENTENCE_ENDERS:
            continue
        last = _last_closer(tokens, at)
        if last + 1 == len(tokens) or tokens[last + 1].start > limit:
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


def _last_closer(tokens: Sequence[Token], at: int) -> int:
    """The index of the last closing mark behind the stop, or the stop's own."""
    for last in range(at, len(tokens) - 1):
        if not _closes(tokens[last], tokens[last + 1]):
            return last
    return len(tokens) - 1


def _closes(token: Token, after: Token) -> bool:
    """Whether a closing mark is glued on, or a picture stands a space away: ``yazsın! 🌼»``."""
    if token.end == after.start:
        return after.text[0] in _CLOSERS or _is_picture(after)
    return token.end + 1 == after.start and _is_picture(after)


def _is_picture(token: Token) -> bool:
    return token.kind == "symbol" and unicodedata.category(token.text[0]) == "So"
