"""From the words that name a speaker to the speaker.

In the order of the guidelines: a name; a noun of office, to the person or body that holds it; a
pronoun, to who was last the subject; nobody, to the attribution in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from azmedia_nlp.alphabet import capitalize
from azmedia_nlp.annotations import Quotation, Span
from azmedia_nlp.morphology import inflect
from azmedia_nlp.morphology.suffixes import Possessive
from azmedia_nlp.quotations.bodies import find_body, find_body_in_force, find_issuer
from azmedia_nlp.quotations.cast import Cast
from azmedia_nlp.quotations.headlines import headliner
from azmedia_nlp.quotations.interviews import interviewee
from azmedia_nlp.quotations.offices import find_holders
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.scene import NOBODY, Scene, Speaker
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.subjects import Subject
from azmedia_nlp.quotations.vocabulary import group_forms, pronouns

_NEAR: Final = 1  # frames over which an impersonal passive takes a person in force
_NEAR_BODY: Final = 4
_MEMORY: Final = 3  # frames back in which a subject is still new
_UNNAMED: Final = frozenset({"group", "newsroom"})


class Resolution(NamedTuple):
    """The quotations, and the sources that could mean several persons."""

    quotations: tuple[Quotation, ...]
    doubtful: tuple[Span, ...]


def resolve(cast: Cast, statements: Sequence[Statement]) -> Resolution:
    """The statements with their speakers; headlines last, since they speak for what follows."""
    speakers: dict[int, Speaker] = {}
    doubtful: list[Span] = []
    scene = Scene()
    told = [item for item in statements if not _is_headline(cast, item)]
    for item in sorted(told, key=lambda item: item.attribution.at):
        attribution = item.attribution
        if id(attribution) not in speakers:
            speaker = speaker_of(cast, scene, attribution)
            doubtful.extend(_doubtful(cast, scene, attribution.subject))
            speakers[id(attribution)] = speaker
            scene = scene.after(attribution, speaker)
    below = [(item, speakers[id(item.attribution)].entity) for item in told]
    for item in statements:
        if _is_headline(cast, item):
            entity = headliner(cast, item, below)
            speakers[id(item.attribution)] = cast.speaker(entity) if entity else NOBODY
    quotations = tuple(
        _quotation(cast.page, item, speakers[id(item.attribution)])
        for item in statements
        if item.attribution.link != "issuer" or speakers[id(item.attribution)] != NOBODY
    )
    return Resolution(quotations, tuple(doubtful))


def _doubtful(cast: Cast, scene: Scene, subject: Subject | None) -> Iterator[Span]:
    """The source, where several persons hold the office it names and none is in force."""
    if subject is None or subject.kind != "noun" or subject.noun is None:
        return
    single = subject.noun.kind == "person" and not subject.noun.plural
    source = _source(cast.page, subject)
    if single and source is not None and len(find_holders(cast, scene, subject)) > 1:
        yield source


def _is_headline(cast: Cast, item: Statement) -> bool:
    """Whether the speaker stands below: a headline's, but for one that it names."""
    attribution = item.attribution
    paragraph = cast.views[attribution.frame].paragraph
    if cast.page.paragraphs[paragraph].kind != "title":
        return False
    named = attribution.subject is not None and attribution.subject.mention is not None
    return attribution.link == "title" or not named


def _quotation(page: Page, item: Statement, speaker: Speaker) -> Quotation:
    subject = item.attribution.subject
    source = _source(page, subject)
    spoken = speaker.text if speaker.entity is None else _unnamed(subject, source)
    return Quotation(
        item.start,
        item.end,
        page.text[item.start : item.end],
        kind=item.kind,
        cue=item.attribution.cue,
        source=source,
        speaker=speaker.entity,
        speaker_text=spoken,
        rule=item.rule,
    )


def _unnamed(subject: Subject | None, source: Span | None) -> str | None:
    """The words for a speaker whom they do not name: *Səfir*, *O*."""
    named = subject is None or subject.mention is not None
    return None if named or source is None else source.text


def _source(page: Page, subject: Subject | None) -> Span | None:
    """The name where there is one, else the whole phrase."""
    if subject is None:
        return None
    start, end = page.tokens[subject.first].start, page.tokens[subject.last - 1].end
    mention = subject.mention
    if mention is not None and start <= mention.start < end:
        start, end = mention.start, mention.end
    return Span(start, end, page.text[start:end])


