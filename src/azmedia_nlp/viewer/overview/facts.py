"""What an archive's tables say, as rows: counted by DuckDB, in an order that never changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

from azmedia_nlp.archive.manifest import Manifest, read_manifest
from azmedia_nlp.archive.views import rows_of, table_files
from azmedia_nlp.errors import OptionError
from azmedia_nlp.extras import require
from azmedia_nlp.viewer.words import asset

_TABLES: Final = ("articles", "entities", "roles", "quotations")

_VOICES: Final = """
SELECT name, label, statements, printed, direct, articles, outlets
FROM voices JOIN known ON key = speaker
ORDER BY statements DESC, printed DESC, name LIMIT ?"""

_BY: Final = """
SELECT name, {column} AS "column", count(*) AS n FROM said
JOIN known ON key = speaker
WHERE {column} IS NOT NULL
  AND speaker IN (
    SELECT speaker FROM voices ORDER BY statements DESC, printed DESC, speaker LIMIT ?)
  AND {column} IN (SELECT {column} FROM said GROUP BY 1 ORDER BY {order} LIMIT ?)
GROUP BY ALL ORDER BY 1, 2"""

_ABOUT: Final = """
SELECT s.name AS speaker, t.name AS topic, t.label,
       count(*) AS n, count(DISTINCT words) AS statements
FROM (SELECT article, speaker, words, unnest(about) AS id FROM said) one
JOIN entities e ON e.article = one.article AND e.id = one.id
JOIN known s ON s.key = one.speaker
JOIN known t ON t.key = e.key
WHERE e.key <> one.speaker AND e.label IN ('PER', 'ORG', 'GPE')
GROUP BY ALL ORDER BY statements DESC, n DESC, speaker, topic LIMIT ?"""

_ROLES: Final = """
SELECT k.name AS person, r.title, coalesce(r.organization_name, r.place_name, '') AS body, r.status,
       min(p.day) AS first, max(p.day) AS last, count(DISTINCT r.article) AS articles
FROM roles r
JOIN entities e ON e.article = r.article AND e.id = r.person
JOIN known k ON k.key = e.key
JOIN papers p ON p.article = r.article
WHERE p.day IS NOT NULL
GROUP BY ALL
ORDER BY articles DESC, person, first, title, body, status LIMIT ?"""

_SUMMARY: Final = """
SELECT count(*), count(DISTINCT outlet), min(day), max(day),
       (SELECT count(DISTINCT key) FROM entities WHERE label = 'PER'),
       (SELECT count(*) FROM quotations), (SELECT count(*) FROM said), (SELECT count(*) FROM roles)
FROM papers"""


class Voice(NamedTuple):
    """Who is quoted, how often, and in how many articles and outlets."""

    name: str
    label: str
    statements: int
    printed: int
    direct: int
    articles: int
    outlets: int


class Cell(NamedTuple):
    """How often somebody is quoted in an outlet or a month."""

    name: str
    column: str
    n: int


class Topic(NamedTuple):
    """How often somebody's statements name somebody or something."""

    speaker: str
    topic: str
    label: str
    n: int
    statements: int


class Position(NamedTuple):
    """A person's position, and the first and last day on which an article gives it."""

    person: str
    title: str
    body: str
    status: str
    first: str
    last: str
    articles: int


class Summary(NamedTuple):
    """The size of an archive."""

    articles: int
    outlets: int
    first: str | None
    last: str | None
    people: int
    quotations: int
    attributed: int
    roles: int


class Facts(NamedTuple):
    """All that the overview shows."""

    summary: Summary
    voices: list[Voice]
    outlets: list[Cell]
    months: list[Cell]
    topics: list[Topic]
    positions: list[Position]


def read_facts(archive: Path) -> Facts:
    """Count what stands in the archive's tables.

    Raises:
        MissingExtraError: DuckDB is not installed.
        OptionError: there is no archive at that place, or a table lacks a column.
        ArchiveError: the archive's manifest cannot be read.
    """
    duckdb = require("duckdb", "report")
    manifest = read_manifest(archive)
    connection = duckdb.connect()
    try:
        for table in _TABLES:
            _open(connection, archive, table, manifest)
        connection.execute(asset("overview/facts.sql"))
        return _asked(connection)
    except duckdb.Error as error:
        raise OptionError(f"{archive}: {str(error).splitlines()[0]}") from None
    finally:
        connection.close()


def _open(connection: Any, archive: Path, table: str, manifest: Manifest | None) -> None:
    files = table_files(archive, table, manifest)
    if not files and manifest is not None:
        raise OptionError(f"{archive}: the archive is of no articles; there is nothing to show")
    if not files:
        raise OptionError(f"{archive}: no archive stands there; it has no table {table!r}")
    connection.execute(f"CREATE VIEW {table} AS {rows_of(files)}")


def _asked(connection: Any) -> Facts:
    def rows(query: str, *values: int) -> list[Any]:
        found: list[Any] = connection.execute(query, list(values)).fetchall()
        return found

    outlets = _BY.format(column="outlet", order="count(*) DESC, outlet")
    months = _BY.format(column="month", order="month DESC")
    return Facts(
        Summary(*rows(_SUMMARY)[0]),
        [Voice(*row) for row in rows(_VOICES, 50)],
        [Cell(*row) for row in rows(outlets, 12, 10)],
        [Cell(*row) for row in rows(months, 12, 24)],
        [Topic(*row) for row in rows(_ABOUT, 60)],
        [Position(*row) for row in rows(_ROLES, 60)],
    )
