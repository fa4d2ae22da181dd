"""Refiners: from overlapping candidates to a set that reads well together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from azmedia_nlp.alphabet import is_all_caps
from azmedia_nlp.times.finders.calendar import DayOfMonth, NamedDay
from azmedia_nlp.times.finders.clock import ClockTime, PartOfDay
from azmedia_nlp.times.finders.relative import RelativeDay, SameUnit, WeekdayOf
from azmedia_nlp.times.rules import Candidate, Meaning

_DAYS = (NamedDay, DayOfMonth, RelativeDay, WeekdayOf, SameUnit)
_JOINTS = frozenset(("", ",", "|", "[", "(", "/", "-", "–"))


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates that do not overlap, earlier rules first, in text order."""
    longest, *others = sorted(candidates, key=lambda item: item.start - item.end)
    if all(longest.start <= other.start and other.end <= longest.end for other in others):
        return [longest]
    kept = [longest]
    taken = set(range(longest.start, longest.end))
    for candidate in others:
        span = range(candidate.start, candidate.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(kept, key=lambda item: item.start)


def join_day_and_clock(candidates: list[Candidate], text: str) -> list[Candidate]:
    """A day beside its clock time or part of day is one expression, of type TIME."""
    joined: list[Candidate] = []
    for candidate in candidates:
        pair = _pair(joined[-1], candidate, text) if joined else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(candidate)
    return joined


def drop_decoys(candidates: list[Candidate], text: str) -> list[Candidate]:
    """Without what only looks like a time: names, scores, the beginnings of compounds."""
    return [
        candidate
        for candidate in candidates
        if not any(is_decoy(candidate, text) for is_decoy in DECOYS.values())
    ]


def open_lines(candidates: list[Candidate], text: str) -> list[Candidate]:
    """A bare clock time that opens a line goes by the date above, as in a running report."""
    return [
        candidate._replace(meaning=clock.in_report())
        if (clock := _bare_clock(candidate)) and _opens_line(candidate, text)
        else candidate
        for candidate in candidates
    ]


def _bare_clock(candidate: Candidate) -> ClockTime | None:
    """The meaning of figures without *saat* and without a date."""
    meaning = candidate.meaning
    if candidate.rule != "times.clock.figures" or not isinstance(meaning, ClockTime):
        return None
    return meaning if meaning.on is None else None


def _opens_line(candidate: Candidate, text: str) -> bool:
    before = text[max(0, candidate.start - _LONGEST_NAME) : candidate.start]
    return not any(char.isalnum() for char in before.rpartition("\n")[2])


def bare_clock(candidate: Candidate, text: str) -> bool:
    """``20:16 öndə``: figures without *saat*, an ending or a date that open no line."""
    has_ending = text[candidate.end - 1].isalpha()
    return bool(_bare_clock(candidate)) and not has_ending and not _opens_line(candidate, text)


def capital(candidate: Candidate, text: str) -> bool:
    """``28 May küçəsi``, ``Yaşıl Sabah``: a capital inside the sentence makes a name."""
    if candidate.rule not in _ONE_WORD:
        return False
    words = text[candidate.start : candidate.end].split()
    word = words[-1] if candidate.rule == _DAY_MONTH else words[0]
    if not word[0].isupper() or is_all_caps(word):
        return False
    if candidate.rule == _DAY_MONTH:
        return len(words) == len(("28", "May"))
    if candidate.rule == _MONTH and len(words) == 1 and _names_event(candidate, text):
        return True
    before = text[max(0, candidate.start - 2) : candidate.start].rstrip(" ")
    return bool(before) and (before[-1].isalpha() or before[-1] == ",")


def _names_event(candidate: Candidate, text: str) -> bool:
    """``Aprel döyüşləri``: a month before a noun that it describes."""
    return any(shape.match(text, candidate.end) for shape in (_OWNED, _POSSESSED))


def quoted_name(candidate: Candidate, text: str) -> bool:
    """``“Sabah” qalib gəldi``, ``“Səhər qəhvəsi” proqramı``: what a short quotation names."""
    opening = _last_mark(text, candidate.start)
    if opening is None:
        return False
    closing = _NAME_END.match(text, candidate.end, opening + 1 + _LONGEST_NAME)
    if closing is None or not text[opening + 1].isupper():
        return False
    alone = (opening + 1, closing.end() - 1) == (candidate.start, candidate.end)
    return alone or _goes_on(text[closing.end() : closing.end() + 2])


def _last_mark(text: str, offset: int) -> int | None:
    """The opening mark shortly before *offset* in whose quotation it lies."""
    match = _NAME_BEGINNING.search(text, max(0, offset - _LONGEST_NAME), offset)
    return match.start() if match else None


def _goes_on(behind: str) -> bool:
    """Whether the sentence goes on behind a closing mark as it does behind a noun."""
    if not behind:
        return False
    return behind[0].isalpha() or behind[0] == "-" or (behind[0] == " " and behind[1:].islower())


def compound(candidate: Candidate, text: str) -> bool:
    """*Açılış gecəsi*, *səhər proqramında*: a part of the day that only describes a noun."""
    meaning = candidate.meaning
    if candidate.rule != "times.day_part.bare" or not isinstance(meaning, PartOfDay) or meaning.on:
        return False
    if meaning.owned:
        return True
    bare = candidate.end - candidate.start <= _LONGEST_PART
    return bare and _OWNED.match(text, candidate.end) is not None


def weekday_compound(candidate: Candidate, text: str) -> bool:
    """*Cümə məscidi, cümə namazı*: a bare weekday before a noun that it describes."""
    bare = (
        candidate.rule == "times.weekday.bare" and " " not in text[candidate.start : candidate.end]
    )
    return bare and _POSSESSED.match(text, candidate.end) is not None


_DAY_MONTH: Final = "times.calendar.day_month"
_MONTH: Final = "times.calendar.month"
_ONE_WORD: Final = frozenset(
    (
        _DAY_MONTH,
        _MONTH,
        "times.relative.day",
        "times.weekday.bare",
        "times.day_part.bare",
        "times.season.bare",
    )
)
_LONGEST_NAME: Final = 40  # characters
_LONGEST_PART: Final = len("axşamüstü")
# A mark that opens, and no other behind it: a straight one opens where no word ends before it.
_NAME_BEGINNING: Final = re.compile(r"(?:[“«„‘‹]|(?<!\w)\")[^“”„«»‘’‹›\"\n]*\Z")
# What is left of a name to its closing mark: no sentence ends in it, none is introduced.
_NAME_END: Final = re.compile(r"[^.!?…:\n“”„«»\"]*[”»\"]")
# A noun with the possessive and a case, or after a vowel: gecə növbəsində, səhər qəhvəsi.
_OWNED: Final = re.compile(r" [^\W\d_]{3,}(?:s[ıiuü]|s?[ıiuü]n(?:d[aə]n?|[aə]|[ıiuü]n?))\b")
_POSSESSED: Final = re.compile(r" [^\W\d_]{3,}[^aəeıioöuü\W][ıiuü]\b")

# Each says what looks like a time and is none.
DECOYS: Final[dict[str, Callable[[Candidate, str], bool]]] = {
    "clock.bare": bare_clock,
    "name.capital": capital,
    "name.quoted": quoted_name,
    "part_of_day.compound": compound,
    "weekday.compound": weekday_compound,
}


def _pair(left: Candidate, right: Candidate, text: str) -> Candidate | None:
    gap = text[left.end : right.start]
    if not _joins(gap):
        return None
    day, time = left.meaning, right.meaning
    if isinstance(left.meaning, ClockTime) and gap.strip() == "":
        day, time = time, day
    meaning = _timed(day, time)
    if meaning is None:
        return None
    return right._replace(start=left.start, meaning=meaning)


def _joins(gap: str) -> bool:
    """Whether a mark of the list or one picture stands between the two: ``🕐``."""
    mark = gap.strip()
    is_picture = len(mark) == 1 and unicodedata.category(mark) == "So"
    return "\n" not in gap and (mark in _JOINTS or is_picture)


def _timed(day: Meaning, time: Meaning) -> Meaning | None:
    if not isinstance(day, _DAYS):
        return None
    if isinstance(time, ClockTime) and time.on is None:
        return ClockTime(time.hour, time.minute, day)
    if isinstance(time, PartOfDay) and time.on is None:
        return PartOfDay(time.code, day)
    return None
