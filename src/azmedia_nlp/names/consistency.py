"""One name, one reading: what an article says clearly once holds wherever it is said again.

The tagger reads each sentence by itself. A name of several words that it saw whole once is
whole elsewhere, and its label is the one it mostly has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from azmedia_nlp.alphabet import HYPHENS, lower
from azmedia_nlp.annotations import Label, Token
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.bio import TokenSpan
from azmedia_nlp.names.gazetteer import find_long_names, flags_of, stems

_PLACES: Final = ("GPE", "LOC")
_COUNTRY: Final = "GPE.country"
# How many words more than a place a span may have and still be that place misread.
_STRAY: Final = 2
# The closing bracket and what stands behind it.
_BEHIND: Final = 2


class NameTail(msgspec.Struct, frozen=True):
    """A last word that tells a name's label."""

    tail: str
    label: Label


class _Known(NamedTuple):
    """The words of a name, its last word's bare forms, and its label."""

    words: tuple[str, ...]
    ends: frozenset[str]
    label: Label


class _Layout:
    """Disjoint spans by the tokens that they hold: what touches a stretch is found at once."""

    def __init__(self, spans: Iterable[TokenSpan]) -> None:
        self._owners = {at: span for span in spans for at in range(span.start, span.end)}

    def touching(self, start: int, end: int) -> list[TokenSpan]:
        """The spans that hold a token of the stretch, in order."""
        found = (self._owners[at] for at in range(start, end) if at in self._owners)
        return list(dict.fromkeys(found))

    def replace(self, old: Iterable[TokenSpan], new: Iterable[TokenSpan]) -> None:
        """Put spans in the place of others."""
        for span in old:
            for at in range(span.start, span.end):
                del self._owners[at]
        for span in new:
            self._owners.update(dict.fromkeys(range(span.start, span.end), span))

    def spans(self) -> list[TokenSpan]:
        """The spans as they are now, in order."""
        return sorted(set(self._owners.values()))


