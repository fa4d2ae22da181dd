"""Where the tokens of a Stanza document stand: offsets that are given, or rebuilt from spaces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from azmedia_nlp.annotations import Segmentation
from azmedia_nlp.normalization import Normalized, normalize
from azmedia_nlp.segmentation import segment_as


class Placed(NamedTuple):
    """A token of Stanza's and where it stands in the text."""

    token: Any
    start: int
    end: int

    @property
    def unit(self) -> Any:
        """What holds the columns of the token's line: itself, or the one word that it is."""
        return self.token.words[0] if len(self.token.words) == 1 else self.token

    def misc(self) -> dict[str, str]:
        """The attributes of the last column."""
        pairs = (item.partition("=") for item in (self.unit.misc or "").split("|"))
        return {name: value for name, _, value in pairs}

    def tag(self) -> str | None:
        """The tag of Stanza's tagger, or another tool's in MISC."""
        tag: str | None = self.token.ner or self.misc().get("NER")
        return tag


Rows = list[list[Placed]]


class Layout(msgspec.Struct, frozen=True):
    """A document's text and, by sentence, its tokens with their offsets in it."""

    text: str
    sentences: Rows

    def tokens(self) -> Iterator[Placed]:
        """All tokens, in order."""
        for sentence in self.sentences:
            yield from sentence

    def tags(self) -> tuple[str, ...] | None:
        """A tag a token as the tagger gave it, or None where none has run."""
        tags = [placed.tag() for placed in self.tokens()]
        return None if all(tag is None for tag in tags) else tuple(tag or "O" for tag in tags)


def lay_out(document: Any) -> Layout:
    """Read where a document's tokens stand.

    Offsets count where the document has a text and every token has offsets, as behind a
    tokenizer; otherwise, as behind CoNLL-U, both are rebuilt from words and spaces.
    """
    rows = [[_placed(token) for token in sentence.tokens] for sentence in document.sentences]
    if document.text is None or any(placed.start is None for row in rows for placed in row):
        return _rebuilt(document)
    return Layout(document.text, rows)


def clean_layout(layout: Layout) -> tuple[Layout, Segmentation]:
    """The same in the clean view of the text, and cut as our stages want it.

    What the clean view has nothing of, such as a token that is a soft hyphen, is left out.
    """
    clean = normalize(layout.text)
    moved = (_moved(row, clean) for row in layout.sentences)
    rows = [row for row in moved if row]
    segmentation = segment_as(
        clean.text,
        [(placed.start, placed.end) for row in rows for placed in row],
        [(row[0].start, row[-1].end) for row in rows],
    )
    return Layout(clean.text, rows), segmentation


def _moved(row: list[Placed], clean: Normalized) -> list[Placed]:
    if clean.origins is None:
        return row
    moved = (
        Placed(token, bisect_left(clean.origins, start), bisect_left(clean.origins, end))
        for token, start, end in row
    )
    return [placed for placed in moved if placed.start < placed.end]


def _placed(token: Any) -> Placed:
    return Placed(token, token.start_char, token.end_char)


def _rebuilt(document: Any) -> Layout:
    pieces: list[str] = []
    rows: Rows = []
    at = 0
    for sentence in document.sentences:
        row = []
        for token in sentence.tokens:
            start = at + len(token.spaces_before)
            row.append(Placed(token, start, start + len(token.text)))
            pieces += [token.spaces_before, token.text, token.spaces_after]
            at = row[-1].end + len(token.spaces_after)
        rows.append(row)
    return Layout("".join(pieces), rows)
