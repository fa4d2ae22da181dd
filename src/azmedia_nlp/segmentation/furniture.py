"""Page furniture: bylines, photo credits, counters, tags, what a page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, Literal

import msgspec

from azmedia_nlp.alphabet import DASHES, HYPHENS, lower
from azmedia_nlp.annotations import Token
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.segmentation.atoms import ADDRESSES

Standing = Literal["label", "counter", "line", "opening", "section", "related"]

_LONGEST_PHRASE: Final = 5  # words
_LONGEST_CRUMB: Final = 4  # words
_LONGEST_FIELD: Final = 3  # words behind a label: Müəllif: Aytən Tahir qızı
_FIELD_ENDS: Final = frozenset("|/•,;")
_LONGEST_LEAD: Final = 4  # words before an address: Müraciət üçün: info@…
_LABEL_ENDS: Final = DASHES | HYPHENS | {":", "|"}
_BREADCRUMB_MARKS: Final = frozenset("/»›>|")
_MARKS: Final = frozenset({"punct", "symbol"})


class FurnitureRow(msgspec.Struct, frozen=True):
    """A row of the lexicon: lower-case words and where in a line they stand."""

    words: str
    stands: Standing


@cache
def _phrases(stands: Standing) -> frozenset[str]:
    rows = read_lexicon("furniture", FurnitureRow)
    return frozenset(row.words for row in rows if row.stands == stands)


def is_furniture(tokens: Sequence[Token]) -> bool:
    """Whether a line, given by its tokens, is page furniture wherever it stands."""
    words = _opening_words(tokens)
    whole = " ".join(words) if len(tokens) <= 2 * _LONGEST_PHRASE else ""
    return (
        whole in _phrases("line")
        or whole in _phrases("related")
        or _opens_with(words)
        or _has_label(tokens)
        or _is_contact(tokens)
        or _is_wordless(tokens)
    )


def is_section(tokens: Sequence[Token]) -> bool:
    """Whether a line above the body names the site's section or the way to it."""
    return _is_phrase(tokens, "section") or _is_breadcrumb(tokens)


def is_section_word(word: str) -> bool:
    """Whether a lower-case word alone is the name of a section."""
    return word in _phrases("section")


def is_related_heading(tokens: Sequence[Token]) -> bool:
    """Whether a list of other articles follows the line."""
    return _is_phrase(tokens, "related")


def _opening_words(tokens: Sequence[Token]) -> list[str]:
    """The first words of the line in lower case, without endings set off and marks."""
    opening = tokens[: 2 * _LONGEST_PHRASE]
    return [lower(token.stem) for token in opening if token.kind not in _MARKS]


def _is_phrase(tokens: Sequence[Token], stands: Standing) -> bool:
    """Whether the line is a phrase of the lexicon and nothing else, marks aside."""
    short = len(tokens) <= 2 * _LONGEST_PHRASE
    return short and " ".join(_opening_words(tokens)) in _phrases(stands)


def _opens_with(words: list[str]) -> bool:
    openings = _phrases("opening")
    return any(" ".join(words[:count]) in openings for count in range(2, _LONGEST_PHRASE + 1))


def _has_label(tokens: Sequence[Token]) -> bool:
    """``Foto: Nicat Umud``, ``(Oxunub: 1 245)``: the words before the first mark."""
    inner = tokens[1:] if tokens[0].kind in _MARKS else tokens
    ends = (
        at for at, token in enumerate(inner[: _LONGEST_PHRASE + 1]) if token.text in _LABEL_ENDS
    )
    end = next(ends, 0)
    label = " ".join(lower(token.text) for token in inner[:end])
    counts = any(token.kind == "number" for token in inner[end + 1 : end + 2])
    return label in _phrases("label") or (counts and label in _phrases("counter"))


def without_fields(tokens: Sequence[Token]) -> list[Token]:
    """A line without what a label names in it: ``18.11.2025 13:54 | Bölmə: Digər``.

    What it names ends at the next mark, or after a few words.
    """
    kept: list[Token] = []
    skipped = 0
    for at, token in enumerate(tokens):
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if following == ":" and lower(token.text) in _phrases("label"):
            skipped = _LONGEST_FIELD + 2  # the label and its colon as well
        elif skipped and (token.kind == "number" or token.text in _FIELD_ENDS):
            skipped = 0
        if skipped:
            skipped -= 1
        else:
            kept.append(token)
    return kept


def _is_breadcrumb(tokens: Sequence[Token]) -> bool:
    """``Ana səhifə / Cəmiyyət / Nəqliyyat``: one of the steps is a section's name."""
    marks = [at for at, token in enumerate(tokens) if token.text in _BREADCRUMB_MARKS]
    if not marks or len(tokens) > _LONGEST_CRUMB * (len(marks) + 1):
        return False
    steps = [tokens[left + 1 : right] for left, right in pairwise([-1, *marks, len(tokens)])]
    return any(_is_phrase(step, "section") or _is_phrase(step, "line") for step in steps)


def _is_contact(tokens: Sequence[Token]) -> bool:
    """``Ətraflı: https://…``, ``Müraciət üçün: info@…``."""
    words = sum(token.kind not in _MARKS for token in tokens[:-1])
    labelled = any(token.text == ":" for token in tokens)
    return labelled and words <= _LONGEST_LEAD and tokens[-1].kind in ADDRESSES


def _is_wordless(tokens: Sequence[Token]) -> bool:
    """``#qida #yay2022``, an address or a site alone, ``A- A A+``, a row of stars."""
    return all(
        token.kind in ADDRESSES
        or token.kind in _MARKS
        or token.text == "A"
        or (token.kind == "word" and "." in token.text[:-1])
        for token in tokens
    )
