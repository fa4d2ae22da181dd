"""A title phrase read from right to left: ``ORG-gen (organ-gen) modifier* head``."""

from __future__ import annotations

from typing import Final, NamedTuple

from azmedia_nlp.alphabet import QUOTATION_MARKS, VOWELS, lower
from azmedia_nlp.annotations import RoleStatus
from azmedia_nlp.annotations import Title as TitleSpan
from azmedia_nlp.morphology import Analysis, analyze
from azmedia_nlp.names.gazetteer import common_words
from azmedia_nlp.roles.reading import Placed, Reading
from azmedia_nlp.roles.vocabulary import (
    acting_phrases,
    generic_places,
    genitive_stems,
    head_reading,
    is_genitive,
    kind_of,
    titles,
)

_LONGEST: Final = 9
_PARTICIPLES: Final = ("an", "ən", "mış", "miş", "muş", "müş", "dığı", "diyi", "duğu", "düyü")
_VERB_TAILS: Final = ("ıb", "ib", "ub", "üb", "araq", "ərək", "maq", "mək", "dır", "dir")


class Owner(NamedTuple):
    """Whom a title belongs to, as entity ids."""

    organization: str | None = None
    place: str | None = None
    host: str | None = None


class TitlePhrase(NamedTuple):
    """A title in the text, as token indices; *first* is where its owner begins."""

    start: int
    end: int
    head: Analysis
    owner: Owner
    first: int
    status: RoleStatus


def read_title(reading: Reading, end: int) -> TitlePhrase | None:
    """The title phrase whose last token is ``end - 1``, or None."""
    head_end = _skip_acting(reading, end)
    index = head_end - 1
    if index < 0 or index in reading.on or not reading.tokens[index].text[:1].isalpha():
        return None
    head = head_reading(reading.tokens[index].stem)
    if head is None or kind_of(reading.tokens[index].text) == "honorific":
        return None
    start = _expand(reading, index, head)
    held = head.possessive is not None or head_end < end
    owner, first, start = _owner(reading, start, index, held=held)
    return TitlePhrase(start, end, head, owner, first, _status(reading, start, head_end, end))


def title_span(reading: Reading, phrase: TitlePhrase) -> TitleSpan:
    """The title's words with their lemma: the head in its bare nominative."""
    start, end = reading.tokens[phrase.start].start, reading.tokens[phrase.end - 1].stem_end
    head = phrase.end - 1
    while head > phrase.start and head_reading(reading.tokens[head].stem) != phrase.head:
        head -= 1
    before = reading.text[start : reading.tokens[head].start]
    return TitleSpan(start, end, reading.text[start:end], lemma=lower(before) + phrase.head.stem)


def _skip_acting(reading: Reading, end: int) -> int:
    """The end of the title proper where ``vəzifəsini icra edən`` stands behind it."""
    for phrase in acting_phrases():
        words = tuple(lower(token.text) for token in reading.tokens[max(0, end - len(phrase)) : end])
        if words == phrase and end - len(phrase) > 0:
            return end - len(phrase)
    return end


def _status(reading: Reading, start: int, head_end: int, end: int) -> RoleStatus:
    kinds = {kind_of(token.text) for token in reading.tokens[start:end]}
    if start and kind_of(reading.tokens[start - 1].text) == "former":
        return "former"
    if head_end < end or "acting" in kinds:
        return "acting"
    return "former" if "former" in kinds else "current"


def _expand(reading: Reading, index: int, head: Analysis) -> int:
    """The first token of the title's own words, to the left of its head."""
    start = index
    for at in range(index - 1, max(-1, index - _LONGEST), -1):
        if at in reading.on or not _belongs(reading, at, start, index, head):
            break
        start = at
    while start < index and kind_of(reading.tokens[start].text) == "stop":
        start += 1
    return start


def _belongs(reading: Reading, at: int, start: int, index: int, head: Analysis) -> bool:
    """Whether the word at *at* can be part of a title that so far begins at *start*."""
    token = reading.tokens[at]
    word = lower(token.text)
    if token.kind != "word" or token.text.isupper() or _is_set_off(reading, at):
        return False
    kind = kind_of(word)
    if kind in ("modifier", "former", "acting") or word == "üzrə":
        return True
    if lower(reading.tokens[start].text) == "üzrə":
        return kind != "stop" or word == "və"
    if _joined(reading, at, index) in titles():
        return True
    inside_phrase = any(lower(reading.tokens[i].text) == "üzrə" for i in range(start, index))
    if word == "və":
        return inside_phrase or _joins_nouns(reading, at, start)
    if kind == "stop" or word.endswith(_PARTICIPLES) or word.endswith(_VERB_TAILS):
        return False
    return head.possessive is not None and _is_attribute(word)


