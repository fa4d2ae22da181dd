"""A name that was read as two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from azmedia_nlp.names.reading import Candidate, Reading


def join_country_and_body(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*ABŞ Maliyyə Nazirliyi*: without the genitive a country belongs to the body's name."""
    before: Candidate | None = None
    for name in sorted(names):
        if before is not None and _belongs(before, name, reading):
            name = name._replace(start=before.start, rule="names.join.country")
        elif before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _belongs(country: Candidate, body: Candidate, reading: Reading) -> bool:
    if country.label != "GPE" or body.label != "ORG" or country.end != body.start:
        return False
    if reading.breaks[body.start] or reading.glued(body.start) or reading.set_off(country.end - 1):
        return False
    last, head = reading.words[country.end - 1], reading.words[body.end - 1]
    typed = head.head is not None and head.capital and head.head.possessive
    if not typed or last.place is None or last.case != "nom" or body.end - body.start < 2:
        return False
    return reading.words[body.start].place is None and not _is_international(body, reading)


def _is_international(body: Candidate, reading: Reading) -> bool:
    return any(
        (known.start, known.end) == (body.start, body.end) and known.flag == "ORG.international"
        for known in reading.long_names
    )


def join_surname(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Zöhrab Əhmədşah oğlu* Bağırzadə: the surname behind the father's name belongs to it."""
    for name in names:
        at = name.end
        patronymic = name.label == "PER" and reading.words[at - 1].joins == "patronymic"
        follows = patronymic and at < reading.end and reading.named(at) and not reading.breaks[at]
        yield name._replace(end=at + 1) if follows and reading.words[at].surname else name
