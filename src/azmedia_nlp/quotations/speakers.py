"""From the words that name a speaker to the speaker.

In the order of the guidelines: a name; a noun of office, to the person or body that holds it; a
pronoun, to who was last the subject; nobody, to the attribution in force.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Entity, Mention, Quotation, Role, Span
from azmedia_nlp.morphology import analyze, inflect
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import NAMED, Subject

_PERSONAL: Final = frozenset({"PER"})
_TITLE_REACH: Final = 8
_ADJACENT: Final = 1


class Speaker(msgspec.Struct, frozen=True):
    """An entity, or the words for somebody who has no name."""

    entity: str | None = None
    text: str | None = None
    is_person: bool = False


NOBODY: Final = Speaker()


class Scene(msgspec.Struct):
    """Who is in force while the statements are read in text order."""

    speaker: Speaker = NOBODY
    body: Speaker = NOBODY
    frame: int = -9
    at: int = -1


class Cast(msgspec.Struct, frozen=True):
    """Everybody an article names, as the resolver looks for them.

    *subjects* are the mentions in the nominative outside what others said, in order, with their
    token; *titles* has the words before each person's name.
    """

    page: Page
    labels: dict[str, str]
    entities: tuple[Entity, ...]
    subjects: tuple[tuple[int, Mention], ...]
    titles: tuple[tuple[int, str, frozenset[str]], ...]


def assemble(
    page: Page,
    entities: tuple[Entity, ...],
    roles: tuple[Role, ...],
    statements: Sequence[Statement],
) -> Cast:
    """Collect the persons and bodies of a page with what they are called."""
    contents = [(item.start, item.end) for item in statements]
    starts = [
        (item, mention)
        for item in range(len(page.tokens))
        if page.mention_at[item] >= 0 and (mention := page.starts_mention(item)) is not None
    ]
    subjects = tuple(
        (item, mention)
        for item, mention in starts
        if mention.label in NAMED
        and mention.text == mention.name
        and page.tokens[item].start == mention.start
        and not any(start <= mention.start < end for start, end in contents)
    )
    titles = [
        (item, mention.entity, _title_words(page, item))
        for item, mention in starts
        if mention.label == "PER"
    ]
    offsets = {mention.start: item for item, mention in starts}
    for role in roles:
        words = frozenset(lower(role.title.text).split()) | {lower(role.title.lemma)}
        titles.append((offsets.get(role.start, 0), role.person, words))
    labels = {entity.id: entity.label for entity in entities}
    return Cast(page, labels, entities, subjects, tuple(titles))


def _title_words(page: Page, item: int) -> frozenset[str]:
    words = []
    for before in range(item - 1, max(-1, item - 1 - _TITLE_REACH), -1):
        word = page.words[before]
        if page.is_stop(before) or word in (":", ";") or page.tokens[before].end < page.tokens[item].start - 120:
            break
        if "\n" in page.text[page.tokens[before].end : page.tokens[before + 1].start]:
            break
        words.append(word)
    return frozenset(words)


def resolve(cast: Cast, statements: Sequence[Statement]) -> tuple[Quotation, ...]:
    """The statements with their speakers; headlines last, they speak for what follows."""
    speakers: dict[int, Speaker] = {}
    scene = Scene()
    told = sorted((item.attribution.at, index) for index, item in enumerate(statements))
    for _, index in told:
        attribution = statements[index].attribution
        if attribution.link == "title":
            continue
        known = speakers.get(id(attribution))
        speaker = known or speaker_of(cast, scene, attribution)
        speakers[id(attribution)] = speaker
        _enter(scene, attribution, speaker)
    for item in statements:
        if item.attribution.link == "title":
            speakers[id(item.attribution)] = _headliner(cast, item, statements, speakers)
    return tuple(_quotation(cast.page, item, speakers[id(item.attribution)]) for item in statements)


def _enter(scene: Scene, attribution: Attribution, speaker: Speaker) -> None:
    if speaker == NOBODY:
        return
    scene.speaker, scene.frame, scene.at = speaker, attribution.frame, attribution.at
    if not speaker.is_person:
        scene.body = speaker


def _quotation(page: Page, item: Statement, speaker: Speaker) -> Quotation:
    attribution = item.attribution
    subject = attribution.subject
    source = None
    if subject is not None:
        start, end = page.tokens[subject.first].start, page.tokens[subject.last - 1].end
        if subject.mention is not None:
            start, end = subject.mention.start, subject.mention.end
        source = Span(start, end, page.text[start:end])
    return Quotation(
        item.start,
        item.end,
        page.text[item.start : item.end],
        kind=item.kind,
        cue=attribution.cue,
        source=source,
        speaker=speaker.entity,
        speaker_text=None if speaker.entity else speaker.text,
        rule=item.rule,
    )


def speaker_of(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """Who speaks by an attribution, given who is in force."""
    subject = attribution.subject
    if subject is None:
        return _in_force(cast, scene, attribution)
    if subject.mention is not None:
        return _entity(cast, subject.mention.entity)
    if subject.kind == "pronoun":
        return _last_subject(cast, scene, attribution.at, _PERSONAL) or scene.speaker
    if subject.kind == "document":
        return _issuer(cast, scene, subject)
    if subject.noun is not None and subject.noun.kind != "person":
        return _body(cast, scene, subject)
    return _person(cast, scene, subject)


def _in_force(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """The attribution in force; an impersonal passive asks it to be near."""
    if attribution.link == "impersonal":
        near = attribution.frame - scene.frame <= _ADJACENT
        return scene.speaker if near else NOBODY
    if attribution.link == "interview":
        return _last_subject(cast, scene, attribution.at, _PERSONAL, any_case=True) or scene.speaker
    newer = _last_subject(cast, scene, attribution.at, _PERSONAL)
    return newer or scene.speaker


def _entity(cast: Cast, entity: str) -> Speaker:
    return Speaker(entity, None, cast.labels.get(entity) == "PER")


def _last_subject(
    cast: Cast, scene: Scene, before: int, labels: frozenset[str], *, any_case: bool = False
) -> Speaker | None:
    """Who was last a subject between the attribution in force and this one."""
    if any_case:
        for item, entity, _ in reversed(cast.titles):
            if scene.at < item < before:
                return _entity(cast, entity)
        return None
    for item, mention in reversed(cast.subjects):
        if item <= scene.at:
            return None
        if item < before and mention.label in labels:
            return _entity(cast, mention.entity)
    return None


def _person(cast: Cast, scene: Scene, subject: Subject) -> Speaker:
    """A noun of office: its last holder, else who is in force, else the words themselves."""
    words = [cast.page.words[item] for item in range(subject.first, subject.last)]
    head = subject.noun.noun if subject.noun is not None else words[-1]
    if subject.noun is not None and subject.noun.plural:
        return Speaker(None, _nominative(cast.page, subject))
    holder = _holder(cast, subject.first, head, words)
    if holder is not None:
        return holder
    recent = _last_subject(cast, scene, subject.first, _PERSONAL)
    if recent is not None:
        return recent
    if scene.speaker.is_person:
        return scene.speaker
    before = [entity for item, entity, _ in cast.titles if item < subject.first]
    if before and subject.noun is not None:
        return _entity(cast, before[-1])
    return Speaker(None, _nominative(cast.page, subject))


def _holder(cast: Cast, before: int, head: str, words: Sequence[str]) -> Speaker | None:
    """The last person before the noun whose title has its head, the more of its words the better."""
    best: tuple[int, int] | None = None
    found = None
    for item, entity, title in cast.titles:
        if item >= before or not any(_same_noun(head, word) for word in title):
            continue
        shared = sum(any(_same_noun(word, other) for other in title) for word in words)
        if best is None or (shared, item) >= best:
            best, found = (shared, item), entity
    return _entity(cast, found) if found is not None else None


def _same_noun(noun: str, word: str) -> bool:
    """Whether *word* is *noun* with at most a possessive: *nazir, naziri*; *müavin, müavini*."""
    stem = noun[:-1] if noun[-1:] in ("k", "q") else noun
    return word.startswith(stem) and len(word) - len(noun) <= 3


def _body(cast: Cast, scene: Scene, subject: Subject) -> Speaker:
    """A noun for a body: the last body whose name ends in it; parts speak for their owner."""
    noun = subject.noun
    assert noun is not None
    if subject.owner is not None and subject.owner.label != "PER":
        return _entity(cast, subject.owner.entity)
    if noun.kind == "group" or (noun.plural and not noun.possessed):
        return Speaker(None, _nominative(cast.page, subject))
    if noun.kind == "any_body":
        if scene.body != NOBODY:
            return scene.body
        return _last_body(cast, subject.first) or Speaker(None, _nominative(cast.page, subject))
    words = [cast.page.words[item] for item in range(subject.first, subject.last)]
    for word in (*reversed(words[:-1]), noun.noun):
        named = _body_named(cast, subject.first, word)
        if named is not None:
            return named
    return Speaker(None, _nominative(cast.page, subject))


def _body_named(cast: Cast, before: int, word: str) -> Speaker | None:
    bare = min((item.stem for item in analyze(word) if len(item.stem) > 2), key=len, default=word)
    found = None
    for item, mention in _bodies(cast):
        last = lower(mention.name).split()[-1].strip("”»\"")
        entity_last = _last_word(cast, mention.entity)
        if _same_noun(bare, last) or _same_noun(bare, entity_last):
            if item < before or found is None:
                found = mention
    return _entity(cast, found.entity) if found is not None else None


def _last_word(cast: Cast, entity: str) -> str:
    names = {item.id: item.name for item in cast.entities}
    return lower(names.get(entity, "?")).split()[-1]


def _bodies(cast: Cast) -> list[tuple[int, Mention]]:
    return [
        (item, mention)
        for item in range(len(cast.page.tokens))
        if cast.page.mention_at[item] >= 0
        and (mention := cast.page.starts_mention(item)) is not None
        and mention.label == "ORG"
    ]


def _last_body(cast: Cast, before: int) -> Speaker | None:
    found = [mention for item, mention in _bodies(cast) if item < before]
    return _entity(cast, found[-1].entity) if found else None


def _issuer(cast: Cast, scene: Scene, subject: Subject) -> Speaker:
    """Whom a document speaks for: its owner, else the body in force."""
    if subject.owner is not None:
        return _entity(cast, subject.owner.entity)
    if scene.body != NOBODY:
        return scene.body
    return NOBODY


def _nominative(page: Page, subject: Subject) -> str:
    """The words of a subject with the case taken off the last."""
    start, end = page.tokens[subject.first].start, page.tokens[subject.last - 1].end
    words = page.text[start:end]
    last = page.tokens[subject.last - 1].text
    noun = subject.noun
    if noun is None or noun.case == "nom":
        return words
    for item in analyze(last):
        if item.case == noun.case and item.plural == noun.plural:
            possessive = item.possessive if noun.possessed else None
            bare = inflect(item.stem, plural=item.plural, possessive=possessive)
            return words[: len(words) - len(last)] + bare
    return words


def _headliner(
    cast: Cast,
    title: Statement,
    statements: Sequence[Statement],
    speakers: dict[int, Speaker],
) -> Speaker:
    """Who speaks in a headline: its name, or the one who says the like below."""
    subject = title.attribution.subject
    if subject is not None and subject.mention is not None:
        return _entity(cast, subject.mention.entity)
    text = cast.page.text[title.start : title.end]
    told = [item for item in statements if item.attribution.link != "title"]
    for item in told:
        if text in cast.page.text[item.start : item.end]:
            return speakers[id(item.attribution)]
    if subject is not None and subject.noun is not None:
        for _, entity, words in cast.titles:
            if any(_same_noun(subject.noun.noun, word) for word in words):
                return _entity(cast, entity)
    persons = [speakers[id(item.attribution)] for item in told]
    return next((speaker for speaker in persons if speaker.is_person), persons[0] if persons else NOBODY)
