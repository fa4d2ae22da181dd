"""Which proposals stay: one record for a person, a title and a body, at its first statement."""

from __future__ import annotations

from collections.abc import Iterable

from azmedia_nlp.roles.proposals import Proposal
from azmedia_nlp.roles.vocabulary import relations

Owned = tuple[str | None, str | None]


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
    owners: dict[tuple[str, str], set[Owned]] = {}
    read: set[tuple[str, int, Owned]] = set()
    for proposal in sorted(proposals, key=lambda item: (item.phrase.first, item.person.first)):
        person, phrase, owner = proposal.person.mention.entity, proposal.phrase, proposal.owner
        known = owners.setdefault((person, phrase.lemma), set())
        owned = (owner.organization, owner.place)
        repeated = owned in known or (known and not owner.is_named)
        if not repeated and (person, phrase.last, owned) not in read:
            kept.append(proposal)
        known.add(owned)
        read.add((person, phrase.last, owned))
    return tuple(kept)
