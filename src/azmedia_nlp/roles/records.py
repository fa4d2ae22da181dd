"""From a title phrase and a person to a role."""

from __future__ import annotations

from azmedia_nlp.annotations import Role
from azmedia_nlp.roles.phrases import TitlePhrase, title_span
from azmedia_nlp.roles.reading import Placed, Reading


def record(reading: Reading, phrase: TitlePhrase, person: Placed, rule: str) -> Role:
    """The role that *phrase* gives to *person*; its span holds the owner and the name."""
    tokens = reading.tokens
    start = min(tokens[phrase.first].start, person.mention.start)
    end = max(tokens[phrase.end - 1].stem_end, person.mention.end)
    return Role(
        start,
        end,
        reading.text[start:end],
        person=person.mention.entity,
        title=title_span(reading, phrase),
        organization=phrase.owner.organization,
        place=phrase.owner.place,
        host=phrase.owner.host,
        status=phrase.status,
        rule=rule,
    )
