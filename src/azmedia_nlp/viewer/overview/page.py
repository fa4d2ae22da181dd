"""The overview of an archive as a self-contained page without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

from azmedia_nlp.viewer.markup import element, escape
from azmedia_nlp.viewer.overview import charts, tables
from azmedia_nlp.viewer.overview.facts import Facts, read_facts
from azmedia_nlp.viewer.page import policy
from azmedia_nlp.viewer.words import Words, asset, words


def archive_page(archive: str | Path, *, language: str = "az") -> str:
    """A page on an archive: who is quoted, where and when, of whom they speak, their positions.

    *archive* is a folder of Parquet tables. Needs the extra ``report``.

    Raises:
        MissingExtraError: DuckDB, Altair or vl-convert is not installed.
        OptionError: there is no archive at that place, or it is of no articles.
        ArchiveError: the archive's manifest cannot be read.
    """
    said = words(language)
    facts = read_facts(Path(archive))
    style = asset("page.css") + asset("overview/page.css")
    content = "\n".join(_sections(facts, said))
    return Template(asset("overview/page.html")).substitute(
        language=language,
        policy=policy(style),
        style=style,
        title=escape(said("overview")),
        tool=escape(said("overview")),
        skip_article=escape(said("skip_article")),
        summary=tables.summary_list(facts, said),
        content=content,
    )


def _sections(facts: Facts, said: Words) -> Iterator[str]:
    if facts.voices:
        table = tables.voices_table(facts.voices, said)
        yield _section("voices", charts.voices_chart(facts.voices, said), table, said)
    for key, cells in (("by_outlet", facts.outlets), ("by_month", facts.months)):
        if cells:
            title = said(key)
            table = tables.cells_table(cells, title, said)
            yield _section(key, charts.cells_chart(cells, title), table, said)
    if facts.topics:
        table = tables.topics_table(facts.topics, said)
        yield _section("topics", charts.topics_chart(facts.topics, said), table, said)
    if facts.positions:
        table = tables.positions_table(facts.positions, said)
        yield _section("positions", charts.positions_chart(facts.positions, said), table, said)


def _section(key: str, chart: str, table: str, said: Words) -> str:
    top = element("h2", escape(said(key))) + element(
        "p", escape(said(f"{key}_note")), class_="note"
    )
    return element("section", top + chart + table, id=key)
