"""Rules and what they propose: a shape of words and the meaning it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

from azmedia_nlp.annotations import TimeType
from azmedia_nlp.times.runs import Word

Tense = Literal["past", "present", "future", "none"]
Slots = Mapping[str, Word]


class Reading(NamedTuple):
    """A meaning resolved: TIMEX3 attributes, and which fields the text states."""

    type: TimeType
    value: str
    known: tuple[str, ...] = ()
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    end: int | None = None  # where the expression ends, if it is less than was matched


def on_day(day: date | None, known: tuple[str, ...] = ()) -> Reading | None:
    """The reading of a day; None where there is none."""
    return Reading("DATE", day.isoformat(), known) if day else None


def reference(offset: int | None) -> str:
    """Past, present or future at large, by the sign of a distance."""
    if not offset:
        return "PRESENT_REF"
    return "PAST_REF" if offset < 0 else "FUTURE_REF"


class Clause(Protocol):
    """What surrounds an expression, asked only by meanings that need it."""

    @property
    def tense(self) -> Tense:
        """The tense of the nearest verb behind the expression."""

    @property
    def quoted(self) -> bool:
        """Whether the expression stands in a quotation."""

    @property
    def previous(self) -> str:
        """The word before the expression in its sentence, ``""`` at its beginning."""


class Context(NamedTuple):
    """What a meaning is resolved against.

    *moment* is when the article was published; *day*, *month* and *year* are what the
    text spoke of last, *heading* is the day that has a line of its own; *last* is the reading
    before, *near* says whether it stands in the same sentence, *gap* how many characters back.
    """

    moment: datetime | None
    clause: Clause
    day: date | None = None
    month: tuple[int, int] | None = None
    heading: date | None = None
    year: int | None = None
    last: Reading | None = None
    near: bool = False
    gap: int = 0

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.moment.date() if self.moment else None


class Meaning(Protocol):
    """What an expression means, before it is anchored."""

    def resolve(self, context: Context) -> Reading | None:
        """The value in a context, or None where it means nothing there."""


class Rule(NamedTuple):
    """A named shape, and the meaning of what it matches (None: nothing after all)."""

    name: str
    shape: str
    build: Callable[[Slots], Meaning | None]


class Candidate(NamedTuple):
    """A stretch of text with a meaning, by the rule that saw it; *mod* is TIMEX3's."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    mod: str | None = None
    limit: bool = False  # an end in time (-dək), nothing to go on from
