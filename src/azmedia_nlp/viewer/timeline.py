"""The dates of an article in the order of the calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from azmedia_nlp.annotations import Article, TimeExpression
from azmedia_nlp.viewer.cast import Cast
from azmedia_nlp.viewer.dates import readable, readable_day
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.words import Words


def timeline(article: Article, cast: Cast, words: Words) -> str:
    """Resolved dates as a list with a line through it; beneath, what has no date."""
    resolved = [time for time in article.times if time.begin is not None]
    rest = [time for time in article.times if time.begin is None]
    days = _days(article, resolved, cast, words)
    if not days and not rest:
        return ""
    parts = [element("h2", escape(words("timeline")))]
    if days:
        parts.append(element("ol", "\n".join(days), class_="timeline"))
    if rest:
        items = (_entry(time.value, "", [time], cast) for time in _once(rest))
        top = element("summary", escape(words("unresolved")))
        parts.append(element("details", top + element("ul", "".join(items), class_="undated")))
    return element("section", "".join(parts))


def _days(article: Article, times: Iterable[TimeExpression], cast: Cast, words: Words) -> list[str]:
    groups: defaultdict[str, list[TimeExpression]] = defaultdict(list)
    begins: dict[str, str] = {}
    for time in times:
        groups[readable(time)].append(time)
        begins.setdefault(readable(time), time.begin or "")
    published = readable_day(article.published) if article.published else ""
    if published:
        begins.setdefault(published, article.published or "")
    note = element("span", escape(words("published")), class_="note")
    return [
        _entry(day, note if day == published else "", _once(groups[day]), cast)
        for day in sorted(begins, key=lambda day: begins[day])
    ]


def _once(times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """The first of those that say the same in the same words."""
    first: dict[tuple[str, str], TimeExpression] = {}
    for time in times:
        first.setdefault((one_line(time.text), time.value), time)
    return list(first.values())


def _entry(day: str, note: str, times: Iterable[TimeExpression], cast: Cast) -> str:
    links = (
        element("a", escape(one_line(time.text)), href=f"#{cast.time_keys[time]}") for time in times
    )
    content = element("b", escape(day)) + " ".join([note, *links])
    return element("li", content, class_="published" if note else None)
