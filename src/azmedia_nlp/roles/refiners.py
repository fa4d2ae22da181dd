"""Which proposals stay: one record for a person, a title and a body, at its first statement."""

from __future__ import annotations

from collections.abc import Iterable

from azmedia_nlp.roles.proposals import Proposal
from azmedia_nlp.roles.vocabulary import relations


def refine(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals that are positions, each at its first statement."""
    return keep_first(proposal for proposal in proposals if not is_relation(proposal))


def is_relation(proposal: Proposal) -> bool:
    """Whether a title only says whose somebody is: *tələbəsi, keçmiş şagirdi*."""
    phrase = proposal.phrase
    if proposal.owner.is_named or phrase.lemma not in relations():
        return False
    return phrase.head.possessed and not phrase.is_compound


def keep_first(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Drop what repeats an earlier statement, or says less of the same title."""
    kept: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda item: (item.phrase.first, item.person.first)):
        if not any(_repeats(proposal, earlier) for earlier in kept):
            kept.append(proposal)
    return tuple(kept)


def _repeats(later: Proposal, earlier: Proposal) -> bool:
    if later.person.mention.entity != earlier.person.mention.entity:
        return False
    if later.phrase.lemma != earlier.phrase.lemma:
        return later.phrase.last == earlier.phrase.last
    owner, known = later.owner, earlier.owner
    same = (owner.organization, owner.place) == (known.organization, known.place)
    return same or not owner.is_named
