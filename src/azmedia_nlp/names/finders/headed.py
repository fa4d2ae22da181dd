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
from azmedia_nlp.lexicon import WordRow, read_lexicon
from azmedia_nlp.morphology import analyze
from azmedia_nlp.morphology.suffixes import ordinal_endings
from azmedia_nlp.names.gazetteer import TypeWord
from azmedia_nlp.names.reading import SURE, Candidate, Reading
from azmedia_nlp.names.words import Head, Word

# Type words that belong to a name in lower case too: Nizami küçəsi, Araz çayı.
_LOWER: Final = frozenset(("GPE", "LOC", "FAC", "EVENT"))
_LONGEST: Final = 12
_SMALL_ROMAN: Final = frozenset("IVX")
# Endings of a head that owns what follows: Milli Məclisin komitəsi, Bakı şəhərindəki liman.
_OWNING: Final = frozenset(("gen", "rel", "loc", "abl"))
# The genitive behind a vowel, and the relative: no stem ends so.
_ENDINGS_OF_OWNERS: Final = ("nın", "nin", "nun", "nün", "dakı", "dəki")


def find_headed(reading: Reading) -> Iterator[Candidate]:
    """Every type word with something in front of it."""
    for index, word in enumerate(reading.words):
        head = word.head
        if head is None or not _may_head(reading, index, head):
            continue
        label = typed_label(reading, index, head)
        start = trim_left(reading, walk_left(reading, index, label), index)
        if start < index and _is_named(reading, start, index, label):
            case = "" if word.capital else ".lower"
            yield Candidate(start, index + 1, label, f"names.headed.{head.kind}{case}", SURE)


def _may_head(reading: Reading, index: int, head: Head) -> bool:
    if index == 0 or reading.breaks[index] or reading.shouted[index]:
        return False
    if reading.words[index].capital:
        many = head.plural and (head.case == "dat" or head.label == "FAC")
        return not many and not _is_modifier(reading, index)
    if head.label not in _LOWER or head.plural or not _ties(reading, index, head):
        return False
    return head.stem not in weak_types() or _is_road(reading, index)


def _is_modifier(reading: Reading, index: int) -> bool:
    """*Mərkəzi* before another word is an adjective: ``Avropa Mərkəzi Bankı``."""
    after = index + 1
    epithet = reading.words[index].joins == "epithet" and not reading.set_off(index)
    return epithet and after < reading.end and reading.named(after)


def _ties(reading: Reading, index: int, head: Head) -> bool:
    """A lower-case type word takes its possessive behind a name: *Araz çayı*, *Qara dəniz*."""
    bare = head.label == "LOC" and reading.words[index - 1].joins == "epithet"
    return head.possessive or (bare and reading.named(index - 1))


def _is_road(reading: Reading, index: int) -> bool:
    """``Orand–Mistan yolu``, ``Quba avtomobil yolu``, ``Santos hava limanı``."""
    if reading.words[index - 1].joins == "inside":
        return True
    return index > 2 and reading.joined(index - 2) and reading.named(index - 1)


@cache
def weak_types() -> frozenset[str]:
    """Type words that are common nouns more often than heads: they count with a capital alone."""
    return frozenset(row.word for row in read_lexicon("weak_types", WordRow))


def typed_label(reading: Reading, index: int, head: Head) -> Label:
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


def walk_left(reading: Reading, index: int, label: Label) -> int:
    """The leftmost token that belongs to the name whose type word stands at *index*."""
    at = index
    while at > max(0, index - _LONGEST) and not reading.breaks[at]:
        left = at - 1
        if left in reading.opening and not reading.has_ending(left):
            return reading.opening[left]
        if reading.set_off(left) or not _continues(reading, left, at, index, label):
            break
        at = left
        if _begins(reading, at, label) and not _led_to(reading, at):
            break
    return at


def _begins(reading: Reading, at: int, label: Label) -> bool:
    """A place's own name is the first word of what it begins: ``Azərbaycan Kino Agentliyi``."""
    return reading.named(at) and reading.words[at].place is not None and label != "EVENT"


def _led_to(reading: Reading, at: int) -> bool:
    """Whether something before a place still belongs: an epithet, *adına*, a hyphen."""
    if at == 0:
        return False
    left = reading.words[at - 1]
    if left.head and left.head.possessive and at > 1 and reading.named(at - 2):
        return False  # Dövlət İmtahan Mərkəzi Xankəndi şəhərində
    return left.joins in ("epithet", "inside", "and") or reading.joined(at - 1)


