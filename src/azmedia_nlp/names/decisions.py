"""From what the tagger and the finders propose to the names of a text.

The tagger reads most names. A finder is heard where it is surer than the tagger, measured
against gold: where it sees more of a name that the tagger saw in part, or a name that the
tagger did not see at all. Then refiners apply what the guidelines say and what the rest of
the article tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from azmedia_nlp.names.drops import (
    drop_addresses,
    drop_common_acronyms,
    drop_languages,
    drop_mere_starts,
)
from azmedia_nlp.names.holidays import name_holidays
from azmedia_nlp.names.joins import join_country_and_body, join_surname
from azmedia_nlp.names.labels import (
    relabel_by_majority,
    relabel_known,
    relabel_surnames,
    share_plural_heads,
)
from azmedia_nlp.names.reading import SURE, Candidate, Reading
from azmedia_nlp.names.selection import select
from azmedia_nlp.names.splits import (
    cut_behind_people,
    cut_behind_sites,
    cut_common_starts,
    cut_governments,
    cut_honorifics,
    cut_long_titles,
    cut_numerals,
    cut_plural_types,
    split_at_initials,
    split_at_known_bodies,
    split_at_lines,
    split_at_places,
    split_known,
)

# Rules that are right more often than the tagger where they see more of a name or another label,
# and rules that are right where it sees none; measured on gold that it was not trained on.
_OVERRULING: Final = (
    "names.known.ORG.",
    "names.known.LOC.",
    "names.sites.",
    "names.quoted.before_type",
    "names.quoted.with_type",
    "names.quoted.legal_form",
    "names.persons.titled",
    "names.headed.building",
    "names.headed.event.lower",
)
_FILLING: Final = ("names.persons.", "names.numbered.")

Refiner = Callable[[Iterable[Candidate], Reading], Iterator[Candidate]]

REFINERS: Final[tuple[Refiner, ...]] = (
    drop_languages,
    drop_common_acronyms,
    drop_mere_starts,
    drop_addresses,
    split_at_lines,
    split_at_places,
    split_at_initials,
    split_at_known_bodies,
    split_known,
    cut_common_starts,
    cut_plural_types,
    cut_governments,
    cut_honorifics,
    cut_long_titles,
    cut_numerals,
    cut_behind_people,
    cut_behind_sites,
    join_country_and_body,
    join_surname,
    relabel_known,
    relabel_surnames,
    relabel_by_majority,
    name_holidays,
    share_plural_heads,
)


def decide(
    tagged: Iterable[Candidate], found: Iterable[Candidate], reading: Reading
) -> tuple[Candidate, ...]:
    """Put the two together and refine the result; names come in order and do not overlap."""
    names = _combine(tuple(tagged), found, reading)
    for refiner in REFINERS:
        names = tuple(refiner(names, reading))
    return select(names, reading.end)


def _combine(
    tagged: tuple[Candidate, ...], found: Iterable[Candidate], reading: Reading
) -> tuple[Candidate, ...]:
    owner = {at: name for name in tagged for at in range(name.start, name.end)}
    heard = [name for name in found if name.strength == SURE and _is_heard(name, owner)]
    return select((*tagged, *heard), reading.end)


def _is_heard(name: Candidate, owner: dict[int, Candidate]) -> bool:
    """A sure name fills a gap; of some rules it may also extend or relabel one tagged name."""
    touched = {owner[at] for at in range(name.start, name.end) if at in owner}
    if not touched:
        return name.rule.startswith((*_OVERRULING, *_FILLING))
    if len(touched) > 1 or not name.rule.startswith(_OVERRULING):
        return False
    [other] = touched
    return name.start <= other.start and other.end <= name.end
