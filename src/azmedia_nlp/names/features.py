"""What the tagger sees: features of a word by itself, of its neighbours, of its place.

A feature is a string. Those of a word by itself depend on nothing else, so that they are
made once for each form; ``WINDOW`` says how far each kind of them is seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.annotations import Paragraph, Segmentation, Token
from azmedia_nlp.morphology import analyze
from azmedia_nlp.morphology.stems import common_words
from azmedia_nlp.names.finders import find_by_rule
from azmedia_nlp.names.gazetteer import (
    find_long_names,
    flags_of,
    stems,
    surname_endings,
)
from azmedia_nlp.names.quoted import find_quoted
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.words import read_word
from azmedia_nlp.spans import covering

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


class Features(NamedTuple):
    """The features of a text: each token's word, and what its place adds."""

    words: tuple[str, ...]
    contexts: tuple[tuple[str, ...], ...]


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


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> str:
    """A word's outline, runs of the same kind shortened: ``Xx``, ``XX``, ``d.d``, ``Xx.x``.

    >>> shape("Nazirliyi"), shape("ABŞ"), shape("2025"), shape("Banker.az"), shape("D.Tramp")
    ('Xx', 'XX', 'd', 'Xx.x', 'X.Xx')
    """
    kinds = [
        "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        for char in word[:24]
    ]
    runs = [kind for index, kind in enumerate(kinds) if index == 0 or kinds[index - 1] != kind]
    outline = "".join(runs)
    return "XX" if outline == "X" and len(word) > 1 else outline


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


def read_features(segmentation: Segmentation, ruled: Sequence[Candidate] | None = None) -> Features:
    """The features of a whole text; *ruled* is what the finders by rule agree on, if known."""
    places = read_places(segmentation, ruled)
    return Features(places.words, places.contexts(0, len(places.words)))


def read_places(segmentation: Segmentation, ruled: Sequence[Candidate] | None = None) -> Places:
    """What every place of a text adds, made when a stretch of it is asked for."""
    words = tuple(token.stem for token in segmentation.tokens)
    if ruled is None:
        ruled = find_by_rule(Reading(segmentation))
    return Places(segmentation, words, ruled)


