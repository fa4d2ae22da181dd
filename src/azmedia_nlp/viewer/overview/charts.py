"""Charts as SVG, drawn once by Altair and vl-convert: no script runs on the page.

Colours here are only marks that the style sheet replaces, so that one drawing serves a light and
a dark page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any, Final

from azmedia_nlp.extras import require
from azmedia_nlp.viewer.markup import element, escape
from azmedia_nlp.viewer.overview.facts import Cell, Position, Topic, Voice
from azmedia_nlp.viewer.words import Words

_INK: Final = "#000001"
_RULE: Final = "#000002"
_STRONG: Final = "#000003"
_WEAK: Final = "#000004"
_PAINTS: Final = {_INK: "ink", _RULE: "rule", _STRONG: "strong", _WEAK: "weak"}
_WIDTH: Final = 760
_ROW: Final = 25
# Readers' fonts may be wider than the one that a label was measured in here.
_ROOM: Final = {"left": 48, "right": 16, "top": 4, "bottom": 4}
_LEVEL: Final = 8
_NAMES: Final = {"labelLimit": 220, "labelPadding": 8}
_SHOWN: Final = 15


def voices_chart(voices: Sequence[Voice], words: Words) -> str:
    """Bars: printed statements of who is quoted most, direct and indirect."""
    alt = require("altair", "report")
    rows = [
        {"name": voice.name, "kind": words(kind), "n": n, "order": order}
        for voice in voices[:_SHOWN]
        for order, (kind, n) in enumerate(
            (("direct", voice.direct), ("indirect", voice.printed - voice.direct))
        )
    ]
    kinds = alt.Scale(domain=[words("direct"), words("indirect")], range=[_STRONG, _WEAK])
    chart = alt.Chart(_data(rows)).mark_bar(height={"band": 0.7})
    return _svg(
        chart.encode(
            x=alt.X("n:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1, tickCount=6)),
            y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(**_NAMES)),
            color=alt.Color("kind:N", title=None, scale=kinds),
            order=alt.Order("order:Q"),
        ),
        words("voices"),
    )


def cells_chart(cells: Sequence[Cell], title: str) -> str:
    """A grid of names and columns, the fuller the darker, with the numbers in it."""
    rows = [cell._asdict() for cell in cells]
    totals: dict[str, int] = {}
    for cell in cells:
        totals[cell.name] = totals.get(cell.name, 0) + cell.n
    names = sorted(totals, key=lambda name: (-totals[name], name))
    return _grid(rows, names, title)


def topics_chart(topics: Sequence[Topic], words: Words) -> str:
    """A grid of speakers and of whom they speak, for those who stand in most pairs."""
    speakers = list(dict.fromkeys(topic.speaker for topic in topics))[:_SHOWN]
    subjects = list(dict.fromkeys(topic.topic for topic in topics))[:_SHOWN]
    rows = [
        {"name": topic.speaker, "column": topic.topic, "n": topic.statements}
        for topic in topics
        if topic.speaker in speakers and topic.topic in subjects
    ]
    return _grid(rows, speakers, words("topics"))


def positions_chart(positions: Sequence[Position], words: Words) -> str:
    """A bar for each position, from the first to the last day on which an article gives it."""
    alt = require("altair", "report")
    rows = [
        {
            "name": " · ".join(part for part in (one.person, one.title) if part),
            "first": one.first,
            "last": one.last,
            "status": words("role") if one.status == "current" else words(one.status),
        }
        for one in positions[:_SHOWN]
    ]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(**_NAMES | {"labelLimit": 300})),
        x=alt.X("first:T", title=None, axis=alt.Axis(format="%m.%Y", tickCount=6)),
    )
    bars = base.mark_bar(height={"band": 0.35}, color=_WEAK).encode(x2="last:T")
    ends = base.mark_point(filled=True, size=46, color=_STRONG, opacity=1)
    return _svg(bars + ends + ends.encode(x="last:T"), words("positions"))


def _grid(rows: list[dict[str, Any]], order: list[str], title: str) -> str:
    alt = require("altair", "report")
    angle = 0 if len({row["column"] for row in rows}) <= _LEVEL else -40
    axis = alt.Axis(orient="top", labelAngle=angle, labelLimit=130, labelPadding=6)
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("column:N", title=None, axis=axis),
        y=alt.Y("name:N", title=None, sort=order, axis=alt.Axis(**_NAMES)),
    )
    shade = alt.Opacity("n:Q", legend=None, scale=alt.Scale(range=[0.12, 0.5], zero=False))
    cells = base.mark_rect(color=_STRONG, stroke=None).encode(opacity=shade)
    return _svg(cells + base.mark_text(color=_INK, fontSize=11).encode(text="n:Q"), title)


def _data(rows: list[dict[str, Any]]) -> Any:
    return require("altair", "report").Data(values=rows)


def _svg(chart: Any, title: str) -> str:
    """The chart as a figure that is one image to a screen reader."""
    require("vl_convert", "report")
    drawn = io.StringIO()
    label = {"labelColor": _INK, "labelFontSize": 12}
    rules = {"gridColor": _RULE, "domainColor": _RULE, "tickColor": _RULE}
    styled = (
        chart.properties(width=_WIDTH, height={"step": _ROW})
        .configure(background="transparent", font="system-ui, sans-serif", padding=_ROOM)
        .configure_axis(**label, **rules)
        .configure_axisY(grid=False, domain=False, ticks=False)
        .configure_legend(**label, orient="top", symbolType="square", columnPadding=28)
        .configure_view(stroke=None)
    )
    styled.save(drawn, format="svg")
    svg = _painted(drawn.getvalue())
    named = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1)
    return element("div", named, class_="chart", tabindex="0", role="group", aria_label=title)


def _painted(svg: str) -> str:
    """Paint with classes instead of colours; a class says fill or stroke."""

    def to_class(match: re.Match[str]) -> str:
        return f'class="{match[1]}-{_PAINTS[match[2]]}"'

    # A mark of Vega has no class of its own where it has a colour.
    return re.sub(r'(fill|stroke)="(#00000[1-4])"', to_class, svg)