def _continues(reading: Reading, left: int, at: int, index: int, label: Label) -> bool:
    """Whether the token at *left* belongs to the name that goes on at *at*."""
    word = reading.words[left]
    if reading.named(left):
        return not (_ends_before(reading, left, at, index) or _owns(reading, left, label))
    if reading.joined(left):
        return True
    if word.joins in ("inside", "place", "epithet"):
        return True
    if word.joins == "number":
        return label == "ORG"
    if word.joins == "and":
        return label in ("ORG", "LAW", "EVENT") and _joins_equals(reading, left)
    if reading.forms[left] == ",":
        return label == "ORG" and _is_list(reading, left, at)
    return reading.tokens[left].kind == "number" and _is_ordinal(reading, left, label)


def _is_ordinal(reading: Reading, left: int, label: Label) -> bool:
    ordinal = reading.tokens[left].text.endswith(ordinal_endings())
    return ordinal and label == "EVENT" and reading.named(left + 1)


def _ends_before(reading: Reading, left: int, at: int, index: int) -> bool:
    """Whether a capitalised word is a name by itself: in the genitive, a body, a person."""
    word, after = reading.words[left], reading.words[at]
    if word.place and word.case != "nom":
        return True
    if word.head and word.head.possessive and word.joins != "epithet":
        return _is_apart(word.head, next_to_head=at == index)
    if word.surname == 2 and left > 0 and reading.named(left - 1):
        titled = left > 1 and reading.words[left - 2].title
        return at != index and (titled or after.joins not in ("inside", "epithet"))
    return word.surname == 2 and (after.shouted or after.place is not None)


def _owns(reading: Reading, left: int, label: Label) -> bool:
    """*Muğlanın Köycəyiz rayonu*: before a place, a genitive is the place around it."""
    folded = reading.words[left].folded
    return label in ("GPE", "LOC", "FAC") and folded.endswith(_ENDINGS_OF_OWNERS)


def _is_apart(head: Head, *, next_to_head: bool) -> bool:
    """Whether a body or place inside a longer run is a name by itself.

    It is in the genitive (*Milli Məclisin komitəsi*), and as a body that something other
    than a type word follows (*Dövlət Xidməti Tovuz Rayon İcra Hakimiyyəti*).
    """
    if head.case in _OWNING:
        return True
    return head.case == "nom" and head.label == "ORG" and not (head.plural or next_to_head)


def _joins_equals(reading: Reading, at: int) -> bool:
    """``Elm və Təhsil``: both sides are common words, none a place, a person, a body."""
    if at == 0 or at + 1 >= reading.end or not reading.named(at + 1):
        return False
    left = reading.words[at - 1]
    if not reading.named(at - 1) or not left.common or left.place or left.shouted:
        return False
    return not (left.head and left.head.possessive)


def _is_list(reading: Reading, comma: int, at: int) -> bool:
    """``Ailə, Qadın və Uşaq Problemləri``: a comma before a joined pair."""
    has_and = any(reading.words[i].joins == "and" for i in range(at, min(at + 4, reading.end)))
    return has_and and _joins_equals(reading, comma)


def trim_left(reading: Reading, start: int, index: int) -> int:
    """Drop joining words, titles and the common word of a sentence's start from the left."""
    while start < index:
        word = reading.words[start]
        if word.joins == "outside":
            start += 1
            continue
        starts = reading.named(start) or start in reading.closing
        number = reading.tokens[start].kind == "number"
        if (not starts and not number) or (
            starts and start + 1 < index and _is_outside(reading, start, word)
        ):
            start += 1
        else:
            break
    return start


def _is_outside(reading: Reading, start: int, word: Word) -> bool:
    """A title, or a common word that begins the sentence and is no part of what follows."""
    after = reading.words[start + 1]
    if word.title and reading.named(start + 1) and (after.given or after.surname):
        return True
    if not reading.first[start] or word.place or word.given or word.joins == "epithet":
        return False
    if not word.common or not reading.named(start + 1):
        return False
    return _has_case(reading.forms[start]) or not after.common


def _has_case(form: str) -> bool:
    """``Bunu``, ``Tədbirdə``: the word stands in another case than a modifier would."""
    likeliest = analyze(form)[0]
    return likeliest.case in ("acc", "loc", "abl", "dat")


def _is_named(reading: Reading, start: int, index: int, label: Label) -> bool:
    """Whether what stands before the type word can be a name."""
    first, last = reading.words[start], reading.words[index]
    if start in reading.closing:
        return label in ("FAC", "LAW") or last.capital
    if index - start == 1 and not last.capital and first.common and reading.first[start]:
        return first.place is not None or first.given
    return any(reading.named(at) and not is_roman(reading.forms[at]) for at in range(start, index))


def is_roman(form: str) -> bool:
    """Whether a word is a small number in Roman figures: *III qurultay* names nothing."""
    return set(form) <= _SMALL_ROMAN
