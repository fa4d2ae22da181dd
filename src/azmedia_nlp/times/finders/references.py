"""Times that are past, present or future and no more: *indi, son vaxtlar, yaxın zamanda*."""

from __future__ import annotations

from typing import Final

from azmedia_nlp.times.finders.lengths import Reference
from azmedia_nlp.times.rules import Meaning, Rule, Slots, reference


def _word(slots: Slots) -> Meaning | None:
    return Reference(slots["word"].value)


def _past(slots: Slots) -> Meaning | None:
    del slots
    return Reference("PAST_REF")


def _future(slots: Slots) -> Meaning | None:
    del slots
    return Reference("FUTURE_REF")


def _by_offset(slots: Slots) -> Meaning | None:
    return Reference(reference(slots["which"].value))


def _by_distance(slots: Slots) -> Meaning | None:
    return _by_offset(slots) if slots["which"].value else None  # "bu müddət" is too vague


_STRETCH: Final = "DAYS/WEEKS/MONTHS/YEARS/DECADES/CENTURIES/SPAN"

RULES: Final[tuple[Rule, ...]] = (
    Rule("times.reference.word", "NEAR? word=REF", _word),
    Rule("times.reference.last", f"LAST {_STRETCH}.pl", _past),
    Rule("times.reference.last_period", "LAST PERIODS/SPAN", _past),
    Rule("times.reference.near", f"NEAR {_STRETCH}.pl|sg", _future),
    Rule(
        "times.reference.which", "AHEAD? which=WHICH/PRIOR DAYS/WEEKS/MONTHS/YEARS.pl", _by_offset
    ),
    Rule(
        "times.reference.which_period",
        "AHEAD? which=WHICH (?:PERIODS/SPAN.loc|abl|PERIODS.nom)",
        _by_distance,
    ),
    Rule("times.reference.once", "SPELLED.nom SPAN.pl", _past),
    Rule("times.reference.those_days", "THAT/SAME SPAN.pl", _past),
    Rule("times.reference.lately", "WHICH LATELY", _past),
    Rule("times.reference.medieval", "MEDIEVAL CENTURIES.pl", _past),
    Rule("times.reference.from_now", "FROM_NOW LATER (?!DASH)", _future),
)
