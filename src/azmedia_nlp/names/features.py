"""What the tagger sees: features of a word by itself, of its neighbours, of its place.

A feature is a string. Those of a word by itself depend on nothing else, so that they are
made once for each form; ``WINDOW`` says how far each kind of them is seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.annotations import Paragraph, Segmentation
from azmedia_nlp.morphology import analyze
from azmedia_nlp.morphology.stems import common_words
from azmedia_nlp.names.finders import find_by_rule
from azmedia_nlp.names.gazetteer import flags_of, stems, surname_endings
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.words import Word, shape

# Kinds of word features by the offsets at which a neighbour shows them.
WINDOW: Final[dict[int, str]] = {
    -3: "wl",
    -2: "wlsf",
    -1: "wlsfkxec",
    0: "wlsfkxepnc",
    1: "wlsfkxec",
    2: "wlsf",
    3: "wl",
}
OFFSETS: Final = tuple(WINDOW)
# Words between a capital and the type word that may head its name.
_REACH: Final = 8


@lru_cache(maxsize=1 << 16)
def word_features(word: str) -> tuple[str, ...]:
    """The features of a token by itself; the first letter is the kind.

    w word · l lexicon flag · s shape · f stem · k case ending · x suffix · p prefix ·
    e surname ending · n length · c whether the form is common in lower case.
    """
    folded = lower(word)
    features = [f"w{folded}", f"s{shape(word)}"]
    features += [f"l{flag}" for flag in flags_of(word)]
    if word[:1].isalpha():
        features += [f"f{stem}" for stem in stems(word)[:4]]
        features += [f"k{case}" for case in sorted({item.case for item in analyze(word)[:3]})]
        features += [f"x{folded[-size:]}" for size in range(1, 6) if size < len(folded)]
        features += [f"p{folded[:size]}" for size in range(2, 5) if size < len(folded)]
        features += [f"e{ending}" for ending in _surname_ending(word)]
        features += [f"n{min(len(word), 12) // 3}", f"c{_commonness(folded)}"]
    return tuple(features)


def _commonness(folded: str) -> str:
    if folded in common_words():
        return "form"
    return "stem" if any(stem in common_words() for stem in stems(folded)) else "no"


def _surname_ending(word: str) -> Iterator[str]:
    if not word[0].isupper():
        return
    for stem in stems(word):
        for row in surname_endings():
            if len(stem) > len(row.ending) + 2 and stem.endswith(row.ending):
                yield row.ending
                return


def read_contexts(reading: Reading) -> list[tuple[str, ...]]:
    """What the place of each token of a text adds."""
    return Places(reading, find_by_rule(reading)).contexts(0, reading.end)


class Places:
    """What the place of each token adds: sentence, quotation marks, document, long names.

    *ruled* is what the finders by rule agree on.
    """

    def __init__(self, reading: Reading, ruled: Sequence[Candidate]) -> None:
        self.forms = reading.forms
        self.words = reading.words
        self.starts = {begin for begin, _ in reading.bounds}
        self.set_off = reading.endings
        self.shouted = _shouted_paragraphs(reading.segmentation)
        self.lowered = reading.lowered
        self.raised = self._raised_inside_sentences(reading)
        self.type_words = [at for at, word in enumerate(self.words) if word.type_word]
        self.marks = (_long_names(reading), _quoted(reading), self._marked_lines(reading))
        self.telling = self._telling(reading.raised)
        self.acronyms = self._explained_acronyms()
        self.ruled = self._by_token(ruled)
        self.known = self._known_words(ruled)
        self.seen: dict[str, tuple[str, ...]] = {}

    def contexts(self, start: int, end: int) -> list[tuple[str, ...]]:
        """The features of the places from token *start* to token *end*."""
        # One place more at either end, where there is one, is the first and the last neighbour.
        shapes = [word.shape for word in self.words[max(0, start - 1) : end + 1]]
        shapes = ["^"] * (start == 0) + shapes + ["$"] * (end == len(self.words))
        sides = [
            each[first + offset : last + offset]
            for each, first, last in ((self.ruled, start, end), (shapes, 0, end - start))
            for offset in range(3)
        ]
        contexts = list(map(_beside, *sides))
        first = bisect_left(self.telling, start)
        for index in self.telling[first : bisect_left(self.telling, end, first)]:
            contexts[index - start] = (*contexts[index - start], *self._more(index))
        return contexts

    def _telling(self, raised: Sequence[int]) -> list[int]:
        """The places that show more than their neighbours; most small words do not."""
        flags = bytearray(len(self.words) + 1)
        behind = [at + 1 for at in self.set_off]
        for places in (raised, self.starts, behind, *self.marks):
            for at in places:
                flags[at] = 1
        return [at for at, flag in enumerate(flags[:-1]) if flag]

    def _more(self, index: int) -> list[str]:
        """What a place shows beside its neighbours."""
        found: list[str] = []
        for marks in self.marks:
            if index in marks:
                found += marks[index]
        first = index in self.starts
        if first:
            found.append("first")
        if self.words[index].capital:
            found += self._document(self.forms[index], first=first)
            found += self._head_ahead(index)
            if index:
                found.append(_flags_beside(self.forms[index - 1], self.forms[index]))
            if index in self.set_off:
                found.append("set-off")
        if index - 1 in self.set_off:
            found.append("after-set-off")
        return found

    def _by_token(self, ruled: Sequence[Candidate]) -> list[str]:
        """What the finders by rule say of each token, O for nothing."""
        marks = ["O"] * (len(self.forms) + 2)
        for name in ruled:
            for index in range(name.start, name.end):
                edge = "B" if index == name.start else "E" if index + 1 == name.end else "I"
                marks[index + 1] = _rule_mark(edge, name.label, name.strength)
        return marks

    def _marked_lines(self, reading: Reading) -> dict[int, tuple[str, ...]]:
        """The tokens of titles and of lines that are all in capitals."""
        titles = [line for line in reading.segmentation.paragraphs if line.kind == "title"]
        marks: dict[int, tuple[str, ...]] = {}
        for line in titles:
            marks.update(dict.fromkeys(_tokens_of(line, reading), ("title-line",)))
        for line in self.shouted:
            loud = ("title-line", "shouted") if line.kind == "title" else ("shouted",)
            marks.update(dict.fromkeys(_tokens_of(line, reading), loud))
        return marks

    def _known_words(self, ruled: Sequence[Candidate]) -> dict[str, set[str]]:
        """The labels that the rules give a word anywhere in the article, by its stems."""
        parts = {
            (self.forms[index], "last" if index + 1 == name.end else "part", name.label)
            for name in ruled
            for index in range(name.start, name.end)
            if self.words[index].capital
        }
        known: dict[str, set[str]] = {}
        for word, part, label in parts:
            for stem in stems(word)[:3]:
                known.setdefault(stem, set()).add(f"{part}.{label}")
        return known

    def _document(self, word: str, *, first: bool) -> tuple[str, ...]:
        """What the article says of a word elsewhere."""
        marks = self.seen.get(word)
        if marks is None:
            marks = self.seen[word] = tuple(self._elsewhere(word))
        if first and marks[:1] == ("doc-lower",):
            return ("doc-lower-first", *marks[1:])
        return marks

    def _elsewhere(self, word: str) -> Iterator[str]:
        folded = stems(word)
        if any(stem in self.lowered for stem in folded[:2]):
            yield "doc-lower"
        if any(stem in self.raised for stem in folded[:3]):
            yield "doc-raised"
        labels = {label for stem in folded[:3] for label in self.known.get(stem, ())}
        yield from (f"doc|{label}" for label in sorted(labels))
        if word in self.acronyms:
            yield f"doc-acronym.{self.acronyms[word]}"

    def _head_ahead(self, index: int) -> tuple[str, ...]:
        """The first type word to the right, across capitals and joining words."""
        following = bisect_right(self.type_words, index)
        at = self.type_words[following] if following < len(self.type_words) else index + _REACH
        if at - index >= _REACH or not all(map(_leads_on, self.words[index + 1 : at])):
            return ()
        head = self.words[at]
        return (f"head|{head.type_word}|{head.capital}|{min(at - index, 4)}",)

    def _raised_inside_sentences(self, reading: Reading) -> set[str]:
        """The stems of the words that have a capital which their place does not give them."""
        given = bytearray(reading.end)
        for line in self.shouted:
            loud = _tokens_of(line, reading)
            given[loud.start : loud.stop] = b"\1" * len(loud)
        found: set[str] = set()
        for index in reading.raised:
            if not given[index] and index not in self.starts:
                found.update(stems(self.forms[index])[:3])
        return found

    def _explained_acronyms(self) -> dict[str, str]:
        """Acronyms in brackets behind the words that they abbreviate, with the head's label."""
        found: dict[str, str] = {}
        for index in range(2, len(self.forms) - 1):
            form = self.forms[index]
            if self.forms[index - 1] == "(" and is_all_caps(form):
                found[form] = self.words[index - 2].type_word or "?"
        return found


