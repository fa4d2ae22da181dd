"""Who answers in an interview: whom the question addresses, who answered before, who was named."""

from __future__ import annotations

from typing import Final

from azmedia_nlp.quotations.cast import Cast
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.scene import NOBODY, Scene, Speaker
from azmedia_nlp.quotations.views import View

_LONGEST: Final = 16  # frames of a question
_VOCATIVE: Final = 2  # words behind a name that address somebody: *Lalə xanım, …*


def interviewee(cast: Cast, scene: Scene, frame: int) -> Speaker:
    """Who gives the answer that stands in *frame*.

    Whom a question tells about is not who answers it; so the names inside the question count
    only where they address somebody.
    """
    question = _question(cast, frame)
    addressed = _addressed(cast.page, question) if question is not None else None
    if addressed is not None:
        return cast.speaker(addressed)
    if scene.answering != NOBODY:
        return scene.answering
    asked_at = (question or cast.views[frame]).items[0]
    persons = cast.persons_before(asked_at) or cast.persons_before(cast.views[frame].items[0])
    return cast.speaker(persons[-1].entity) if persons else scene.speaker


def _question(cast: Cast, frame: int) -> View | None:
    """The frame that opens the paragraph before an answer."""
    paragraph = cast.views[frame].paragraph
    before = [view for view in cast.views[max(0, frame - _LONGEST) : frame] if view.dashed]
    opening = [view for view in before if view.first and view.paragraph == paragraph - 1]
    return opening[0] if opening else None


def _addressed(page: Page, question: View) -> str | None:
    """The person whom a question addresses: *– Lalə xanım, …*."""
    items = question.items[1:]
    mention = page.starts_mention(items[0]) if items else None
    if mention is None or mention.label != "PER":
        return None
    rest = [item for item in items if page.tokens[item].start >= mention.end]
    comma = next((at for at, item in enumerate(rest) if page.words[item] == ","), len(rest))
    return mention.entity if comma <= _VOCATIVE and comma < len(rest) else None