class Places:
    """What the place of each token adds: sentence, quotation marks, document, long names."""

    def __init__(
        self, segmentation: Segmentation, words: tuple[str, ...], ruled: Sequence[Candidate]
    ) -> None:
        self.tokens = segmentation.tokens
        self.words = words
        self.shapes = ["^", *map(shape, words), "$"]
        self.starts = {sentence.start for sentence in segmentation.sentences}
        self.shouted = _shouted_paragraphs(segmentation)
        self.lines = self._marked_lines(segmentation.paragraphs)
        self.quoted = _quoted(self.tokens)
        self.lowered = {word for word in words if word.islower()}
        self.raised = self._raised_inside_sentences()
        self.long_names = self._long_names()
        self.acronyms = self._explained_acronyms()
        self.ruled = self._by_token(ruled)
        self.known = self._known_words(ruled)
        self.heads = self._heads()
        self.seen: dict[str, tuple[str, ...]] = {}

    def contexts(self, start: int, end: int) -> tuple[tuple[str, ...], ...]:
        """The features of the places from token *start* to token *end*."""
        return tuple(self.features(index) for index in range(start, end))

    def features(self, index: int) -> tuple[str, ...]:
        """The features of one place."""
        # Lists of marks and outlines have one more at either end.
        beside = _beside(*self.ruled[index : index + 3], *self.shapes[index : index + 3])
        token, word = self.tokens[index], self.words[index]
        found: list[str] = []
        for marks in (self.long_names, self.quoted, self.lines):
            if index in marks:
                found += marks[index]
        first = token.start in self.starts
        if first:
            found.append("first")
        if word[:1].isupper():
            found += self._document(word, first=first)
            if index + 1 in self.heads:
                found += self._head_ahead(index)
            if index:
                found.append(_flags_beside(self.words[index - 1], word))
            if token.end != token.stem_end:
                found.append("set-off")
        if index and self.tokens[index - 1].end != self.tokens[index - 1].stem_end:
            found.append("after-set-off")
        return (*beside, *found) if found else beside

    def _by_token(self, ruled: Sequence[Candidate]) -> list[str]:
        """What the finders by rule say of each token, O for nothing."""
        marks = ["O"] * (len(self.words) + 2)
        for name in ruled:
            for index in range(name.start, name.end):
                edge = "B" if index == name.start else "E" if index + 1 == name.end else "I"
                marks[index + 1] = f"{edge}.{name.label}.{name.strength}"
        return marks

    def _marked_lines(self, paragraphs: Sequence[Paragraph]) -> dict[int, list[str]]:
        """The tokens of titles and of lines that are all in capitals."""
        marks: dict[int, list[str]] = {}
        for mark, lines in (("title-line", paragraphs), ("shouted", self.shouted)):
            for line in lines:
                if mark == "shouted" or line.kind == "title":
                    for index in _tokens_of(line, self.tokens):
                        marks.setdefault(index, []).append(mark)
        return marks

    def _known_words(self, ruled: Sequence[Candidate]) -> dict[str, set[str]]:
        """The labels that the rules give a word anywhere in the article, by its stems."""
        known: dict[str, set[str]] = {}
        for name in ruled:
            for index in range(name.start, name.end):
                if self.words[index][:1].isupper():
                    part = "last" if index + 1 == name.end else "part"
                    for stem in stems(self.words[index])[:3]:
                        known.setdefault(stem, set()).add(f"{part}.{name.label}")
        return known

    def _document(self, word: str, *, first: bool) -> Iterator[str]:
        """What the article says of a word elsewhere."""
        if word not in self.seen:
            self.seen[word] = tuple(self._elsewhere(word))
        marks = self.seen[word]
        if first and marks[:1] == ("doc-lower",):
            yield "doc-lower-first"
            marks = marks[1:]
        yield from marks

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

    def _head_ahead(self, index: int) -> Iterator[str]:
        """The first type word to the right, across capitals and joining words."""
        at, head = self.heads[index + 1]
        if at - index < _REACH:
            yield f"head|{head}|{self.words[at][0].isupper()}|{min(at - index, 4)}"

    def _heads(self) -> dict[int, tuple[int, str]]:
        """From each token the type word that it is or that follows, its index and its flag."""
        heads: dict[int, tuple[int, str]] = {}
        for index in range(len(self.words) - 1, -1, -1):
            word = self.words[index]
            flag = next((flag for flag in flags_of(word) if flag.startswith("type.")), None)
            if flag is not None:
                heads[index] = index, flag
            elif index + 1 in heads and _leads_on(word):
                heads[index] = heads[index + 1]
        return heads

    def _raised_inside_sentences(self) -> set[str]:
        raised: set[str] = set()
        for token, word in zip(self.tokens, self.words, strict=True):
            inside = token.start not in self.starts and word[:1].isupper()
            if inside and covering(self.shouted, token.start) is None:
                raised.update(stems(word)[:3])
        return raised

    def _long_names(self) -> dict[int, list[str]]:
        marks: dict[int, list[str]] = {}
        for name in find_long_names(self.words):
            for index in range(name.start, name.end):
                edge = "B" if index == name.start else "I"
                marks.setdefault(index, []).append(f"long.{edge}.{name.flag}")
        return marks

    def _explained_acronyms(self) -> dict[str, str]:
        """Acronyms in brackets behind the words that they abbreviate, with the head's label."""
        found: dict[str, str] = {}
        for index in range(2, len(self.words) - 1):
            word = self.words[index]
            if self.words[index - 1] == "(" and is_all_caps(word):
                flags = [f for f in flags_of(self.words[index - 2]) if f.startswith("type.")]
                found[word] = flags[0] if flags else "?"
        return found


def _leads_on(word: str) -> bool:
    """Whether a name may go on across the word."""
    return word[:1].isupper() or read_word(word).joins in ("and", "inside")


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


def _tokens_of(line: Paragraph, tokens: Sequence[Token]) -> range:
    first = bisect_left(tokens, line.start, key=lambda token: token.start)
    return range(first, bisect_left(tokens, line.end, first, key=lambda token: token.start))


def _shouted_paragraphs(segmentation: Segmentation) -> tuple[Paragraph, ...]:
    return tuple(item for item in segmentation.paragraphs if is_all_caps(item.text))


def _quoted(tokens: Sequence[Token]) -> dict[int, tuple[str, ...]]:
    """Tokens in short quotations, with the length and what follows the closing mark."""
    marks: dict[int, tuple[str, ...]] = {}
    for opened, closed in find_quoted(tokens):
        inside = range(opened + 1, closed)
        marks.update(dict.fromkeys(inside, _quotation(tokens, opened, closed, "in")))
        marks[opened] = _quotation(tokens, opened, closed, "open")
        marks[closed] = _quotation(tokens, opened, closed, "close")
    return marks


def _quotation(tokens: Sequence[Token], opened: int, closed: int, side: str) -> tuple[str, ...]:
    capitals = all(
        token.text[:1].isupper() or not token.text[:1].isalpha()
        for token in tokens[opened + 1 : closed]
    )
    after = tokens[closed + 1] if closed + 1 < len(tokens) else None
    ending = after is not None and after.start == tokens[closed].end and after.text.islower()
    if ending:
        after = tokens[closed + 2] if closed + 2 < len(tokens) else None
    behind = None if after is None else (after.stem, after.text[0].isupper())
    return _quotation_features(side, min(closed - opened - 1, 8), capitals, ending, behind)


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
