"""From the words that name a speaker to the speaker.

In the order of the guidelines: a name; a noun of office, to the person or body that holds it; a
pronoun, to who was last the subject; nobody, to the attribution in force.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import msgspec

from azmedia_nlp.alphabet import capitalize, is_capitalized
from azmedia_nlp.annotations import Quotation, Span
from azmedia_nlp.morphology import inflect
from azmedia_nlp.morphology.suffixes import Possessive
from azmedia_nlp.quotations.cast import Cast, Titled, bare_stem, same_noun
from azmedia_nlp.quotations.headlines import headliner
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import Subject

_NEAR: Final = 1
_NEAR_BODY: Final = 3
_MEMORY: Final = 3
_FIRST_BODIES: Final = 32
_UNNAMED: Final = frozenset({"group", "newsroom"})


class Speaker(msgspec.Struct, frozen=True):
    """An entity, or the words for somebody who has no name."""

    entity: str | None = None
    text: str | None = None
    is_person: bool = False


NOBODY: Final = Speaker()


class Scene(msgspec.Struct, frozen=True):
    """Who is in force at a point of the text: the last speaker, the last body that spoke.

    *called* remembers whom a noun meant: *həkim* is the same person all through.
    """

    speaker: Speaker = NOBODY
    body: Speaker = NOBODY
    frame: int = -9
    called: tuple[tuple[str, Speaker], ...] = ()


def resolve(cast: Cast, statements: Sequence[Statement]) -> tuple[Quotation, ...]:
    """The statements with their speakers; headlines last, since they speak for what follows."""
    speakers: dict[int, Speaker] = {}
    scene = Scene()
    told = [item for item in statements if not _is_headline(cast, item)]
    for item in sorted(told, key=lambda item: item.attribution.at):
        attribution = item.attribution
        if id(attribution) not in speakers:
            speaker = speaker_of(cast, scene, attribution)
            speakers[id(attribution)] = speaker
            scene = _after(scene, attribution, speaker)
    below = [(item, speakers[id(item.attribution)].entity) for item in told]
    for item in statements:
        if _is_headline(cast, item):
            entity = headliner(cast, item, below)
            speakers[id(item.attribution)] = _entity(cast, entity) if entity else NOBODY
    return tuple(
        _quotation(cast.page, item, speakers[id(item.attribution)])
        for item in statements
        if item.attribution.link != "issuer" or speakers[id(item.attribution)] != NOBODY
    )


def _is_headline(cast: Cast, item: Statement) -> bool:
    """Whether the speaker stands below: a headline's, but for one that it names."""
    attribution = item.attribution
    paragraph = cast.views[attribution.frame].paragraph
    if cast.page.paragraphs[paragraph].kind != "title":
        return False
    named = attribution.subject is not None and attribution.subject.mention is not None
    return attribution.link == "title" or not named


def _after(scene: Scene, attribution: Attribution, speaker: Speaker) -> Scene:
    if speaker == NOBODY:
        return scene
    noun = attribution.subject.noun if attribution.subject is not None else None
    called = scene.called if noun is None else ((noun.noun, speaker), *scene.called)
    body = scene.body if speaker.is_person else speaker
    return Scene(speaker, body, attribution.frame, called)


def _quotation(page: Page, item: Statement, speaker: Speaker) -> Quotation:
    return Quotation(
        item.start,
        item.end,
        page.text[item.start : item.end],
        kind=item.kind,
        cue=item.attribution.cue,
        source=_source(page, item.attribution.subject),
        speaker=speaker.entity,
        speaker_text=None if speaker.entity else speaker.text,
        rule=item.rule,
    )


def _source(page: Page, subject: Subject | None) -> Span | None:
    """The name where there is one, else the whole phrase."""
    if subject is None:
        return None
    start, end = page.tokens[subject.first].start, page.tokens[subject.last - 1].end
    if subject.mention is not None:
        start, end = subject.mention.start, subject.mention.end
    return Span(start, end, page.text[start:end])


