"""Resolution: candidates anchored one after another, each adding to the context of the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from azmedia_nlp.annotations import PublicationDate, Segmentation, TimeExpression
from azmedia_nlp.times.rules import Candidate, Context, Reading
from azmedia_nlp.times.tense import Surroundings, sentence_end
from azmedia_nlp.times.values import grain_of, interval

_DAY = len("2025-11-18")
NO_CLAUSE: Final = Surroundings((), 0, 0)
UNANCHORED: Final = Context(None, NO_CLAUSE)


def anchored(published: PublicationDate) -> Context:
    """The context of an article's first expression."""
    return Context(published.moment, NO_CLAUSE)


def resolve(
    candidates: Iterable[Candidate], segmentation: Segmentation, published: PublicationDate
) -> Iterator[TimeExpression]:
    """The expressions that the candidates turn out to be, in text order."""
    tokens, sentences = segmentation.tokens, segmentation.sentences
    context = anchored(published)
    token = sentence = 0
    for candidate in candidates:
        token = bisect_left(tokens, candidate.end, token, key=lambda item: item.start)
        inside = bisect_left(sentences, candidate.end, sentence, key=lambda item: item.end)
        end = sentence_end(sentences, inside, candidate.end)
        context = context._replace(
            clause=Surroundings(tokens, token, end), near=context.last is not None and inside == sentence
        )
        sentence = inside
        reading = candidate.meaning.resolve(context)
        if reading is not None:
            context = after(context, reading)
            yield expression(candidate, reading, segmentation.text)


def after(context: Context, reading: Reading) -> Context:
    """The context behind a reading: the day, month and year spoken of last."""
    context = context._replace(last=reading)
    value = reading.value
    if reading.type not in ("DATE", "TIME") or not value[:4].isdecimal() or "/" in value:
        return context
    year = int(value[:4])
    if value[4:5] == "-" and value[5:7].isdecimal():
        context = context._replace(month=(year, int(value[5:7])))
        if len(value) >= _DAY:
            return context._replace(day=date.fromisoformat(value[:_DAY]), year=year)
    return context._replace(year=year)


def expression(candidate: Candidate, reading: Reading, text: str) -> TimeExpression:
    """A candidate and its reading as an annotation."""
    begin, until = (None, None) if reading.type == "SET" else interval(reading.value)
    return TimeExpression(
        candidate.start,
        candidate.end,
        text[candidate.start : candidate.end],
        type=reading.type,
        value=reading.value,
        begin=begin,
        until=until,
        grain=grain_of(reading.value),
        known=reading.known,
        mod=reading.mod,
        quant=reading.quant,
        freq=reading.freq,
        rule=candidate.rule,
    )
