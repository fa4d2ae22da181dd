"""An article for the eye: tables, and the text with its names and times marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from azmedia_nlp.annotations import Article, Quotation, Role

_STYLES: Final = {
    "PER": "bold cyan",
    "ORG": "bold magenta",
    "GPE": "bold green",
    "LOC": "green",
    "FAC": "yellow",
    "EVENT": "bright_red",
    "WORK": "bright_blue",
    "LAW": "bright_yellow",
    "PRODUCT": "bright_magenta",
}
_TIME_STYLE: Final = "underline blue"
_QUOTED: Final = 72
# A terminal must not obey an article, and rich drops some of these, which would move every
# span behind them: each is shown by one other sign.
_CONTROLS: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    ord("\r"): ord(" "),
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


def print_table(article: Article, console: Console) -> None:
    """Print what an article holds as tables: entities, roles, quotations, times."""
    console.print(_text(article.title or "–", style="bold"))
    console.print(_text(f"published {article.published or '–'} · sources {_sources(article)}\n"))
    for table in (_entities(article), _roles(article), _quotations(article), _times(article)):
        if table.row_count:
            console.print(table)


def print_text(article: Article, console: Console) -> None:
    """Print the text itself, mentions and times underlined in their colours."""
    text = _text(article.text)
    for mention in article.mentions:
        text.stylize(f"underline {_STYLES[mention.label]}", mention.start, mention.end)
    for time in article.times:
        text.stylize(_TIME_STYLE, time.start, time.end)
    console.print(text, soft_wrap=True)


def _text(text: str, style: str = "") -> Text:
    return Text(text.translate(_CONTROLS), style=style)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _sources(article: Article) -> str:
    return ", ".join(dict.fromkeys(source.name for source in article.sources)) or "–"


def _entities(article: Article) -> Table:
    table = _table("Entities", "label", "name", "also", "mentions")
    counts = Counter(mention.entity for mention in article.mentions)
    for entity in article.entities:
        table.add_row(
            _text(entity.label, style=_STYLES[entity.label]),
            _text(entity.name),
            _text(", ".join(entity.aliases)),
            str(counts[entity.id]),
        )
    return table


def _roles(article: Article) -> Table:
    table = _table("Roles", "person", "title", "of", "status")
    for role in article.roles:
        table.add_row(
            _text(_name(article, role.person)),
            _text(role.title.text),
            _text(" · ".join(_owners(article, role))),
            role.status,
        )
    return table


def _owners(article: Article, role: Role) -> Iterator[str]:
    for owner in (role.organization, role.place):
        if owner is not None:
            yield _name(article, owner)
    if role.host is not None:
        yield f"in {_name(article, role.host)}"


def _quotations(article: Article) -> Table:
    table = _table("Quotations", "speaker", "kind", "cue", "content")
    for quotation in article.quotations:
        table.add_row(
            _text(_speaker(article, quotation)),
            quotation.kind,
            _text(quotation.cue.text if quotation.cue else "–"),
            _text(_shortened(quotation.text)),
        )
    return table


def _speaker(article: Article, quotation: Quotation) -> str:
    if quotation.speaker is not None:
        return _name(article, quotation.speaker)
    return quotation.speaker_text or "–"


def _times(article: Article) -> Table:
    table = _table("Times", "text", "type", "value")
    for time in article.times:
        table.add_row(_text(time.text), time.type, time.value)
    return table


def _name(article: Article, entity_id: str) -> str:
    entity = article.entity(entity_id)
    return entity.name if entity else "–"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"
