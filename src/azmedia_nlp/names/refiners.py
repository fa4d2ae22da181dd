"""From what the tagger proposes to what the guidelines mark.

Each refiner is a function from a span to a span or None; they run in the order of
``REFINERS``. The tagger learns where names stand; where their edges fall is a rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from azmedia_nlp.alphabet import QUOTATION_MARKS
from azmedia_nlp.annotations import Label
from azmedia_nlp.names.bio import TokenSpan
from azmedia_nlp.names.gazetteer import flags_of
from azmedia_nlp.names.reading import Reading

_REACH: Final = 5
_LONGEST: Final = 40  # tokens; laws with their titles have thirty

_SENTENCE: Final = 4  # words, where a verb ends them
# What verbs end in that close a sentence, and heads of names do not.
_FINITE: Final = re.compile(
    r"(?:[ıiuü]b(?:l[aə]r)?|[aə]c[aə](?:[kq]|[ğy][ıi][kqmn])|[ıiuü]r(?:l[aə]r)?|m[ıiuü]ş[aə]?m?)$"
)


def _head_after(closed: int, reading: Reading) -> tuple[int, Label] | None:
    """The capitalised type word or legal form that a quoted name goes on to, if any.

    ``"Xabar" Agentliyi``, ``“Red Hearts” Xeyriyyə Fondu``, ``"Azərişıq" ASC``.
    """
    for index in range(closed + 1, min(closed + _REACH, reading.end)):
        if reading.breaks[index] or reading.glued(index) or not reading.words[index].capital:
            return None
        for flag in flags_of(reading.forms[index]):
            kind, _, label = flag.partition(".")
            if kind == "legal":
                return index, "ORG"
            if kind == "type" and label in ("ORG", "FAC", "EVENT"):
                return index, label  # type: ignore[return-value]
    return None


def join_head(span: TokenSpan, reading: Reading) -> TokenSpan:
    """Take in a capitalised type word or legal form behind a quoted name.

    Whatever part of the quotation the tagger saw, the name is the whole: ``"Xabar" Agentliyi``.
    """
    opened = span.start - 1 if span.start - 1 in reading.closing else span.start
    closed = reading.closing.get(opened)
    if closed is None or span.end > closed + 1 or span.label == "PER":
        return span
    head = _head_after(closed, reading)
    if head is None:
        return span
    end, label = head
    return TokenSpan(opened, end + 1, label if span.label != "EVENT" else span.label)


def drop_endless(span: TokenSpan, reading: Reading) -> TokenSpan | None:
    """A run of capitals that no name is as long as is none."""
    del reading
    return span if span.end - span.start <= _LONGEST else None


def drop_speech(span: TokenSpan, reading: Reading) -> TokenSpan | None:
    """``“Biz bu yolu mütləq açacağıq” Nazirlikdən …``: a sentence in marks is what somebody said.

    Titles of works may be sentences.
    """
    opened = span.start if span.start in reading.closing else span.start - 1
    closed = reading.closing.get(opened)
    if span.label == "WORK" or closed is None or span.end < closed:
        return span
    last = reading.words[closed - 1]
    sentence = closed - opened > _SENTENCE and not last.capital
    return None if sentence and _FINITE.search(last.folded) else span


def balance_marks(span: TokenSpan, reading: Reading) -> TokenSpan | None:
    """Marks round the whole name stay out; marks inside it stand in pairs."""
    start, end, label = span
    closed = reading.closing.get(start)
    if closed is not None and closed >= end - 1:
        start += 1
        end = min(end, closed)
    closed = reading.closing.get(start - 1)
    if closed is not None and closed < end:
        start = start - 1 if closed < end - 1 else start
        end = end if closed < end - 1 else closed
    if reading.opening.get(end - 1, start) < start:
        end -= 1
    return TokenSpan(start, end, label) if start < end else None


def trim_marks(span: TokenSpan, reading: Reading) -> TokenSpan | None:
    """Drop punctuation and single marks from the edges: ``“ Silah`` → ``Silah``."""
    start, end = span.start, span.end
    while start < end and _is_edge(reading, start, reading.closing, end):
        start += 1
    while start < end and _is_edge(reading, end - 1, reading.opening, end):
        end -= 1
    return TokenSpan(start, end, span.label) if start < end else None


def _is_edge(reading: Reading, index: int, pairs: dict[int, int], end: int) -> bool:
    token = reading.tokens[index]
    if token.kind != "punct":
        return False
    if token.text in QUOTATION_MARKS:
        return index not in pairs or pairs[index] >= end
    return token.text not in "()®™"


def require_letters(span: TokenSpan, reading: Reading) -> TokenSpan | None:
    """A name has a letter, and a person's name a capital."""
    if any(reading.words[at].capital for at in range(span.start, span.end)):
        return span
    inside = reading.tokens[span.start : span.end]
    letters = any(char.isalpha() for token in inside for char in token.text)
    return span if letters and span.label != "PER" else None


def split_after_ending(span: TokenSpan, reading: Reading) -> tuple[TokenSpan, ...]:
    """An acronym with an ending is a name by itself: ``MÜTDA-nın`` | ``Təhsil şöbəsinin``."""
    inside = range(span.start, span.end - 1)
    if reading.endings.isdisjoint(inside):
        return (span,)
    parts: list[TokenSpan] = []
    start = span.start
    for index in inside:
        if reading.words[index].shouted and reading.set_off(index):
            places = any(flag.startswith("GPE") for flag in flags_of(reading.forms[index]))
            parts.append(TokenSpan(start, index + 1, "GPE" if places else "ORG"))
            start = index + 1
    return (*parts, TokenSpan(start, span.end, span.label))


REFINERS: Final[tuple[Callable[[TokenSpan, Reading], TokenSpan | None], ...]] = (
    drop_endless,
    drop_speech,
    join_head,
    balance_marks,
    trim_marks,
    require_letters,
)


def refine(spans: Iterable[TokenSpan], reading: Reading) -> tuple[TokenSpan, ...]:
    """Run the refiners over each span; of two that then overlap the longer stays."""
    kept: list[TokenSpan] = []
    for span in sorted(_refined(spans, reading), key=lambda item: (item.start, -item.end)):
        if kept and span.start < kept[-1].end:
            if span.end - span.start > kept[-1].end - kept[-1].start:
                kept[-1] = span
            continue
        kept.append(span)
    return tuple(kept)


def _refined(spans: Iterable[TokenSpan], reading: Reading) -> Iterator[TokenSpan]:
    for span in spans:
        for part in split_after_ending(span, reading):
            refined = _refine_one(part, reading)
            if refined is not None:
                yield refined


def _refine_one(span: TokenSpan, reading: Reading) -> TokenSpan | None:
    current: TokenSpan | None = span
    for refiner in REFINERS:
        if current is None:
            return None
        current = refiner(current, reading)
    return current
