"""What the finders propose: contents tied to attributions whose speakers are still unknown."""

from __future__ import annotations

from typing import Literal

import msgspec

from azmedia_nlp.annotations import Cue, QuotationKind
from azmedia_nlp.quotations.subjects import Subject

Link = Literal["own", "running", "impersonal", "nobody", "issuer", "title", "interview"]


class Attribution(msgspec.Struct, frozen=True):
    """A cue with the words that name its speaker; several statements may share one.

    *at* is the token where it stands, for text order. *link* says what to do where no
    subject is given: look at the attribution in force (*running*), the same but only
    across no other sentence (*impersonal*), at nothing (*nobody*), at whom a document may speak
    for (*issuer*), at what follows a title, at the person interviewed.
    """

    at: int
    frame: int
    cue: Cue | None = None
    subject: Subject | None = None
    link: Link = "own"


class Statement(msgspec.Struct, frozen=True):
    """A content that some attribution makes a quotation."""

    start: int
    end: int
    kind: QuotationKind
    rule: str
    attribution: Attribution
