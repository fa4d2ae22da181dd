"""The finders of names, in the order of reading: each knows one phenomenon and may overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from azmedia_nlp.names.finders.acronyms import find_acronyms
from azmedia_nlp.names.finders.clauses import find_law_clauses
from azmedia_nlp.names.finders.headed import find_headed
from azmedia_nlp.names.finders.known import find_known
from azmedia_nlp.names.finders.numbered import find_numbered
from azmedia_nlp.names.finders.persons import find_persons
from azmedia_nlp.names.finders.quoted import find_quoted_names
from azmedia_nlp.names.finders.sites import find_sites
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.selection import select

Finder = Callable[[Reading], Iterator[Candidate]]

FINDERS: Final[tuple[Finder, ...]] = (
    find_known,
    find_persons,
    find_quoted_names,
    find_headed,
    find_numbered,
    find_law_clauses,
    find_sites,
    find_acronyms,
)


def find_by_rule(reading: Reading) -> tuple[Candidate, ...]:
    """What the finders agree on: the surest and longest of the names that overlap."""
    return select((name for find in FINDERS for name in find(reading)), reading.end)
