"""Runs: stretches of a text whose every word may belong to a temporal expression."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Token
from azmedia_nlp.morphology.readings import Numeral
from azmedia_nlp.times.numerals import combine
from azmedia_nlp.times.vocabulary import Entry, pairs, read_word

# What goes on with a run but begins none.
_JOINTS: Final = frozenset(
    ("COMMA", "DASH", "OPEN", "CLOSE", "BAR", "STOP", "AND", "UNTIL", "DURING", "CHILD", "LEAST")
)


class Word(NamedTuple):
    """A word of a run: where it stands and how it is read, as an entry of the vocabulary."""

    start: int
    end: int
    letter: str
    kind: str
    form: str
    value: Any  # as its kind has it: a number, a pair, a row of a lexicon
    case: str


class Run(NamedTuple):
    """Words in a row on one line; *letters* has one character for each."""

    words: list[Word]
    letters: str


def find_runs(text: str, tokens: Sequence[Token]) -> Iterator[Run]:
    """The runs of a text, in order."""
    words: list[Word] = []
    for token in tokens:
        entry = read_word(token.text)
        if entry is None:
            if words:
                yield _run(text, words)
                words = []
            continue
        if words and text.find("\n", words[-1].end, token.start) != -1:
            yield _run(text, words)
            words = []
        if words or entry.kind not in _JOINTS:
            words.append(_word(token.start, token.end, entry))
    if words:
        yield _run(text, words)


def _word(start: int, end: int, entry: Entry) -> Word:
    return Word(start, end, entry.letter, entry.kind, entry.form, entry.value, entry.case)


def _run(text: str, words: list[Word]) -> Run:
    if len(words) > 1:
        words = _merged(text, words)
    return Run(words, "".join([word.letter for word in words]))


def _merged(text: str, words: list[Word]) -> list[Word]:
    """Numerals of several words and weekdays of two made one word each."""
    merged: list[Word] = []
    for word in words:
        joined = _joined(text, merged[-1], word) if merged else None
        if joined is None:
            merged.append(word)
        else:
            merged[-1] = joined
    return [_plain(word) for word in merged]


def _joined(text: str, left: Word, right: Word) -> Word | None:
    if left.form != "nom":
        return None
    if left.kind in ("WEEKDAY", "SUNDAY") and right.kind in ("PART", "NEXT_DAY", "DAWN"):
        entry = pairs().get(lower(f"{text[left.start : left.end]} {text[right.start : right.end]}"))
        return _word(left.start, right.end, entry) if entry else None
    if right.kind in ("SPELLED", "ORD") and isinstance(right.value, Numeral):
        return _number(left, right)
    return None


def _number(left: Word, right: Word) -> Word | None:
    """*iyirmi beş*, *5 min*, *otuz birinci* as one number, if they make one."""
    numerals = left.value if isinstance(left.value, tuple) else (left.value,)
    if left.kind in ("DAY", "NUM") and isinstance(left.value, int):
        if right.value.role != "scale":
            return None
        value = (Numeral("", left.value * right.value.value, "scale"),)
    elif left.kind == "SPELLED":
        value = (*numerals, right.value)
    else:
        return None
    if combine(value) is None:
        return None
    return right._replace(start=left.start, value=value)


def _plain(word: Word) -> Word:
    """The word with a plain number for its numerals."""
    if isinstance(word.value, Numeral):
        return word._replace(value=word.value.value)
    if isinstance(word.value, tuple) and isinstance(word.value[0], Numeral):
        return word._replace(value=combine(word.value))
    return word
