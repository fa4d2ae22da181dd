"""Names that end in a type word, read right to left: ``Elm və Təhsil Nazirliyinin``.

The type word says what the name is. In front of it stand capitalised words, words that join
them, a quoted name; a place or body in the genitive is a name by itself and ends the walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.gazetteer import TypeWord
from azmedia_nlp.names.reading import LIKELY, SURE, Candidate, Reading
from azmedia_nlp.names.words import Head, Word

# Type words that belong to a name in lower case too: Nizami küçəsi, Araz çayı.
_LOWER: Final = frozenset(("GPE", "LOC", "FAC", "EVENT"))
_LONGEST: Final = 12


def find_headed(reading: Reading) -> Iterator[Candidate]:
    """Every type word with something in front of it."""
    for index, word in enumerate(reading.words):
        head = word.head
        if head is None or not _may_head(reading, index, head):
            continue
        label = _label(reading, index, head)
        start = _walk(reading, index, label)
        start = _trim(reading, start, index)
        if start < index and _is_named(reading, start, index, label):
            yield Candidate(start, index + 1, label, f"names.headed.{head.kind}", SURE)


def _may_head(reading: Reading, index: int, head: Head) -> bool:
    if index == 0 or reading.breaks[index] or reading.shouted[index]:
        return False
    if reading.words[index].capital:
        return head.possessive or head.case != "rel"
    return head.label in _LOWER and not head.plural and _ties(reading, index, head)


def _ties(reading: Reading, index: int, head: Head) -> bool:
    """A lower-case type word takes its possessive behind a name: *Araz çayı*, *Qara dəniz*."""
    return head.possessive or (head.label == "LOC" and reading.words[index - 1].capital)


def _label(reading: Reading, index: int, head: Head) -> Label:
    """A type of two words decides: ``milli park``, ``hava limanı``."""
    before = reading.words[index - 1].folded
    row = _two_words().get(f"{before} {head.stem}")
    return row.label if row else head.label


@cache
def _two_words() -> dict[str, TypeWord]:
    rows: dict[str, TypeWord] = {}
    for row in read_lexicon("type_words", TypeWord):
        words = row.stem.split(" ")
        for analysis in analyze(words[-1]) if len(words) == 2 else ():
            rows.setdefault(f"{words[0]} {lower(analysis.stem)}", row)
    return rows


def _walk(reading: Reading, index: int, label: Label) -> int:
    """The leftmost token that belongs to the name whose type word stands at *index*."""
    at = index
    while at > max(0, index - _LONGEST) and not reading.breaks[at]:
        left = at - 1
        if left in reading.opening and not reading.has_ending(left):
            return reading.opening[left]
        if reading.set_off(left) or not _continues(reading, left, at, label):
            break
        at = left
    return at


def _continues(reading: Reading, left: int, at: int, label: Label) -> bool:
    """Whether the token at *left* belongs to the name that goes on at *at*."""
    word = reading.words[left]
    if reading.named(left):
        return not _ends_before(reading, left, at, label)
    if reading.joined(left):
        return True
    if word.joins in ("inside", "place", "number"):
        return not word.joins == "number" or label == "ORG"
    if word.joins == "and":
        return label in ("ORG", "LAW") and _joins_equals(reading, left)
    if reading.forms[left] == ",":
        return label == "ORG" and _is_list(reading, left, at)
    return reading.tokens[left].kind == "number" and _is_ordinal(reading, left, label)


def _is_ordinal(reading: Reading, left: int, label: Label) -> bool:
    ordinal = reading.tokens[left].text.endswith(("cı", "ci", "cu", "cü"))
    return ordinal and label == "EVENT" and reading.named(left + 1)


def _ends_before(reading: Reading, left: int, at: int, label: Label) -> bool:
    """Whether a capitalised word is a name by itself: in the genitive, in another case, a person."""
    word, after = reading.words[left], reading.words[at]
    if word.place and word.case != "nom":
        return True
    if word.head and word.capital and _owns(word.head):
        return True
    if word.head and word.head.possessive and after.joins == "and":
        return True
    if word.surname == 2 and (after.shouted or after.place):
        return True
    return word.title and label in ("ORG", "GPE") and not reading.first[left] and at != left + 1


def _owns(head: Head) -> bool:
    return head.possessive and head.case in ("gen", "rel", "loc", "dat", "abl")


def _joins_equals(reading: Reading, at: int) -> bool:
    """``Elm və Təhsil``: both sides are bare words, none a place, a person, a body."""
    if at == 0 or at + 1 >= len(reading) or not reading.named(at + 1):
        return False
    left = reading.words[at - 1]
    return reading.named(at - 1) and not (
        left.place or left.shouted or left.surname == 2 or (left.head and left.head.possessive)
    )


def _is_list(reading: Reading, comma: int, at: int) -> bool:
    """``Ailə, Qadın və Uşaq Problemləri``: a comma before a joined pair."""
    has_and = any(reading.words[i].joins == "and" for i in range(at, min(at + 4, len(reading))))
    return has_and and _joins_equals(reading, comma)


def _trim(reading: Reading, start: int, index: int) -> int:
    """Drop joining words, titles and the common word of a sentence's start from the left."""
    while start < index:
        word = reading.words[start]
        starts = reading.named(start) or start in reading.closing
        number = reading.tokens[start].kind == "number"
        if not starts and not number:
            start += 1
        elif starts and start + 1 < index and _is_outside(reading, start, word):
            start += 1
        else:
            break
    return start


def _is_outside(reading: Reading, start: int, word: Word) -> bool:
    if word.title and reading.named(start + 1):
        return True
    if not reading.first[start] or word.place or word.given or not word.common:
        return False
    return word.folded in reading.lowered


def _is_named(reading: Reading, start: int, index: int, label: Label) -> bool:
    """Whether what stands before the type word can be a name."""
    first = reading.words[start]
    if start in reading.closing:
        return label in ("FAC", "LAW") or reading.words[index].capital
    if index - start == 1 and first.shouted and label == "ORG":
        return reading.words[index].capital
    return any(reading.named(at) for at in range(start, index))