def speaker_of(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """Who speaks by an attribution, given who is in force."""
    subject = attribution.subject
    if subject is None:
        return _in_force(cast, scene, attribution)
    if subject.mention is not None:
        return cast.speaker(subject.mention.entity)
    if subject.kind == "pronoun":
        return _pronoun(cast, scene, attribution)
    if subject.kind == "document":
        return _document(cast, scene, attribution, subject)
    unnamed = Speaker(None, _nominative(cast.page, subject))
    kind = subject.noun.kind if subject.noun is not None else "person"
    if subject.kind == "indefinite" or kind in _UNNAMED:
        return unnamed
    if kind != "person":
        return find_body(cast, scene, subject) or unnamed
    return _person(cast, scene, subject, attribution.frame) or unnamed


def _document(cast: Cast, scene: Scene, attribution: Attribution, subject: Subject) -> Speaker:
    """Who issues a writing: its owner by a noun, else whom the article lets speak by it."""
    if subject.issuer is not None:
        issuer = speaker_of(cast, scene, replace(attribution, subject=subject.issuer))
        if issuer.entity is not None:
            return issuer
    return find_issuer(cast, scene, subject, attribution.frame)


def _pronoun(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """The newest subject, who is in force, or the person named last where a group is."""
    subject = attribution.subject
    if subject is not None and pronouns()[cast.page.words[subject.first]].plural:
        return _group(cast, attribution.frame) or scene.speaker
    newest = _newest_subject(cast, scene, attribution.frame)
    if newest is not None or scene.speaker.entity is not None:
        return newest or scene.speaker
    before = cast.persons_before(attribution.at)
    return cast.speaker(before[-1].entity) if before else scene.speaker


def _group(cast: Cast, frame: int) -> Speaker | None:
    """The group that the frame before names: *… mənbələrə istinadən. Onların …*."""
    for item in reversed(cast.views[frame - 1].items if frame else ()):
        group = group_forms().get(cast.page.words[item])
        if group is not None:
            return Speaker(None, group)
    return None


def _in_force(cast: Cast, scene: Scene, attribution: Attribution) -> Speaker:
    """The attribution in force; an impersonal passive asks it to be near."""
    if attribution.link == "nobody":
        return NOBODY
    if attribution.link == "issuer":
        return find_body_in_force(cast, scene, attribution.frame)
    if attribution.link == "impersonal":
        near = _NEAR if scene.speaker.is_person else _NEAR_BODY
        return scene.speaker if attribution.frame - scene.frame <= near else NOBODY
    if attribution.link == "interview":
        return interviewee(cast, scene, attribution.frame)
    newest = _newest_subject(cast, scene, attribution.frame)
    if newest is not None or scene.speaker != NOBODY:
        return newest or scene.speaker
    before = cast.bodies_before(attribution.at)
    return cast.speaker(before[-1].mention.entity) if before else NOBODY


def _newest_subject(cast: Cast, scene: Scene, frame: int) -> Speaker | None:
    """The person who is the subject of a frame between the attribution in force and this one."""
    for number in range(frame - 1, max(scene.frame, frame - 1 - _MEMORY, -1), -1):
        subject = cast.subject_of_frame(number)
        if subject is not None and subject.mention is not None and subject.is_person:
            return cast.speaker(subject.mention.entity)
        noun = subject.noun if subject is not None and subject.kind == "noun" else None
        if subject is not None and noun is not None and noun.kind == "person" and not noun.plural:
            holders = find_holders(cast, scene, subject)
            if holders:
                return cast.speaker(holders[0])
    return None


def _person(cast: Cast, scene: Scene, subject: Subject, frame: int) -> Speaker | None:
    """A noun of office: its last holder, who was so called before, who is in force."""
    noun = subject.noun
    if noun is not None and noun.plural:
        return None
    holders = find_holders(cast, scene, subject)
    if holders:
        return cast.speaker(holders[0])
    called = scene.who_was_called(noun.noun) if noun is not None else None
    found = called or _newest_subject(cast, scene, frame)
    if found is not None or scene.speaker.is_person:
        return found or scene.speaker
    before = cast.persons_before(subject.first) if noun is not None else ()
    return cast.speaker(before[-1].entity) if before else None


def _nominative(page: Page, subject: Subject) -> str:
    """The words of a subject with the case taken off the last."""
    start, end = page.tokens[subject.first].start, page.tokens[subject.last - 1].end
    words, last, noun = page.text[start:end], page.tokens[subject.last - 1].text, subject.noun
    if noun is None or noun.case == "nom" or subject.kind == "indefinite":
        return words
    possessive: Possessive | None = "3" if noun.possessed else None
    bare = inflect(noun.noun, plural=noun.plural, possessive=possessive)
    shared = words[: len(words) - len(last)]
    return shared + (capitalize(bare) if last[:1].isupper() else bare)
