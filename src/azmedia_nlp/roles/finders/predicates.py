"""``X Y-nin başçısı təyin edilib``, ``X agentliyin rəhbəridir``: positions that verbs give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Role, RoleStatus
from azmedia_nlp.roles.phrases import Owner, TitlePhrase, read_title
from azmedia_nlp.roles.reading import Placed, Reading
from azmedia_nlp.roles.records import record
from azmedia_nlp.roles.vocabulary import head_reading, predicates

RULE = "roles.predicate"
_PRONOUNS = ("o", "onun")


def find_predicates(reading: Reading) -> Iterator[Role]:
    """Titles that stand in a predicate, with the person who is its subject."""
    for index, token in enumerate(reading.tokens):
        if index in reading.on or token.kind != "word" or head_reading(token.stem) is None:
            continue
        status = _predicate(reading, index)
        phrase = read_title(reading, index + 1) if status else None
        if phrase is None or status is None or phrase.owner == Owner():
            continue
        held = phrase._replace(status=phrase.status if phrase.status != "current" else status)
        for person, owned in _holders(reading, held):
            yield record(reading, owned, person, RULE)


def _predicate(reading: Reading, index: int) -> RoleStatus | None:
    """What the words behind a title make of it, or None where they are no predicate."""
    head = head_reading(reading.tokens[index].stem)
    if head is not None and head.copula:
        return "current"
    following = [lower(token.text) for token in reading.tokens[index + 1 : index + 5]]
    for row in predicates():
        if _begins_with(following, row.phrase.split()):
            return row.status
    return None


def _begins_with(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether *words* begin with *phrase*, whose last word is a stem."""
    if len(words) < len(phrase) or list(words[: len(phrase) - 1]) != list(phrase[:-1]):
        return False
    return words[len(phrase) - 1].startswith(phrase[-1])


def _holders(reading: Reading, phrase: TitlePhrase) -> Iterator[tuple[Placed, TitlePhrase]]:
    """The subjects: ``A X-in, B isə Y-nin başçısı`` pairs each person with a body."""
    first = reading.sentence_start(phrase.start)
    before = [placed for placed in reading.placed if first <= placed.start < phrase.start]
    persons = [placed for placed in before if placed.mention.label == "PER"]
    if not persons:
        subject = _subject_of_before(reading, first)
        if subject is not None:
            yield subject, phrase
        return
    pairs = _pairs(reading, before)
    if len(pairs) > 1:
        for person, body in pairs:
            owner = Owner(organization=body.mention.entity)
            yield person, phrase._replace(owner=owner)
        return
    yield persons[-1], phrase


def _pairs(reading: Reading, placed: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Persons directly followed by the body that each is given."""
    return [
        (left, right)
        for left, right in zip(placed, placed[1:], strict=False)
        if left.mention.label == "PER" and reading.is_body(right)
    ]


def _subject_of_before(reading: Reading, first: int) -> Placed | None:
    """The person that a sentence with *o* or without a subject goes on about."""
    word = lower(reading.tokens[first].text)
    persons = [
        placed
        for placed in reading.placed
        if placed.start < first and placed.mention.label == "PER"
    ]
    if not persons or (reading.tokens[first].text[:1].isupper() and first in reading.on):
        return None
    return persons[-1] if word in _PRONOUNS or first not in reading.on else None
