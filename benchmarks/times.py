"""Measure the temporal tagger against ``dateparser.search`` on one set of gold times.

python -m benchmarks.times [SET.jsonl …]

Without arguments the project's drawn corpora are read; gold sets are measured beside them. Both
taggers get the same texts and the same publication dates, in one process. A time counts as
found where a result overlaps it and begins on the same day; dateparser knows no other meaning,
so only gold times that denote a day or a clock time are asked for. What overlaps no gold time
is made up. The pace is the processor time of the best of five passes for either.
"""

from __future__ import annotations

import argparse
import gc
import re
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from dateparser.search import search_dates

from azmedia_nlp.times import extract_times, parse_date
from benchmarks.gold import read_gold
from benchmarks.scripts import load_script

PASSES = 5
# The reader of the drawn notation lives with the tests.
NOTATION = Path(__file__).parent.parent / "tests" / "notation.py"
CORPORA = ("absolute", "relative", "lengths", "context", "decoys")


class Text(NamedTuple):
    """A text with the gold times in it that denote a day, and all spans that are times."""

    text: str
    published: str | None
    days: tuple[tuple[int, int, date], ...]
    spans: tuple[tuple[int, int], ...]


class Found(NamedTuple):
    """A result: where it stands, and the day on which it begins."""

    start: int
    end: int
    day: date | None


class Tally(NamedTuple):
    """What a tagger made of a set: the gold days found, by text and place, and the rest."""

    hits: frozenset[tuple[int, int]]
    made_up: int
    seconds: float


Tagger = Callable[[str, str | None], list[Found]]


def ours(text: str, published: str | None) -> list[Found]:
    """Our tagger; a date alone or the date of a clock time is the day."""
    return [
        Found(item.start, item.end, _day(item.value))
        for item in extract_times(text, published=published)
    ]


def dateparsers(text: str, published: str | None) -> list[Found]:
    """The general search of dateparser; it gives no places, so they are looked up in order."""
    base = parse_date(published) if published else None
    moment = base.to_datetime() if base else None
    settings = {"DATE_ORDER": "DMY"}
    if moment is not None:
        naive = datetime.fromisoformat(f"{moment:%Y-%m-%dT%H:%M:%S}")
        settings["RELATIVE_BASE"] = naive  # type: ignore[assignment]
    found = []
    at = 0
    for surface, value in search_dates(text, languages=["az"], settings=settings) or ():
        start = text.find(surface, at)
        if start >= 0:
            at = start + len(surface)
            found.append(Found(start, at, value.date()))
    return found


def _day(value: str) -> date | None:
    match = re.match(r"(\d{4}-\d\d-\d\d)(?:T|$)", value)
    return date.fromisoformat(match[1]) if match else None


def corpora() -> Iterator[Text]:
    """The drawn lines as texts."""
    read_time_cases = load_script(NOTATION).read_time_cases
    for name in CORPORA:
        for case in read_time_cases(f"times_{name}"):
            spans, at = [], 0
            for surface, _, _ in case.times:
                at = case.text.index(surface, at)
                spans.append((at, at + len(surface)))
                at += len(surface)
            values = [value for _, _, value in case.times]
            yield _text(case.text, case.reference or None, spans, values)


def articles(path: str) -> Iterator[Text]:
    """The articles of a gold set as texts."""
    for gold in read_gold(path):
        spans = [(item["start"], item["end"]) for item in gold["times"]]
        values = [item["value"] for item in gold["times"]]
        yield _text(gold["text"], gold["published"], spans, values)


def _text(
    text: str, published: str | None, spans: list[tuple[int, int]], values: list[str]
) -> Text:
    days = [
        (start, end, day)
        for (start, end), value in zip(spans, values, strict=True)
        if "/" not in value and (day := _day(value))
    ]
    return Text(text, published, tuple(days), tuple(spans))


def measure(texts: list[Text], tag: Tagger) -> Tally:
    """Run a tagger over texts and count."""
    seconds = float("inf")
    for _ in range(PASSES):
        start = time.process_time()
        results = [tag(item.text, item.published) for item in texts]
        seconds = min(seconds, time.process_time() - start)
    hits: set[tuple[int, int]] = set()
    made_up = 0
    for number, (item, found) in enumerate(zip(texts, results, strict=True)):
        for begin, end, day in item.days:
            if any(one.start < end and begin < one.end and one.day == day for one in found):
                hits.add((number, begin))
        made_up += sum(
            all(one.end <= begin or end <= one.start for begin, end in item.spans) for one in found
        )
    return Tally(frozenset(hits), made_up, seconds)


def report(name: str, texts: list[Text]) -> None:
    """Print one set's table."""
    gold = sum(len(item.days) for item in texts)
    mine, theirs = measure(texts, ours), measure(texts, dateparsers)
    print(f"{name}: {len(texts)} texts, {gold} days and clock times")
    print(f"{'':12}{'found':>8}{'missed':>8}{'made up':>9}{'ms a text':>11}")
    for tagger, tally in (("azmedia_nlp", mine), ("dateparser", theirs)):
        found = len(tally.hits)
        pace = 1000 * tally.seconds / len(texts)
        print(f"{tagger:12}{found:8}{gold - found:8}{tally.made_up:9}{pace:11.2f}")
    lost = theirs.hits - mine.hits
    print(
        f"found by dateparser alone: {len(lost)}; {theirs.seconds / mine.seconds:.1f} times faster"
    )
    for number, begin in sorted(lost):
        print(f"  {texts[number].text[max(0, begin - 30) : begin + 40]!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    options = parser.parse_args()
    gc.freeze()
    report("drawn corpora", list(corpora()))
    for path in options.sets:
        report(Path(path).name, list(articles(path)))


if __name__ == "__main__":
    main()