def speaker_of(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """Who speaks by an attribution, given who is in force."""
    subject = attribution.subject
    if subject is None:
        return _in_force(cast, scene, attribution)
    if subject.mention is not None:
        return _entity(cast, subject.mention.entity)
    if subject.kind == "pronoun":
        return _pronoun(cast, scene, attribution)
    if subject.kind == "document":
        return _issuer(cast, scene, subject, attribution.frame)
    if subject.kind == "indefinite" or (subject.noun is not None and subject.noun.kind in _UNNAMED):
        return Speaker(None, _nominative(cast.page, subject))
    if subject.noun is not None and subject.noun.kind != "person":
        return _body(cast, scene, subject)
    return _person(cast, scene, subject, attribution.frame)


def _pronoun(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """The newest subject, who is in force, or the person named last where a group is."""
    newest = _newest_subject(cast, scene, attribution.frame)
    if newest is not None or scene.speaker.entity is not None:
        return newest or scene.speaker
    before = cast.persons_before(attribution.at)
    return _entity(cast, before[-1].entity) if before else scene.speaker


def _in_force(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """The attribution in force; an impersonal passive asks it to be near."""
    if attribution.link == "nobody":
        return NOBODY
    if attribution.link == "issuer":
        return _body_in_force(cast, scene, attribution.frame)
    if attribution.link == "impersonal":
        near = _NEAR if scene.speaker.is_person else _NEAR_BODY
        return scene.speaker if attribution.frame - scene.frame <= near else NOBODY
    if attribution.link == "interview":
        persons = cast.persons_before(attribution.at)
        return _entity(cast, persons[-1].entity) if persons else scene.speaker
    newest = _newest_subject(cast, scene, attribution.frame)
    if newest is not None or scene.speaker != NOBODY:
        return newest or scene.speaker
    before = cast.bodies_before(attribution.at)
    return _entity(cast, before[-1].mention.entity) if before else NOBODY


def _body_in_force(cast: Cast, scene: Scene, frame: int) -> Speaker:
    """The body that spoke last, else the one that the sentences just before are about."""
    if scene.body != NOBODY:
        return scene.body
    for number in range(frame - 1, max(-1, frame - 1 - _MEMORY), -1):
        subject = cast.subject_of_frame(number)
        mention = subject.mention if subject is not None else None
        if mention is not None and mention.label == "ORG" and mention not in cast.outlets:
            return _entity(cast, mention.entity)
    return NOBODY


def _entity(cast: Cast, entity: str) -> Speaker:
    return Speaker(entity, None, cast.is_person(entity))


def _newest_subject(cast: Cast, scene: Scene, frame: int) -> Speaker | None:
    """The person who is the subject of a frame between the attribution in force and this one."""
    for number in range(frame - 1, max(scene.frame, frame - 1 - _MEMORY, -1), -1):
        subject = cast.subject_of_frame(number)
        if subject is None or subject.kind in ("pronoun", "indefinite", "document"):
            continue
        if subject.mention is not None:
            if subject.is_person:
                return _entity(cast, subject.mention.entity)
        elif subject.noun is not None and subject.noun.kind == "person" and not subject.noun.plural:
            held = _holder(cast, scene, subject)
            if held is not None:
                return _entity(cast, held)
    return None


def _person(cast: Cast, scene: Scene, subject: Subject, frame: int) -> Speaker:
    """A noun of office: its last holder, who was so called before, who is in force."""
    noun = subject.noun
    if noun is not None and noun.plural:
        return Speaker(None, _nominative(cast.page, subject))
    held = _holder(cast, scene, subject)
    if held is not None:
        return _entity(cast, held)
    called = next((who for name, who in scene.called if noun and name == noun.noun), None)
    found = called or _newest_subject(cast, scene, frame)
    if found is not None:
        return found
    if scene.speaker.is_person:
        return scene.speaker
    before = cast.persons_before(subject.first)
    if before and noun is not None:
        return _entity(cast, before[-1].entity)
    return Speaker(None, _nominative(cast.page, subject))


def _holder(cast: Cast, scene: Scene, subject: Subject) -> str | None:
    """The last person before the noun whose title shares its head or most of its words."""
    words = [cast.page.words[item] for item in range(subject.first, subject.last)]
    head = subject.noun.noun if subject.noun is not None else words[-1]
    modifiers = [bare_stem(word) for word in words[:-1]]
    best, found = 0, None
    for person in cast.persons_before(subject.first):
        score = _likeness(person, head, modifiers) + _kinship(person, subject)
        if score and person.entity == scene.speaker.entity:
            score += 1
        if score > 0 and score >= best:
            best, found = score, person.entity
    return found


def _kinship(person: Titled, subject: Subject) -> int:
    """For an owner in common (*BMT rəhbəri*, *BMT-nin Baş katibi*), against one that differs."""
    if subject.owner is None or not person.owners:
        return 0
    return 2 if subject.owner.entity in person.owners else -2


def _likeness(person: Titled, head: str, modifiers: Sequence[str]) -> int:
    """Two points for the head of a title, one for each word before it."""
    points = 2 if any(same_noun(head, word) for word in person.words) else 0
    return points + sum(
        any(same_noun(modifier, word) for word in person.words) for modifier in modifiers
    )


def _body(cast: Cast, scene: Scene, subject: Subject) -> Speaker:
    """A noun for a body: the last body whose name ends in it; parts speak for their owner."""
    noun = subject.noun
    unnamed = Speaker(None, _nominative(cast.page, subject))
    if subject.owner is not None and subject.owner.label != "PER":
        return _entity(cast, subject.owner.entity)
    if noun is not None and noun.kind == "outlet":
        start = cast.page.tokens[subject.first].start
        behind = bisect_left(cast.outlets, start, key=lambda outlet: outlet.start)
        return _entity(cast, cast.outlets[behind - 1].entity) if behind else unnamed
    if noun is None or (noun.plural and not noun.possessed):
        return unnamed
    if noun.kind == "any_body" and scene.body != NOBODY:
        return scene.body
    words = [cast.page.words[item] for item in range(subject.first, subject.last - 1)]
    for word in (*(bare_stem(word) for word in reversed(words)), noun.noun):
        named = _body_named(cast, subject.first, word)
        if named is not None:
            return named
    if noun.kind in ("firm", "any_body"):
        before = cast.bodies_before(subject.first)
        return _entity(cast, before[-1].mention.entity) if before else unnamed
    return unnamed


def _body_named(cast: Cast, before: int, noun: str) -> Speaker | None:
    """The last body before a place whose name ends in *noun*, else the first of the article."""
    candidates = (*reversed(cast.bodies_before(before)), *cast.bodies[:_FIRST_BODIES])
    for body in candidates:
        if any(head and same_noun(noun, head) for head in body.heads):
            return _entity(cast, body.mention.entity)
    return None


def _issuer(cast: Cast, scene: Scene, subject: Subject, frame: int) -> Speaker:
    """Whom a document speaks for: its owner, the subject of the frame that brings it, a body."""
    if subject.owner is not None:
        return _entity(cast, subject.owner.entity)
    noun = bare_stem(cast.page.words[subject.first])
    for number in range(frame - 1, max(-1, frame - 1 - _MEMORY), -1):
        items = cast.views[number].items
        if any(cast.page.words[item].startswith(noun) for item in items):
            issuer = cast.subject_of_frame(number)
            if issuer is not None and issuer.mention is not None:
                return _entity(cast, issuer.mention.entity)
    return scene.body


def _nominative(page: Page, subject: Subject) -> str:
    """The words of a subject with the case taken off the last."""
    start, end = page.tokens[subject.first].start, page.tokens[subject.last - 1].end
    words, last, noun = page.text[start:end], page.tokens[subject.last - 1].text, subject.noun
    if noun is None or noun.case == "nom" or subject.kind == "indefinite":
        return words
    possessive: Possessive | None = "3" if noun.possessed else None
    bare = inflect(noun.noun, plural=noun.plural, possessive=possessive)
    shared = words[: len(words) - len(last)]
    return shared + (capitalize(bare) if is_capitalized(last) else bare)
