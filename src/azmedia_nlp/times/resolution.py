"""Resolution: candidates anchored one after another, each adding to the context of the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from azmedia_nlp.annotations import PublicationDate, Segmentation, TimeExpression
from azmedia_nlp.times.finders.clock import Continued
from azmedia_nlp.times.rules import Candidate, Context, Reading
from azmedia_nlp.times.tense import Surroundings
from azmedia_nlp.times.values import DAY, grain_of, interval

# Years that TIMEX3 cannot write, reached by counting from a far anchor.
_OFF_CALENDAR: Final = re.compile(r"(?:^|/)(?:\d{5}|-|0000)")
_MARGIN: Final = 20  # characters
NO_CLAUSE: Final = Surroundings((), 0, 0, 0, 0)
UNANCHORED: Final = Context(None, NO_CLAUSE)


def anchored(published: PublicationDate) -> Context:
    """The context of an article's first expression."""
    return Context(published.moment, NO_CLAUSE)


def resolve(
    candidates: Iterable[Candidate], segmentation: Segmentation, published: PublicationDate
) -> Iterator[TimeExpression]:
    """The expressions that the candidates turn out to be, in text order."""
    context = anchored(published)
    last_end = 0
    places = _places(candidates, segmentation)
    sentence = None
    for candidate, clause in places:
        context = context._replace(
            clause=clause, near=clause.start == sentence, gap=candidate.start - last_end
        )
        sentence = clause.start
        reading = candidate.meaning.resolve(context)
        if reading is not None and not _OFF_CALENDAR.search(reading.value):
            context = after(context, candidate, reading)
            last_end = candidate.end
            if _is_line(segmentation.text, candidate) and context.day:
                context = context._replace(heading=context.day)
            yield expression(candidate, reading, segmentation.text)


def _is_line(text: str, candidate: Candidate) -> bool:
    """Whether the expression has a line of its own, as the dates of a running report do."""
    before = text[max(0, candidate.start - _MARGIN) : candidate.start].rpartition("\n")[2]
    behind = text[candidate.end : candidate.end + _MARGIN].partition("\n")[0]
    return not before.strip(" -–•") and not behind.strip()


def _places(
    candidates: Iterable[Candidate], segmentation: Segmentation
) -> Iterator[tuple[Candidate, Surroundings]]:
    """Each candidate with its place in its sentence."""
    tokens, sentences = segmentation.tokens, segmentation.sentences
    behind = index = 0
    for candidate in candidates:
        own = bisect_left(tokens, candidate.start, behind, key=lambda token: token.start)
        behind = bisect_left(tokens, candidate.end, own, key=lambda token: token.start)
        index = bisect_left(sentences, candidate.end, index, key=lambda sentence: sentence.end)
        inside = index < len(sentences)
        start, end = (
            (sentences[index].start, sentences[index].end) if inside else (0, candidate.end)
        )
        yield candidate, Surroundings(tokens, own, behind, start, end)


def after(context: Context, candidate: Candidate, reading: Reading) -> Context:
    """The context behind a reading: the day, month and year spoken of last."""
    context = context._replace(last=reading)
    value = reading.value
    dated = reading.type in ("DATE", "TIME") and value[:4].isdecimal() and "/" not in value
    if not dated or candidate.limit or isinstance(candidate.meaning, Continued):
        return context
    year = int(value[:4])
    if value[4:5] == "-" and value[5:7].isdecimal():
        context = context._replace(month=(year, int(value[5:7])))
        if len(value) >= DAY:
            return context._replace(day=date.fromisoformat(value[:DAY]), year=year)
    return context._replace(year=year)


def expression(candidate: Candidate, reading: Reading, text: str) -> TimeExpression:
    """A candidate and its reading as an annotation."""
    end = candidate.end if reading.end is None else reading.end
    begin, until = (None, None) if reading.type == "SET" else interval(reading.value)
    return TimeExpression(
        candidate.start,
        end,
        text[candidate.start : end],
        type=reading.type,
        value=reading.value,
        begin=begin,
        until=until,
        grain=grain_of(reading.value),
        known=reading.known,
        mod=reading.mod or candidate.mod,
        quant=reading.quant,
        freq=reading.freq,
        rule=candidate.rule,
    )
