"""Who speaks, and who is in force at a point of the text."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.quotations.statements import Attribution


class Speaker(msgspec.Struct, frozen=True):
    """An entity, or the words for somebody who has no name."""

    entity: str | None = None
    text: str | None = None
    is_person: bool = False


NOBODY: Final = Speaker()


class Scene(msgspec.Struct, frozen=True):
    """The last speaker, the last body that spoke, the frame where that was.

    *called* remembers whom a noun meant: *həkim* is the same person all through. *answering*
    is who gave the last answer of an interview.
    """

    speaker: Speaker = NOBODY
    body: Speaker = NOBODY
    frame: int = -9
    called: tuple[tuple[str, Speaker], ...] = ()
    answering: Speaker = NOBODY

    def after(self, attribution: Attribution, speaker: Speaker) -> Scene:
        """The scene once *speaker* has spoken."""
        if speaker == NOBODY:
            return self
        noun = attribution.subject.noun if attribution.subject is not None else None
        called = self.called if noun is None else ((noun.noun, speaker), *self.called[:_MEMORY])
        body = self.body if speaker.is_person else speaker
        answering = speaker if attribution.link == "interview" else self.answering
        return Scene(speaker, body, attribution.frame, called, answering)

    def who_was_called(self, noun: str) -> Speaker | None:
        """Whom the noun meant when it last named a speaker."""
        return next((speaker for name, speaker in self.called if name == noun), None)


_MEMORY: Final = 16