def make_consistent(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> tuple[TokenSpan, ...]:
    """Settle tails, lexicon places, and repeated names; spans are ordered and disjoint."""
    tailed = join_branches(join_tails(spans, tokens), tokens)
    placed = settle_places(tailed, tokens)
    return repeat_known(placed, tokens)


def join_tails(spans: Iterable[TokenSpan], tokens: Sequence[Token]) -> list[TokenSpan]:
    """``Gülüstan TV``, ``Sabah İA``: the tail belongs to the name and tells its label."""
    joined: list[TokenSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and span.start < last.end:
            continue  # a tail that the name before it has taken in
        if last is not None and span.start == last.end and _is_tail(tokens, span, last):
            joined[-1] = TokenSpan(last.start, span.end, _tails()[tokens[span.start].stem])
        else:
            joined.append(_with_tail(span, tokens, last.end if last is not None else 0))
    return joined


def _with_tail(span: TokenSpan, tokens: Sequence[Token], free: int) -> TokenSpan:
    """The span with a shouted tail behind it, or the word before one; *free* bounds it left."""
    tail = _tails().get(tokens[span.end - 1].stem)
    if tail is not None:
        alone = (
            span.end - span.start == 1 and span.start > free and tokens[span.start].stem.isupper()
        )
        start = span.start - (alone and _follows(tokens, span.start))
        return span if span.end - start == 1 else TokenSpan(start, span.end, tail)
    after = tokens[span.end] if span.end < len(tokens) else None
    if after is None or not after.stem.isupper() or not _follows(tokens, span.end):
        return span
    label = _tails().get(after.stem)
    return TokenSpan(span.start, span.end + 1, label) if label else span


def _is_tail(tokens: Sequence[Token], span: TokenSpan, before: TokenSpan) -> bool:
    """Whether a span is a tail and no more; behind a person only a shouted one is."""
    tail = tokens[span.start].stem
    alone = span.end - span.start == 1 and (before.label != "PER" or tail.isupper())
    return alone and tail in _tails() and _follows(tokens, span.start)


def _follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether only a space stands before a token, its neighbour being a bare word."""
    before, token = tokens[index - 1], tokens[index]
    bare = before.end == before.stem_end and before.text[:1].isupper()
    return bare and token.start == before.end + 1


@cache
def _tails() -> dict[str, Label]:
    return {row.tail: row.label for row in read_lexicon("name_tails", NameTail)}


def join_branches(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> list[TokenSpan]:
    """``VTB (Azərbaycan) ASC``: a company's branch is named by its country in brackets.

    Nothing else has a country in brackets and then an ending or a legal form.
    """
    joined: list[TokenSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and last.label == "ORG" and _is_branch(tokens, last, span):
            form = span.end + 1
            end = form + ("legal" in flags_of(tokens[form].stem))
            joined[-1] = TokenSpan(last.start, end, "ORG")
        else:
            joined.append(span)
    return joined


def _is_branch(tokens: Sequence[Token], body: TokenSpan, country: TokenSpan) -> bool:
    around = tokens[body.end : country.start], tokens[country.end : country.end + 2]
    if [token.text for token in around[0]] != ["("] or len(around[1]) < _BEHIND:
        return False
    closing, after = around[1]
    ending = after.start == closing.end and after.text in HYPHENS
    named = country.label == "GPE" and closing.text == ")"
    return named and (ending or "legal" in flags_of(after.stem))


def settle_places(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> list[TokenSpan]:
    """Give places of several words that the lexicon knows their own label and edges.

    What is longer keeps them inside: ``Cənubi Qafqaz Dəmir Yolu`` is a company.
    """
    words = tuple(token.stem for token in tokens)
    settled = _Layout(spans)
    for name in find_long_names(words):
        label = name.flag.partition(".")[0]
        if label not in _PLACES:
            continue
        capitals = all(word[:1].isupper() for word in words[name.start : name.end])
        if name.flag == _COUNTRY and not capitals:
            continue
        touched = settled.touching(name.start, name.end)
        outside = [
            index
            for item in touched
            for index in range(item.start, item.end)
            if not name.start <= index < name.end
        ]
        if len(outside) <= _STRAY and all(_is_loose(tokens[index]) for index in outside):
            settled.replace(touched, [TokenSpan(name.start, name.end, _as_label(label))])
    return settled.spans()


def _as_label(text: str) -> Label:
    return "GPE" if text == "GPE" else "LOC"


def _is_loose(token: Token) -> bool:
    """A word that cannot head a longer name: a joining word, or a lower-case one."""
    return token.text.islower() and not any(
        flag.startswith("type.") for flag in flags_of(token.stem)
    )


def repeat_known(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> tuple[TokenSpan, ...]:
    """Read a name of several words as it was read elsewhere in the article."""
    known = _known_names(spans, tokens)
    if not known:
        return tuple(spans)
    layout = _Layout(spans)
    for found in _occurrences(known, tokens):
        touched = layout.touching(found.start, found.end)
        if touched == [found]:
            continue
        rest = _rest(found, touched, tokens)
        if rest is not None:
            layout.replace(touched, [found, *rest])
    return tuple(layout.spans())


def _rest(
    found: TokenSpan, touched: Sequence[TokenSpan], tokens: Sequence[Token]
) -> list[TokenSpan] | None:
    """What stays of the spans that a known name replaces; None where it must not.

    A span that goes on with a country (``«Otlaq» Nəşriyyatı | Özbəkistan …``) is cut before
    it; one that goes on otherwise is a longer name of its own.
    """
    if all(found.start <= item.start and item.end <= found.end for item in touched):
        return []
    if len(touched) != 1 or touched[0].start != found.start:
        return None
    follower = tokens[found.end]
    if _COUNTRY in flags_of(follower.stem):
        return [TokenSpan(found.end, found.end + 1, "GPE")]
    behind = tokens[found.end : touched[0].end]
    return [] if all(_is_loose(token) for token in behind) else None


def _known_names(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> list[_Known]:
    votes: dict[tuple[str, ...], Counter[Label]] = defaultdict(Counter)
    ends: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for span in spans:
        words = _words(tokens[span.start : span.end])
        if len(words) > 1 and tokens[span.start].text[:1].isupper():
            key = (*words[:-1], min(stems(words[-1]), key=len))
            votes[key][span.label] += 1
            ends[key].update(stems(words[-1]))
    return [
        _Known(key[:-1], frozenset(ends[key]), labels.most_common(1)[0][0])
        for key, labels in votes.items()
    ]


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(lower(token.stem) for token in tokens)


def _occurrences(known: Sequence[_Known], tokens: Sequence[Token]) -> Iterator[TokenSpan]:
    """Every place where the words of a known name stand, the longest first."""
    by_first: dict[str, list[_Known]] = defaultdict(list)
    for name in sorted(known, key=lambda item: -len(item.words)):
        by_first[name.words[0]].append(name)
    words = _words(tokens)
    for start, word in enumerate(words):
        if not tokens[start].text[:1].isupper():
            continue
        for name in by_first.get(word, ()):
            last = start + len(name.words)
            if last < len(words) and words[start:last] == name.words and _ends(words[last], name):
                yield TokenSpan(start, last + 1, name.label)
                break


def _ends(word: str, name: _Known) -> bool:
    return word in name.ends or any(stem in name.ends for stem in stems(word)[1:])
