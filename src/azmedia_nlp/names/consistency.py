"""One name, one reading: what an article says clearly once holds wherever it is said again.

The tagger reads each sentence by itself. A name of several words that it saw whole once is
whole elsewhere, and its label is the one it mostly has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import HYPHENS
from azmedia_nlp.annotations import Label
from azmedia_nlp.names.bio import TokenSpan
from azmedia_nlp.names.gazetteer import flags_of, name_tails, stems
from azmedia_nlp.names.reading import Reading

_PLACES: Final[dict[str, Label]] = {"GPE": "GPE", "LOC": "LOC"}
_COUNTRY: Final = "GPE.country"
# How many words more than a place a span may have and still be that place misread.
_STRAY: Final = 2


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

    def goes_on(self, at: int) -> bool:
        """Whether a span that began before holds the token."""
        owner = self._owners.get(at)
        return owner is not None and owner.start < at

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


def make_consistent(spans: Sequence[TokenSpan], reading: Reading) -> tuple[TokenSpan, ...]:
    """Settle tails, branches, lexicon places and what is repeated; spans are in order, disjoint."""
    tailed = join_branches(join_tails(spans, reading), reading)
    return repeat_known(settle_places(tailed, reading), reading)


def join_tails(spans: Iterable[TokenSpan], reading: Reading) -> list[TokenSpan]:
    """``Gülüstan TV``, ``Sabah İA``: the tail belongs to the name and tells its label."""
    joined: list[TokenSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and span.start < last.end:
            continue  # a tail that the name before it has taken in
        if last is not None and span.start == last.end and _is_tail(reading, span, last):
            joined[-1] = TokenSpan(last.start, span.end, name_tails()[reading.forms[span.start]])
        else:
            joined.append(_with_tail(span, reading, last.end if last is not None else 0))
    return joined


def _with_tail(span: TokenSpan, reading: Reading, free: int) -> TokenSpan:
    """The span with a shouted tail behind it, or the word before one; *free* bounds it left."""
    forms, (start, end, _) = reading.forms, span
    tail = name_tails().get(forms[end - 1])
    if tail is not None:
        alone = end - start == 1 and start > free and forms[start].isupper()
        start -= alone and _follows(reading, start)
        return span if end - start == 1 else TokenSpan(start, end, tail)
    label = name_tails().get(forms[end]) if end < len(forms) else None
    if label is None or not forms[end].isupper() or not _follows(reading, end):
        return span
    return TokenSpan(start, end + 1, label)


def _is_tail(reading: Reading, span: TokenSpan, before: TokenSpan) -> bool:
    """Whether a span is a tail and no more; behind a person only a shouted one is."""
    tail = reading.forms[span.start]
    alone = span.end - span.start == 1 and (before.label != "PER" or tail.isupper())
    return alone and tail in name_tails() and _follows(reading, span.start)


def _follows(reading: Reading, index: int) -> bool:
    """Whether only a space stands before a token, its neighbour being a bare word."""
    before = reading.tokens[index - 1]
    bare = before.end == before.stem_end and reading.words[index - 1].capital
    return bare and reading.starts[index] == before.end + 1


def join_branches(spans: Sequence[TokenSpan], reading: Reading) -> list[TokenSpan]:
    """``VTB (Azərbaycan) ASC``: a company's branch is named by its country in brackets.

    Nothing else has a country in brackets and then an ending or a legal form.
    """
    joined: list[TokenSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and last.label == "ORG" and _is_branch(reading, last, span):
            form = span.end + 1
            end = form + ("legal" in flags_of(reading.forms[form]))
            joined[-1] = TokenSpan(last.start, end, "ORG")
        else:
            joined.append(span)
    return joined


def _is_branch(reading: Reading, body: TokenSpan, country: TokenSpan) -> bool:
    """Whether ``(country)`` stands behind the body, with an ending or a legal form behind it."""
    closed = country.end
    if country.label != "GPE" or country.start - body.end != 1 or closed + 1 >= reading.end:
        return False
    opening, closing, after = (reading.tokens[at].text for at in (body.end, closed, closed + 1))
    ending = reading.glued(closed + 1) and after in HYPHENS
    bracketed = opening == "(" and closing == ")"
    return bracketed and (ending or "legal" in flags_of(reading.forms[closed + 1]))


def settle_places(spans: Sequence[TokenSpan], reading: Reading) -> list[TokenSpan]:
    """Give places of several words that the lexicon knows their own label and edges.

    What is longer keeps them inside: ``Cənubi Qafqaz Dəmir Yolu`` is a company.
    """
    places = [name for name in reading.long_names if name.flag[:3] in _PLACES]
    if not places:
        return list(spans)
    settled = _Layout(spans)
    for name in places:
        capitals = all(word.capital for word in reading.words[name.start : name.end])
        if name.flag == _COUNTRY and not capitals:
            continue
        touched = settled.touching(name.start, name.end)
        outside = [
            index
            for item in touched
            for index in range(item.start, item.end)
            if not name.start <= index < name.end
        ]
        if len(outside) <= _STRAY and all(_is_loose(reading, index) for index in outside):
            settled.replace(touched, [TokenSpan(name.start, name.end, _PLACES[name.flag[:3]])])
    return settled.spans()


def _is_loose(reading: Reading, index: int) -> bool:
    """A word that cannot head a longer name: a joining word, or a lower-case one."""
    flags = flags_of(reading.forms[index])
    return reading.tokens[index].text.islower() and not any(
        flag.startswith("type.") for flag in flags
    )


def repeat_known(spans: Sequence[TokenSpan], reading: Reading) -> tuple[TokenSpan, ...]:
    """Read a name of several words as it was read elsewhere in the article."""
    known = _known_names(spans, reading)
    if not known:
        return tuple(spans)
    layout, changed = _Layout(spans), False
    # What begins inside another name stays a part of it.
    starts = (at for at in reading.raised if not layout.goes_on(at))
    for found in _occurrences(known, starts, reading):
        touched = layout.touching(found.start, found.end)
        if touched == [found]:
            continue
        rest = _rest(found, touched, reading)
        if rest is not None:
            layout.replace(touched, [found, *rest])
            changed = True
    return tuple(layout.spans() if changed else spans)


def _rest(
    found: TokenSpan, touched: Sequence[TokenSpan], reading: Reading
) -> list[TokenSpan] | None:
    """What stays of the spans that a known name replaces; None where it must not.

    A span that goes on with a country (``«Otlaq» Nəşriyyatı | Özbəkistan …``) is cut before
    it; one that goes on otherwise is a longer name of its own.
    """
    if all(found.start <= item.start and item.end <= found.end for item in touched):
        return []
    if len(touched) != 1 or touched[0].start != found.start:
        return None
    if _COUNTRY in flags_of(reading.forms[found.end]):
        return [TokenSpan(found.end, found.end + 1, "GPE")]
    behind = range(found.end, touched[0].end)
    return [] if all(_is_loose(reading, index) for index in behind) else None


def _known_names(spans: Sequence[TokenSpan], reading: Reading) -> list[_Known]:
    votes: dict[tuple[str, ...], Counter[Label]] = defaultdict(Counter)
    ends: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for start, end, label in spans:
        if end - start > 1 and reading.words[start].capital:
            *words, last = _folded(reading, start, end)
            key = (*words, min(stems(last), key=len))
            votes[key][label] += 1
            ends[key].update(stems(last))
    return [
        _Known(key[:-1], frozenset(ends[key]), max(labels, key=labels.__getitem__))
        for key, labels in votes.items()
    ]


def _folded(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple([word.folded for word in reading.words[start:end]])


def _occurrences(
    known: Sequence[_Known], starts: Iterable[int], reading: Reading
) -> Iterator[TokenSpan]:
    """Where the words of a known name stand, of those at one place the longest."""
    by_first: dict[str, list[_Known]] = defaultdict(list)
    for name in sorted(known, key=lambda item: -len(item.words)):
        by_first[name.words[0]].append(name)
    for start in starts:
        for name in by_first.get(reading.words[start].folded, ()):
            last = start + len(name.words)
            if last < reading.end and _stands_there(reading, name, start, last):
                yield TokenSpan(start, last + 1, name.label)
                break


def _stands_there(reading: Reading, name: _Known, start: int, last: int) -> bool:
    """Whether the words stand from *start* on, the last one at *last* in any form."""
    if _folded(reading, start, last) != name.words:
        return False
    word = reading.words[last].folded
    return word in name.ends or any(stem in name.ends for stem in stems(word)[1:])