def _is_set_off(reading: Reading, at: int) -> bool:
    """Whether a token is the ending behind a closing mark: ``"Araz"|ın sədri``."""
    before = reading.tokens[at - 1] if at else None
    return before is not None and before.end == reading.tokens[at].start


def _joins_nouns(reading: Reading, at: int, start: int) -> bool:
    """``elm və təhsil naziri``: lower-case nouns on both sides."""
    left = reading.tokens[at - 1].text if at else ""
    return left.islower() and start - at == 1 and reading.tokens[start].text.islower() and (
        at - 1 not in reading.on and _is_attribute(left)
    )


def _is_attribute(word: str) -> bool:
    """A noun or adjective that can stand before a possessive: bare or in the genitive."""
    return not any(
        item.case in ("loc", "abl", "ins", "ter") and item.stem in common_words()
        for item in analyze(word)
    )


def _joined(reading: Reading, at: int, index: int) -> str:
    words = [lower(token.text) for token in reading.tokens[at:index]]
    head = head_reading(reading.tokens[index].stem)
    return " ".join([*words, head.stem if head else ""])


def _owner(reading: Reading, start: int, index: int, *, held: bool) -> tuple[Owner, int, int]:
    """Whom the title belongs to, the token where that begins, and the title's true start.

    *held* says that the title is marked as somebody's: by a possessive, or as acted for.
    """
    placed = _adjacent(reading, start)
    if placed is not None:
        return (*_named_owner(reading, placed, held=held), start)
    if start < index and held:
        return _generic_owner(reading, start)
    return Owner(), start, start


def _generic_owner(reading: Reading, start: int) -> tuple[Owner, int, int]:
    """``Agentliyin şöbə müdiri``, ``Ölkənin səhiyyə naziri``, ``Komitə sədri``."""
    word = reading.tokens[start].text
    stems = genitive_stems(word) or (lower(word),)
    kinds = [generic_places()[stem] for stem in stems if stem in generic_places()]
    after = start + 1 if is_genitive(word) else start
    if kinds and after > start:
        place = reading.place_of_kind(kinds[0], start)
        return Owner(place=place), start, after if place else start
    body = reading.body_of_kind(stems, start)
    return Owner(organization=body), start, after if body else start


def _adjacent(reading: Reading, start: int) -> Placed | None:
    """The mention right before a title, a type word or a bracket between them skipped."""
    at = start - 1
    if at >= 0 and reading.tokens[at].text == ")":
        while at >= 0 and reading.tokens[at].text != "(":
            at -= 1
        at -= 1
    if at in reading.on:
        return reading.on[at]
    skipped = at
    while skipped >= 0 and at - skipped < 3 and _is_link(reading, skipped):
        skipped -= 1
        if skipped in reading.on:
            return reading.on[skipped]
    return None


def _is_link(reading: Reading, at: int) -> bool:
    """Words between a quoted name and its title: the closing mark, an ending, a type word."""
    token = reading.tokens[at]
    if token.kind in ("punct", "symbol"):
        return token.text in '"”»“'
    return token.text.islower() and (_is_genitive_ending(token.text) or is_genitive(token.text))


def _is_genitive_ending(letters: str) -> bool:
    return 2 <= len(letters) <= 3 and letters[-1] == "n" and letters[-2] in VOWELS


def _named_owner(reading: Reading, placed: Placed, *, held: bool) -> tuple[Owner, int]:
    mention = placed.mention
    if mention.label == "PER" or not held or not _can_own(reading, placed):
        return Owner(), placed.end
    if reading.is_body(placed):
        return Owner(organization=mention.entity), placed.start
    if not reading.is_place(placed):
        return Owner(), placed.end
    if _is_relative(reading, placed):
        served = reading.on.get(placed.start - 1)
        if served is not None and reading.is_place(served):
            return Owner(place=served.mention.entity, host=mention.entity), served.start
        return Owner(host=mention.entity), placed.start
    return Owner(place=mention.entity), placed.start


def _can_own(reading: Reading, placed: Placed) -> bool:
    """Whether a name stands bare, in the genitive, or as the seat of an ambassador."""
    token = reading.tokens[placed.end - 1]
    if token.end > token.stem_end:
        return _is_genitive_ending(token.ending) or _is_relative(reading, placed)
    bare = placed.mention.text == placed.mention.name or token.text[-1] in QUOTATION_MARKS
    return bare or is_genitive(token.text) or _is_relative(reading, placed)


def _is_relative(reading: Reading, placed: Placed) -> bool:
    """``Qazaxıstandakı``, ``ABŞ-dakı``."""
    return lower(reading.tokens[placed.end - 1].text).endswith(("dakı", "dəki"))