def _leads_on(word: Word) -> bool:
    """Whether a name may go on across the word."""
    return word.capital or word.joins in ("and", "inside")


@lru_cache(maxsize=1 << 8)
def _rule_mark(edge: str, label: str, strength: int) -> str:
    return f"{edge}.{label}.{strength}"


@lru_cache(maxsize=1 << 14)
def _beside(
    rule_before: str, rule: str, rule_after: str, before: str, here: str, after: str
) -> tuple[str, ...]:
    """What the rules say of a token and its neighbours, and the outlines of the three."""
    rules = (f"r|{rule}", f"r-|{rule_before}|{rule}", f"r+|{rule}|{rule_after}")
    shapes = (f"s-|{before}|{here}", f"s+|{here}|{after}", f"s-+|{before}|{after}")
    return ("bias", *rules, *shapes)


@lru_cache(maxsize=1 << 15)
def _flags_beside(left: str, word: str) -> str:
    """The first lexicon flags of a word and the one before it."""
    before, here = (flags_of(form)[:1] or ("",) for form in (left, word))
    return f"l-|{before[0]}|{here[0]}"


def _tokens_of(line: Paragraph, reading: Reading) -> range:
    first = bisect_left(reading.starts, line.start)
    return range(first, bisect_left(reading.starts, line.end, first))


