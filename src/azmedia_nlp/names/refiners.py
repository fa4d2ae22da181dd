"""From what the tagger proposes to what the guidelines mark.

Each refiner is a function from a span to a span or None; they run in the order of
``REFINERS``. The tagger learns where names stand; where their edges fall is a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from azmedia_nlp.alphabet import QUOTATION_MARKS, is_all_caps
from azmedia_nlp.annotations import Label, Token
from azmedia_nlp.names.bio import TokenSpan
from azmedia_nlp.names.gazetteer import flags_of
from azmedia_nlp.names.quoted import Quoted, find_quoted

_REACH: Final = 5
_LONGEST: Final = 40  # tokens; laws with their titles have thirty


class Tokens:
    """A text's tokens with its short quotations by their marks."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        quoted = find_quoted(tokens)
        self.closing: dict[int, Quoted] = {item.opened: item for item in quoted}
        self.opening: dict[int, Quoted] = {item.closed: item for item in quoted}

    def head_after(self, closed: int) -> tuple[int, Label] | None:
        """The capitalised type word or legal form that a quoted name goes on to, if any.

        ``"Xabar" Agentliyi``, ``“Red Hearts” Xeyriyyə Fondu``, ``"Azərişıq" ASC``.
        """
        for index in range(closed + 1, min(closed + _REACH, len(self.tokens))):
            token = self.tokens[index]
            if token.start == self.tokens[index - 1].end or not token.text[:1].isupper():
                return None
            for flag in flags_of(token.stem):
                kind, _, label = flag.partition(".")
                if kind == "legal":
                    return index, "ORG"
                if kind == "type" and label in ("ORG", "FAC", "EVENT"):
                    return index, label  # type: ignore[return-value]
        return None


def join_head(span: TokenSpan, text: Tokens) -> TokenSpan:
    """Take in a capitalised type word or legal form behind a quoted name.

    Whatever part of the quotation the tagger saw, the name is the whole: ``"Xabar" Agentliyi``.
    """
    quoted = text.closing.get(span.start - 1) or text.closing.get(span.start)
    if quoted is None or span.end > quoted.closed + 1:
        return span
    head = text.head_after(quoted.closed)
    if head is None or span.label == "PER":
        return span
    end, label = head
    return TokenSpan(quoted.opened, end + 1, label if span.label != "EVENT" else span.label)


def drop_endless(span: TokenSpan, text: Tokens) -> TokenSpan | None:
    """A run of capitals that no name is as long as is none."""
    del text
    return span if span.end - span.start <= _LONGEST else None


def balance_marks(span: TokenSpan, text: Tokens) -> TokenSpan | None:
    """Marks round the whole name stay out; marks inside it stand in pairs."""
    start, end = span.start, span.end
    quoted = text.closing.get(start)
    if quoted is not None and quoted.closed >= end - 1:
        start += 1
        end = min(end, quoted.closed)
    before = text.closing.get(start - 1)
    if before is not None and before.closed < end:
        start = before.opened if before.closed < end - 1 else start
        end = end if before.closed < end - 1 else before.closed
    if end - 1 in text.opening and text.opening[end - 1].opened < start:
        end -= 1
    return TokenSpan(start, end, span.label) if start < end else None


def trim_marks(span: TokenSpan, text: Tokens) -> TokenSpan | None:
    """Drop punctuation and single marks from the edges: ``“ Silah`` → ``Silah``."""
    start, end = span.start, span.end
    while start < end and _is_edge(text, start, text.closing, end):
        start += 1
    while start < end and _is_edge(text, end - 1, text.opening, end):
        end -= 1
    return TokenSpan(start, end, span.label) if start < end else None


def _is_edge(text: Tokens, index: int, pairs: dict[int, Quoted], end: int) -> bool:
    token = text.tokens[index]
    if token.text in QUOTATION_MARKS:
        return index not in pairs or pairs[index].closed >= end
    return token.kind == "punct" and token.text not in "()®™"


def require_letters(span: TokenSpan, text: Tokens) -> TokenSpan | None:
    """A name has a letter, and a person's name a capital."""
    words = [token.text for token in text.tokens[span.start : span.end]]
    if not any(char.isalpha() for word in words for char in word):
        return None
    if span.label == "PER" and not any(word[:1].isupper() for word in words):
        return None
    return span


def split_after_ending(span: TokenSpan, tokens: Sequence[Token]) -> tuple[TokenSpan, ...]:
    """An acronym with an ending is a name by itself: ``MÜTDA-nın`` | ``Təhsil şöbəsinin``."""
    parts: list[TokenSpan] = []
    start = span.start
    for index in range(span.start, span.end - 1):
        token = tokens[index]
        if token.stem_end < token.end and is_all_caps(token.stem):
            places = any(flag.startswith("GPE") for flag in flags_of(token.stem))
            parts.append(TokenSpan(start, index + 1, "GPE" if places else "ORG"))
            start = index + 1
    return (*parts, TokenSpan(start, span.end, span.label))


REFINERS: Final[tuple[Callable[[TokenSpan, Tokens], TokenSpan | None], ...]] = (
    drop_endless,
    join_head,
    balance_marks,
    trim_marks,
    require_letters,
)


def refine(spans: Iterable[TokenSpan], tokens: Sequence[Token]) -> tuple[TokenSpan, ...]:
    """Run the refiners over each span; of two that then overlap the longer stays."""
    text = Tokens(tokens)
    kept: list[TokenSpan] = []
    for span in sorted(_refined(spans, text), key=lambda item: (item.start, -item.end)):
        if kept and span.start < kept[-1].end:
            if span.end - span.start > kept[-1].end - kept[-1].start:
                kept[-1] = span
            continue
        kept.append(span)
    return tuple(kept)


def _refined(spans: Iterable[TokenSpan], text: Tokens) -> Iterable[TokenSpan]:
    parts = (part for span in spans for part in split_after_ending(span, text.tokens))
    return (refined for part in parts if (refined := _refine_one(part, text)) is not None)


def _refine_one(span: TokenSpan, text: Tokens) -> TokenSpan | None:
    current: TokenSpan | None = span
    for refiner in REFINERS:
        if current is None:
            return None
        current = refiner(current, text)
    return current
