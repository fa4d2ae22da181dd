"""Bodies named by kind (*Nazirlikdən, bankın mətbuat xidməti*) and the writings they issue."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from azmedia_nlp.quotations.cast import Cast, bare_stem, same_noun
from azmedia_nlp.quotations.scene import NOBODY, Scene, Speaker
from azmedia_nlp.quotations.subjects import Subject
from azmedia_nlp.quotations.vocabulary import document_words, noun_forms

_FRAMES: Final = 6  # how far back a writing is introduced
_FIRST_BODIES: Final = 32


def find_body(cast: Cast, scene: Scene, subject: Subject) -> Speaker | None:
    """The last body whose name ends in the noun; parts speak for their owner."""
    noun = subject.noun
    if subject.owner is not None and subject.owner.label != "PER":
        return cast.speaker(subject.owner.entity)
    if noun is not None and noun.kind == "outlet":
        start = cast.page.tokens[subject.first].start
        behind = bisect_left(cast.outlets, start, key=lambda outlet: outlet.start)
        return cast.speaker(cast.outlets[behind - 1].entity) if behind else None
    if noun is None or (noun.plural and not noun.possessed):
        return None
    if noun.kind == "any_body" and scene.body != NOBODY:
        return scene.body
    words = [cast.page.words[item] for item in range(subject.first, subject.last - 1)]
    for word in (*(bare_stem(word) for word in reversed(words)), noun.noun):
        named = _body_named(cast, subject.first, word)
        if named is not None:
            return named
    kinds = {form.kind for word in words for form in noun_forms(word)} | {noun.kind}
    if kinds & {"firm", "any_body"}:
        before = cast.bodies_before(subject.first)
        return cast.speaker(before[-1].mention.entity) if before else None
    return None


def _body_named(cast: Cast, before: int, noun: str) -> Speaker | None:
    """The last body before a place whose name ends in *noun*, else the first of the article."""
    candidates = (*reversed(cast.bodies_before(before)), *cast.bodies[:_FIRST_BODIES])
    for body in candidates:
        if any(head and same_noun(noun, head) for head in body.heads):
            return cast.speaker(body.mention.entity)
    return None


def find_issuer(cast: Cast, scene: Scene, subject: Subject, frame: int) -> Speaker:
    """Whom a document speaks for: its owner, the subject of the frame that brings it, a body."""
    if subject.owner is not None:
        return cast.speaker(subject.owner.entity)
    words = cast.page.words[max(0, subject.first - 1) : subject.last]
    nouns = tuple(bare_stem(word) for word in words if word in document_words())
    for number in range(frame - 1, max(-1, frame - 1 - _FRAMES), -1):
        view = cast.views[number]
        is_title = cast.page.paragraphs[view.paragraph].kind == "title"
        if is_title or not any(cast.page.words[item].startswith(nouns) for item in view.items):
            continue
        issuer = cast.subject_of_frame(number)
        named = issuer and (issuer.mention or issuer.owner)
        if named:
            return cast.speaker(named.entity)
    return scene.body


def find_body_in_force(cast: Cast, scene: Scene, frame: int) -> Speaker:
    """The body that spoke last, else the one that the sentences just before are about."""
    if scene.body != NOBODY:
        return scene.body
    for number in range(frame - 1, max(-1, frame - 1 - _FRAMES), -1):
        subject = cast.subject_of_frame(number)
        mention = subject.mention if subject is not None else None
        if mention is not None and mention.label == "ORG" and mention not in cast.outlets:
            return cast.speaker(mention.entity)
    return NOBODY
