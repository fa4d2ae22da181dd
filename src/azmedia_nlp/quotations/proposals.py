"""All constructions, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from azmedia_nlp.quotations.finders.according import find_according
from azmedia_nlp.quotations.finders.back_pointing import find_back_pointing
from azmedia_nlp.quotations.finders.colon_clause import find_colon_clauses
from azmedia_nlp.quotations.finders.dialogue import find_dialogue
from azmedia_nlp.quotations.finders.direct import find_direct
from azmedia_nlp.quotations.finders.indirect_tail import find_indirect_tail
from azmedia_nlp.quotations.finders.ki_clause import find_ki_clauses
from azmedia_nlp.quotations.finders.labels import find_labels
from azmedia_nlp.quotations.finders.letter import find_letter
from azmedia_nlp.quotations.finders.nominalised import find_nominalised
from azmedia_nlp.quotations.finders.title import find_title
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.statements import Statement
from azmedia_nlp.quotations.views import View

# Constructions of one frame, the outermost first.
IN_FRAME: Final = (
    find_ki_clauses,
    find_according,
    find_nominalised,
    find_colon_clauses,
    find_indirect_tail,
)
# Constructions that look at the frames around them.
AROUND_FRAME: Final = (find_title, find_back_pointing, find_letter)


def propose(page: Page, views: Sequence[View]) -> list[Statement]:
    """Every statement that some construction sees; they may overlap."""
    proposals = [*find_dialogue(page, views), *find_labels(page, views)]
    found = {
        view.number: [item for finder in IN_FRAME for item in finder(page, view)] for view in views
    }
    for view in views:
        for finder in AROUND_FRAME:
            found[view.number].extend(finder(page, views, view.number))
    proposals.extend(item for items in found.values() for item in items)
    for view in views:
        direct = tuple(find_direct(page, views, view.number, found))
        found[view.number].extend(direct)
        proposals.extend(direct)
    return proposals
