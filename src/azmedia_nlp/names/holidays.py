"""Holidays that are given names as well: *Novruz*, *Ramazan ayı*, *Qurban bayramı*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from azmedia_nlp.names.labels import surnames
from azmedia_nlp.names.reading import Candidate, Reading

_HOLIDAY: Final = "EVENT.holiday"


def name_holidays(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Ramazan ayı* is nobody's name, and *Novruz* somebody's only in company."""
    names = list(names)
    long = [name for name in reading.long_names if name.flag == _HOLIDAY]
    inside = {at: name for name in long for at in range(name.start, name.end)}
    people = _parts_of_people(names, reading)
    done: set[int] = set()
    for name in names:
        holiday = inside.get(name.start)
        if holiday is not None and name.end <= holiday.end:
            if holiday.start not in done:
                yield Candidate(holiday.start, holiday.end, "EVENT", "names.holidays.long")
            done.add(holiday.start)
        elif _is_holiday(name, reading) and not people.intersection(
            reading.likely_stems(name.start)
        ):
            yield name._replace(label="EVENT", rule="names.holidays.word")
        else:
            yield name


def _is_holiday(name: Candidate, reading: Reading) -> bool:
    """A person of one word, which a holiday is too, with no other person beside."""
    if name.label != "PER" or name.end - name.start > 1:
        return False
    return _HOLIDAY in reading.words[name.start].flags and not _in_a_row(name, reading)


def _in_a_row(name: Candidate, reading: Reading) -> bool:
    """*Qurban, Ramazan, Novruz və Bayram*: given names side by side."""
    beside = [(name.start - 1, name.start - 2), (name.end, name.end + 1)]
    return any(
        0 <= other < reading.end
        and (reading.forms[mark] == "," or reading.words[mark].joins == "and")
        and reading.words[other].given
        for mark, other in beside
    )


def _parts_of_people(names: Iterable[Candidate], reading: Reading) -> frozenset[str]:
    """The words of the full names of people, with their stems."""
    names = tuple(names)
    firsts = {
        stem
        for name in names
        if name.label == "PER" and name.end - name.start > 1
        for stem in reading.likely_stems(name.start)
    }
    return surnames(names, reading) | firsts
