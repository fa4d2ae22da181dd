"""Lengths of time, and points that a length leads to: *üç gün, 2 saat 30 dəqiqə, 5 il əvvəl*."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from azmedia_nlp.times.rules import Context, Meaning, Reading, Rule, Slots, on_day, reference
from azmedia_nlp.times.runs import Word
from azmedia_nlp.times.values import is_day, shift_date, shift_months

_HALVES: Final = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "12H"}
_CLOCK_UNITS: Final = {"TH": 3600, "TM": 60, "TS": 1}
_LONGEST: Final = 10_000_000  # more is no length that news speaks of


class Length(msgspec.Struct, frozen=True):
    """A length with its ISO 8601 duration."""

    value: str

    def resolve(self, context: Context) -> Reading | None:
        """The duration."""
        del context
        return Reading("DURATION", self.value, ("length",))


class Reference(msgspec.Struct, frozen=True):
    """A time that is past, present or future and no more."""

    value: str

    def resolve(self, context: Context) -> Reading | None:
        """``PAST_REF``, ``PRESENT_REF`` or ``FUTURE_REF``."""
        del context
        return Reading("DATE", self.value)


class Distance(msgspec.Struct, frozen=True):
    """A point a length away: *üç gün əvvəl, iki ildən sonra*.

    *from_now*: the text says *bundan*, so that no other anchor will do.
    """

    count: int
    unit: str
    from_now: bool = False
    length: Reading | None = None

    def resolve(self, context: Context) -> Reading | None:
        """The day, month or year; a minute for clock units; *sonra* of what is past is a length."""
        if self.count > 0 and self.length and context.clause.tense != "future":
            return self.length
        if context.moment is None:
            return Reading("DATE", "PAST_REF" if self.count < 0 else "FUTURE_REF")
        if self.unit in _CLOCK_UNITS:
            return self._clock(context.moment)
        anchor = self._anchor(context) or context.moment.date()
        if self.unit == "Y":
            year = anchor.year + self.count
            return Reading("DATE", f"{year:04}") if 0 < year < 10000 else None
        if self.unit == "M":
            year, month = shift_months(anchor.year, anchor.month, self.count)
            return Reading("DATE", f"{year:04}-{month:02}") if 0 < year < 10000 else None
        day = shift_date(anchor, self.count, self.unit)
        return on_day(day)

    def _anchor(self, context: Context) -> date | None:
        """The day in the same sentence, or before that of an event: *yarışdan üç gün əvvəl*."""
        if self.from_now or self.unit not in ("D", "W"):
            return None
        same = context.near and self.unit == "D" and _is_day(context.last)
        previous = context.clause.previous
        after_event = previous.endswith(("dan", "dən")) and previous != "bundan"
        return context.day if same or after_event else None

    def _clock(self, moment: datetime) -> Reading | None:
        try:
            moment += timedelta(seconds=self.count * _CLOCK_UNITS[self.unit])
        except OverflowError:
            return None
        return Reading("TIME", f"{moment:%Y-%m-%dT%H:%M}")


def _is_day(last: Reading | None) -> bool:
    return last is not None and last.type == "DATE" and is_day(last.value)


def amount(word: Word, unit: Word) -> str | None:
    """The ISO 8601 duration of so many units: ``P3D``, ``PT0.8S``."""
    row = unit.value
    if not row.code:
        return None
    if word.kind == "DECIMAL":
        count = word.value.replace(",", ".")
        if row.count != 1:
            return None
    else:
        if not 0 <= word.value < _LONGEST:
            return None
        count = str(word.value * row.count)
    return iso_duration(count, row.code)


def iso_duration(count: str, code: str) -> str:
    """``P3D``, ``PT40M``.

    >>> iso_duration("3", "D"), iso_duration("40", "TM")
    ('P3D', 'PT40M')
    """
    return f"P{code[:-1]}{count}{code[-1]}"


def _length(slots: Slots) -> Meaning | None:
    if "which" in slots and slots["which"].value == 0:  # "bu üç gün" is any three
        return None
    value = amount(slots["number"], slots["unit"])
    for rest, less in (("rest", "less"), ("last", "least")):
        if value and less in slots:
            smaller = amount(slots[rest], slots[less])
            value = _joined(value, smaller) if smaller else None
    return Length(value) if value else None


def _joined(value: str, smaller: str) -> str | None:
    """*7 il 6 ay* → ``P7Y6M``, *1 saat 40 dəqiqə* → ``PT1H40M``."""
    order = "YMWD" if "T" not in value else "HMS"
    tail = smaller.lstrip("P")
    if "T" in value:
        tail = tail.lstrip("T")
        if "T" not in smaller or order.index(value[-1]) >= order.index(tail[-1]):
            return None
    elif "T" not in smaller and order.index(value[-1]) >= order.index(smaller[-1]):
        return None
    return value + tail


def _range(slots: Slots) -> Meaning | None:
    """*10–12 gün* → ``P10D/P12D``."""
    row = slots["unit"].value
    first, last = slots["range"].value
    if not row.code or first >= last:
        return None
    return Length(
        "/".join(iso_duration(str(count * row.count), row.code) for count in (first, last))
    )


def _fused(slots: Slots) -> Meaning | None:
    count, row = slots["fused"].value
    return Length(iso_duration(str(count * row.count), row.code))


def _one(slots: Slots) -> Meaning | None:
    row = slots["unit"].value
    return Length(iso_duration(str(row.count), row.code)) if row.code else None


def _half(slots: Slots) -> Meaning | None:
    row = slots["unit"].value
    if row.count > 1:
        return Length(iso_duration(str(row.count // 2), row.code)) if row.code != "D" else None
    half = _HALVES.get(row.code)
    if half is None:
        return None
    return Length(f"PT{half}" if row.code in ("TH", "TM", "D") else f"P{half}")


def _and_half(slots: Slots) -> Meaning | None:
    """*iki saat yarım* → ``PT2H30M``, *il yarım* → ``P1Y6M``."""
    row = slots["unit"].value
    half = _HALVES.get(row.code)
    if half is None or row.count > 1:
        return None
    whole = slots["number"].value if "number" in slots else 1
    if not isinstance(whole, int):
        return None
    time = "T" if row.code == "D" else ""
    return Length(iso_duration(str(whole), row.code) + time + half)


def _several(slots: Slots) -> Meaning | None:
    row = slots["unit"].value
    return Length(iso_duration("X", row.code)) if row.code else None


def _distance(slots: Slots) -> Meaning | None:
    row = slots["unit"].value
    direction = slots["direction"].value
    number = slots["number"].value if "number" in slots else 1
    if not isinstance(number, int) or not row.code or number * row.count > _LONGEST:
        return None
    count = number * row.count
    length = Reading(
        "DURATION", iso_duration(str(count), row.code), ("length",), end=slots["unit"].end
    )
    return Distance(direction * count, row.code, "now" in slots, None if "now" in slots else length)


def _vague_distance(slots: Slots) -> Meaning | None:
    return Reference(reference(slots["direction"].value))


# In laws the figure is spelled out beside it: 5 (beş) gün.
_COUNT: Final = "number=NUMBER/DECIMAL.nom (?:OPEN SPELLED CLOSE)?"
_EXTENT: Final = "(?: (?<=UNIT/TENDAYS.abl)MORE | (?<=UNIT/TENDAYS.dat)NEAR )?"
_UNIT: Final = "unit=UNIT/TENDAYS"
_ANY_FORM: Final = "rel|nom|dat|acc|loc|abl|ins|ter|gen|cop|adj"
_LEAD: Final = "(?:LAST|FIRST|AHEAD? which=WHICH|NEAR)?"
# 10 ilə 20 arasında; 5 aylıq körpə is an age.
_NO_LENGTH: Final = "(?<!YEARS.dat(?=NUMBER.nom)) (?!(?<=UNIT.adj)CHILD)"
_DIRECTION: Final = "direction=AGO/LATER/PRIOR"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "times.length.counted",
        f"(?:{_LEAD} (?:{_COUNT}|number=ONLY) WORK? {_UNIT}.{_ANY_FORM} {_EXTENT}"
        f" | LAST? {_COUNT} WORK? {_UNIT}.own) {_NO_LENGTH}",
        _length,
    ),
    Rule(
        "times.length.compound",
        f"(?:LAST|FIRST)? {_COUNT} unit=UNIT.nom rest=NUMBER/DECIMAL.nom less=UNIT.{_ANY_FORM}"
        f" (?:(?<=UNIT.nom) last=NUMBER/DECIMAL.nom least=UNIT.{_ANY_FORM})?",
        _length,
    ),
    Rule("times.length.fused", "(?:LAST|FIRST)? fused=FUSED (?!CHILD)", _fused),
    Rule("times.length.range", f"range=RANGE.nom {_UNIT}.{_ANY_FORM}", _range),
    Rule("times.length.half", f"(?:LAST|FIRST)? HALF unit=UNIT.{_ANY_FORM}", _half),
    Rule("times.length.and_half", f"(?:{_COUNT})? unit=UNIT.nom HALF", _and_half),
    Rule("times.length.last", f"LAST {_UNIT}.loc|nom", _one),
    Rule("times.length.during", "unit=DAYS.nom (?=DURING)", _one),
    Rule(
        "times.length.several",
        f"(?:LAST|FIRST)? (?:SPELLED.nom SEVERAL|SPELLED.pl_ins) {_UNIT}.{_ANY_FORM}",
        _several,
    ),
    Rule("times.length.long", "LONG unit=UNIT.pl", _several),
    Rule("times.length.plural", "(?<!PRIOR|WHICH|SAME) unit=UNIT.pl_ins", _several),
    Rule(
        "times.distance.counted",
        f"now=FROM_NOW? {_COUNT} WORK? {_UNIT}.nom {_DIRECTION}",
        _distance,
    ),
    Rule(
        "times.distance.from_now",
        f"{_COUNT} WORK? {_UNIT}.nom now=FROM_NOW {_DIRECTION}",
        _distance,
    ),
    Rule(
        "times.distance.after",
        f"now=FROM_NOW? {_COUNT} WORK? {_UNIT}.abl direction=LATER",
        _distance,
    ),
    Rule(
        "times.distance.several",
        f"now=FROM_NOW? SPELLED.nom SEVERAL {_UNIT}.nom|abl FROM_NOW? {_DIRECTION}",
        _vague_distance,
    ),
)
