"""``Aygün Sadıqlı, birliyin sədri;`` — titles behind the name, in lists, brackets, dashes."""

from __future__ import annotations

from collections.abc import Iterator

from azmedia_nlp.annotations import Role
from azmedia_nlp.roles.phrases import read_title
from azmedia_nlp.roles.reading import Placed, Reading
from azmedia_nlp.roles.records import record

RULE = "roles.after_name"
_OPENERS = (",", "(", "–", "—", "-")
_REACH = 14


def find_after_name(reading: Reading) -> Iterator[Role]:
    """Titles between a name and the end of its apposition."""
    for placed in reading.placed:
        if placed.mention.label != "PER" or placed.end >= len(reading.tokens):
            continue
        opener = reading.tokens[placed.end].text
        end = _end_of_apposition(reading, placed, opener) if opener in _OPENERS else None
        phrase = read_title(reading, end) if end is not None else None
        if phrase is not None and phrase.first > placed.end:
            yield record(reading, phrase, placed, RULE)


def _end_of_apposition(reading: Reading, placed: Placed, opener: str) -> int | None:
    """Where the apposition stops: its bracket, a semicolon, or the line's end."""
    closers = (")",) if opener == "(" else (";", ".")
    for at in range(placed.end + 1, min(placed.end + _REACH, len(reading.tokens))):
        token = reading.tokens[at]
        if "\n" in reading.text[reading.tokens[at - 1].end : token.start]:
            return at if opener != "(" else None
        if token.text in closers:
            return at
        if token.text in (",", ":", "(", ")", '"', "“", "«"):
            return None
        other = reading.on.get(at)
        if other is not None and other.mention.label == "PER":
            return None
    return len(reading.tokens) if opener != "(" else None
