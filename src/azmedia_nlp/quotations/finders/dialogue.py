"""Lines of dialogue: *– A, – deyə X bildirib*, and the turns of interviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from azmedia_nlp.quotations.finders.direct import read_head, read_tail
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.speech import Speech, split_speech
from azmedia_nlp.quotations.statements import Attribution, Statement
from azmedia_nlp.quotations.views import View


def find_dialogue(page: Page, views: Sequence[View]) -> Iterator[Statement]:
    """The speech in lines that a dash opens.

    A line that ends in a question and has no attribution is the newsroom's; the line after
    it is the answer of the person interviewed.
    """
    lines = _lines(page, views)
    asked = False
    for position, (number, items) in enumerate(lines):
        spoken = split_speech(page, number, items, read_tail)
        several = position + 1 < len(lines) and _is_next(views, lines, position)
        headed = () if spoken or several else tuple(_headed(page, views, number, items))
        if spoken or headed:
            yield from headed or _attributed(page, spoken)
            asked = False
        elif asked and _is_next(views, lines, position - 1):
            answer = _answer(page, views, lines, position)
            attribution = Attribution(items[0], number, None, None, "interview")
            yield Statement(*answer, "direct", "quotations.interview.dash", attribution)
            asked = False
        else:
            asked = page.words[items[-1]] == "?"


def _is_next(views: Sequence[View], lines: Sequence[tuple[int, list[int]]], position: int) -> bool:
    """Whether the line behind that one is the next paragraph."""
    paragraph, following = (views[lines[at][0]].paragraph for at in (position, position + 1))
    return following == paragraph + 1


def _lines(page: Page, views: Sequence[View]) -> list[tuple[int, list[int]]]:
    """The paragraphs that begin with a dash, with the items behind it."""
    lines: list[tuple[int, list[int]]] = []
    for view in views:
        opens = view.first and len(view.items) > 1 and page.is_dash(view.items[0])
        if opens and page.paragraphs[view.paragraph].kind == "body":
            lines.append((view.number, list(view.items[1:])))
        elif lines and not view.first and views[lines[-1][0]].paragraph == view.paragraph:
            lines[-1][1].extend(view.items)
    return lines


def _attributed(page: Page, spoken: Sequence[Speech]) -> Iterator[Statement]:
    for speech in spoken:
        span = speech_span(page, speech.items)
        if span is not None and speech.attribution is not None:
            yield Statement(*span, "direct", "quotations.dialogue", speech.attribution)


def speech_span(page: Page, items: Sequence[int]) -> tuple[int, int] | None:
    """The offsets of a turn: its final stop belongs to it, the comma before a dash does not."""
    last = _before_stage_direction(page, items)
    while last and page.words[items[last - 1]] in (",", ":"):
        last -= 1
    if not last:
        return None
    if last == 1 and items[0] in page.quotes:
        return page.quotes[items[0]].content
    return page.range_of(items[:last])


def _before_stage_direction(page: Page, items: Sequence[int]) -> int:
    """The length of a turn without a bracket at its end, such as *(gülür)*."""
    last = len(items) - (page.words[items[-1]] == ".")
    if last > 0 and page.words[items[last - 1]] == ")":
        for at in range(last - 1, max(0, last - _LONGEST_BRACKET), -1):
            if page.words[items[at]] == "(":
                return at
    return len(items)


def _headed(
    page: Page, views: Sequence[View], number: int, items: Sequence[int]
) -> Iterator[Statement]:
    """A line that the colon of the paragraph before it introduces."""
    if number == 0:
        return
    before = views[number - 1]
    if page.words[before.items[-1]] != ":" or _is_list_item(page, items):
        return
    attribution = read_head(page, before, before.items[before.low : -1])
    span = speech_span(page, items)
    if attribution is not None and span is not None:
        yield Statement(*span, "direct", "quotations.dialogue.head", attribution)


def _is_list_item(page: Page, items: Sequence[int]) -> bool:
    """Whether a dash only marks an entry of a list: lower case, or without a final stop."""
    ends = page.is_stop(items[-1]) or items[-1] in page.quotes
    return not ends or (
        not page.tokens[items[0]].text[:1].isupper() and items[0] not in page.quotes
    )


def _answer(
    page: Page, views: Sequence[View], lines: Sequence[tuple[int, list[int]]], position: int
) -> tuple[int, int]:
    """The offsets of an answer, with the paragraphs up to the next question."""
    number, items = lines[position]
    end = page.end_of(items[-1])
    if position + 1 < len(lines):
        paragraph, following = views[number].paragraph, views[lines[position + 1][0]].paragraph
        asked = page.words[lines[position + 1][1][-1]] == "?"
        between = views[number : lines[position + 1][0]]
        told = any(cue.tells for view in between for cue in view.cues if view.paragraph > paragraph)
        if asked and not told and following - paragraph <= _LONGEST_ANSWER:
            last = page.paragraphs[following - 1]
            end = max(end, last.start + len(last.text.rstrip()))
    return page.tokens[items[0]].start, end


_LONGEST_BRACKET: Final = 6
_LONGEST_ANSWER: Final = 5  # paragraphs
