"""What a finder proposes, and the role it becomes."""

from __future__ import annotations

import msgspec

from azmedia_nlp.annotations import Role
from azmedia_nlp.roles.owners import Owner
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.titles import TitlePhrase, title_span


class Proposal(msgspec.Struct, frozen=True):
    """A person, a title in the text, and whom the position belongs to."""

    person: Placed
    phrase: TitlePhrase
    owner: Owner
    rule: str


def to_role(page: Page, proposal: Proposal) -> Role:
    """The role of a proposal; its span runs from the owner or title to the name."""
    person, phrase, owner = proposal.person, proposal.phrase, proposal.owner
    title = title_span(page, phrase)
    start = min(page.tokens[min(owner.first, phrase.first)].start, person.mention.start)
    end = max(title.end, person.mention.end)
    return Role(
        start,
        end,
        page.text[start:end],
        person=person.mention.entity,
        title=title,
        organization=owner.organization,
        place=owner.place,
        host=owner.host,
        status=phrase.status,
        rule=proposal.rule,
    )
