"""``Baku TV-nin direktoru Ramin Cəfərov``: titles before the name, one or more."""

from __future__ import annotations

from collections.abc import Iterator

from azmedia_nlp.annotations import Role
from azmedia_nlp.roles.phrases import TitlePhrase, read_title
from azmedia_nlp.roles.reading import Placed, Reading
from azmedia_nlp.roles.records import record
from azmedia_nlp.roles.vocabulary import kind_of

RULE = "roles.before_name"
_DASHES = "–—-"


def find_before_name(reading: Reading) -> Iterator[Role]:
    """Titles that end where a person's name begins."""
    for placed in reading.placed:
        if placed.mention.label == "PER":
            for phrase, person in _titles(reading, placed):
                yield record(reading, phrase, person, RULE)


def _titles(reading: Reading, placed: Placed) -> Iterator[tuple[TitlePhrase, Placed]]:
    end = _before_age(reading, placed.start)
    phrase = read_title(reading, end)
    if phrase is None and end and reading.tokens[end - 1].text in (*_DASHES, ","):
        phrase = _before_dash(reading, end - 1)
    while phrase is not None:
        for person in (placed, *_sharing(reading, placed, phrase)):
            yield phrase, person
        phrase = _title_further_left(reading, phrase)


def _title_further_left(reading: Reading, phrase: TitlePhrase) -> TitlePhrase | None:
    """``deputat, professor X``, ``rektoru prof. X``: another title of the same person."""
    end = phrase.first
    if end and reading.tokens[end - 1].text == ",":
        end -= 1
    if end == phrase.first and phrase.head.possessive:
        return None
    further = read_title(reading, end)
    return further if further is not None and (further.head.possessive or end == phrase.first) else (
        None
    )


def _before_age(reading: Reading, end: int) -> int:
    """Skip ``, 39 yaşlı`` between a title and a name."""
    if end >= 2 and reading.tokens[end - 1].text == "yaşlı":
        end -= 2
        if end and reading.tokens[end - 1].text == ",":
            end -= 1
    return end


def _before_dash(reading: Reading, end: int) -> TitlePhrase | None:
    """``Tədbirin təşkilatçısı – Petra Sabo``: a title, a dash, a name."""
    phrase = read_title(reading, end)
    return phrase if phrase is not None and reading.tokens[end].text in _DASHES else None


def _sharing(reading: Reading, placed: Placed, phrase: TitlePhrase) -> Iterator[Placed]:
    """Persons behind the first who share a title in the plural or behind a dash."""
    dashed = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].text in _DASHES
    if not (phrase.head.plural or dashed):
        return
    at = placed.end
    while at + 1 < len(reading.tokens) and _coordinates(reading, at):
        following = reading.on.get(at + 1)
        if following is None or following.mention.label != "PER":
            return
        yield following
        at = following.end


def _coordinates(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text in (",", "və") and kind_of(reading.tokens[at].text) != "modifier"