def _long_names(reading: Reading) -> dict[int, list[str]]:
    """The tokens of names of several words that the lexicon knows."""
    marks: dict[int, list[str]] = {}
    for name in reading.long_names:
        for index in range(name.start, name.end):
            edge = "B" if index == name.start else "I"
            marks.setdefault(index, []).append(f"long.{edge}.{name.flag}")
    return marks


def _shouted_paragraphs(segmentation: Segmentation) -> tuple[Paragraph, ...]:
    return tuple(item for item in segmentation.paragraphs if is_all_caps(item.text))


def _quoted(reading: Reading) -> dict[int, tuple[str, ...]]:
    """Tokens in short quotations, with the length and what follows the closing mark."""
    marks: dict[int, tuple[str, ...]] = {}
    for opened, closed in reading.closing.items():
        opening, inside, closing = _quotation(reading, opened, closed)
        marks.update(dict.fromkeys(range(opened + 1, closed), inside))
        marks[opened] = opening
        marks[closed] = closing
    return marks


def _quotation(reading: Reading, opened: int, closed: int) -> tuple[tuple[str, ...], ...]:
    """The features of the opening mark, of what stands inside, and of the closing mark."""
    inside = range(opened + 1, closed)
    capitals = all(_is_raised(reading, at) for at in inside)
    ending = reading.has_ending(closed)
    after = closed + 2 if ending else closed + 1
    behind = (reading.forms[after], reading.words[after].capital) if after < reading.end else None
    length = min(closed - opened - 1, 8)
    return tuple(
        _quotation_features(side, length, capitals, ending, behind)
        for side in ("open", "in", "close")
    )


def _is_raised(reading: Reading, at: int) -> bool:
    """Whether a token is no word in lower case."""
    return reading.words[at].capital or not reading.forms[at][:1].isalpha()


@lru_cache(maxsize=1 << 13)
def _quotation_features(
    side: str, length: int, capitals: bool, ending: bool, behind: tuple[str, bool] | None
) -> tuple[str, ...]:
    """What a quotation shows at its opening mark, inside or at its closing mark.

    *ending* says whether an ending is glued on, *behind* is the next word and its capital.
    """
    found = [f"q|{side}|{length}", f"q-capitals|{side}|{capitals}"]
    if ending:
        found.append(f"q-ending|{side}")
    if behind is not None:
        stem, raised = behind
        kinds = {flag.partition(".")[0] for flag in flags_of(stem)} & {"type", "legal"}
        found.append(f"q-joins|{side}|{raised}|{''.join(sorted(kinds))}")
        found += [f"q-after|{side}|{flag}|{raised}" for flag in flags_of(stem)[:2]]
        found.append(f"q-word|{side}|{stems(stem)[min(1, len(stems(stem)) - 1)]}")
    return tuple(found)
