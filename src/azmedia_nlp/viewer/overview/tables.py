"""The numbers behind the charts as tables, for those who read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from azmedia_nlp.viewer.dates import readable_day
from azmedia_nlp.viewer.markup import element, escape
from azmedia_nlp.viewer.overview.facts import Cell, Facts, Position, Topic, Voice
from azmedia_nlp.viewer.words import Words


def summary_list(facts: Facts, words: Words) -> str:
    """The size of the archive in a few numbers."""
    found = facts.summary
    period = " – ".join(readable_day(day) for day in (found.first, found.last) if day)
    pairs = [
        ("n_articles", str(found.articles)),
        ("n_outlets", str(found.outlets)),
        ("period", period or "–"),
        ("n_people", str(found.people)),
        ("n_quotations", str(found.quotations)),
        ("n_attributed", str(found.attributed)),
        ("n_roles", str(found.roles)),
    ]
    items = (
        element("div", element("dt", escape(words(key))) + element("dd", escape(value)))
        for key, value in pairs
    )
    return element("dl", "".join(items), class_="summary")


def voices_table(voices: Iterable[Voice], words: Words) -> str:
    """Who is quoted most."""
    heads = ("name", "kind", "statements_n", "printed_n", "direct_n", "n_articles", "n_outlets")
    rows = [(one.name, words(one.label), *one[2:]) for one in voices]
    return table(words("voices"), [words(head) for head in heads], rows)


def cells_table(cells: Sequence[Cell], title: str, words: Words) -> str:
    """Who is quoted how often in each column of the grid."""
    columns = sorted({cell.column for cell in cells})
    rows = []
    for name, group in groupby(cells, key=lambda cell: cell.name):
        counts = {cell.column: cell.n for cell in group}
        rows.append((name, *(counts.get(column, 0) for column in columns), sum(counts.values())))
    rows.sort(key=lambda row: (-int(row[-1]), row[0]))
    return table(title, [words("name"), *columns, words("total")], rows)


def topics_table(topics: Iterable[Topic], words: Words) -> str:
    """Who speaks about whom."""
    heads = ("speaker", "topic", "kind", "statements_n", "printed_n")
    rows = [(one.speaker, one.topic, words(one.label), one.statements, one.n) for one in topics]
    return table(words("topics"), [words(head) for head in heads], rows)


def positions_table(positions: Iterable[Position], words: Words) -> str:
    """Who held which position, by the articles that say so."""
    heads = ("name", "role", "of", "status", "first", "last", "n_articles")
    rows = [
        (
            one.person,
            one.title,
            one.body,
            words(one.status),
            readable_day(one.first),
            readable_day(one.last),
            one.articles,
        )
        for one in positions
    ]
    return table(words("positions"), [words(head) for head in heads], rows)


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of one row or more, which scrolls by itself where it is wider than the page."""
    listed = list(rows)
    top = "".join(
        element("th", escape(head), scope="col", class_="number" if _kind(cell) else None)
        for head, cell in zip(heads, listed[0], strict=True)
    )
    body = "\n".join(element("tr", _row(row)) for row in listed)
    content = (
        element("caption", escape(title), class_="unseen")
        + element("thead", element("tr", top))
        + element("tbody", body)
    )
    grid = element("table", content)
    return element("div", grid, class_="scroll", tabindex="0", role="region", aria_label=title)


def _row(row: Sequence[object]) -> str:
    first, *rest = row
    return element("th", element("bdi", escape(str(first))), scope="row") + "".join(
        element("td", escape(str(cell)), class_=_kind(cell)) for cell in rest
    )


def _kind(cell: object) -> str | None:
    if not isinstance(cell, int):
        return None
    return "number" if cell else "number nought"
