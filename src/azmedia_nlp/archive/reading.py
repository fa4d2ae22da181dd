"""``open_archive``: an archive's tables and ready questions, answered by DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from azmedia_nlp.annotations import Label, QuotationKind, RoleStatus
from azmedia_nlp.archive import questions
from azmedia_nlp.archive.lookup import matching_keys, word_patterns
from azmedia_nlp.archive.matching import fold
from azmedia_nlp.archive.periods import Day, read_day
from azmedia_nlp.archive.questions import Filters
from azmedia_nlp.archive.schema import TABLES
from azmedia_nlp.archive.stories import group_stories
from azmedia_nlp.archive.views import views
from azmedia_nlp.errors import ArchiveError
from azmedia_nlp.extras import require

if TYPE_CHECKING:
    import duckdb

Order = Literal["quotations", "mentions", "articles"]
Within = Literal["sentence", "article"]


def open_archive(path: str | Path) -> Archive:
    """Open an archive for questions.

    Raises:
        ArchiveError: there is no archive at *path*, or a file of it is missing or damaged.
        MissingExtraError: the extra ``archive`` is not installed.
    """
    return Archive(Path(path))


class Archive:
    """Tables of articles and what was read in them; see ``docs/archive.md`` for the columns.

    Every question gives a DuckDB relation: ``fetchall()``, ``arrow()``, ``df()``, or
    further filters. Names are matched in any case, with or without endings, as
    Azerbaijani or English spells them. *since* is the first day, *until* the first day
    after. *once* counts a statement that many outlets print as one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection = require("duckdb", "archive").connect()
        self._make_views()
        self._prepared: set[str] = set()

    def close(self) -> None:
        """Let go of the files and of what questions were prepared with."""
        self._connection.close()

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A table as it is: articles, entities, mentions, roles, quotations, times, failures."""
        if name not in TABLES:
            raise ArchiveError(f"{name!r}: the tables are {', '.join(TABLES)}")
        return self._connection.table(name)

    def sql(self, query: str, **values: Any) -> duckdb.DuckDBPyRelation:
        """Any SQL over the tables; ``$name`` stands for a value."""
        return self._connection.sql(query, params=values or None)

    def quotations(
        self,
        speaker: str | None = None,
        about: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        outlet: str | None = None,
        kind: QuotationKind | None = None,
        *,
        once: bool = False,
    ) -> duckdb.DuckDBPyRelation:
        """Who said what, the latest first.

        *about* is a name that the statement mentions, or a word in it, in any form.
        """
        filters = self._filters(since, until, outlet)
        if kind is not None:
            filters.add("q.kind = $kind", kind=kind)
        if speaker is not None:
            filters.add(questions.SPOKEN_BY, speakers=self._keys(speaker))
        if about is not None:
            self._add_topic(filters, about)
        return self._ask(questions.QUOTATIONS_ONCE if once else questions.QUOTATIONS, filters)

    def people(
        self,
        name: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        outlet: str | None = None,
        *,
        label: Label = "PER",
        by: Order = "quotations",
    ) -> duckdb.DuckDBPyRelation:
        """Who is spoken of: articles, mentions, quotations; the most quoted first.

        Another *label* lists bodies or places; *by* is what they are ordered by.
        """
        filters = self._filters(since, until, outlet)
        filters.add("e.label = $label", label=label)
        if name is not None:
            filters.add("list_has_any(e.keys, $keys)", keys=self._keys(name))
        return self._ask(questions.PEOPLE, filters, order=by)

    def roles(
        self,
        person: str | None = None,
        organization: str | None = None,
        title: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        outlet: str | None = None,
        *,
        status: RoleStatus | None = None,
    ) -> duckdb.DuckDBPyRelation:
        """Who holds which position where, and from when until when articles say so.

        *organization* is a body, or the place that an official serves.
        """
        filters = self._filters(since, until, outlet)
        if person is not None:
            filters.add(questions.HELD_BY, people=self._keys(person))
        if organization is not None:
            filters.add(questions.HELD_AT, bodies=self._keys(organization))
        if title is not None:
            filters.add(questions.TITLED, title=questions.title_words(title))
        if status is not None:
            filters.add("r.status = $status", status=status)
        return self._ask(questions.ROLES, filters)

    def timeline(
        self,
        entity: str,
        since: Day | None = None,
        until: Day | None = None,
        *,
        once: bool = False,
    ) -> duckdb.DuckDBPyRelation:
        """The dated sentences that name somebody or something, by the date that they tell of.

        Here *since* and *until* limit that date.
        """
        filters = Filters()
        filters.values["entity"] = self._keys(entity)
        if (first := read_day(since, "since")) is not None:
            filters.add('t."begin" >= $since', since=first.isoformat())
        if (end := read_day(until, "until")) is not None:
            filters.add('t."begin" < $until', until=end.isoformat())
        return self._ask(questions.TIMELINE_ONCE if once else questions.TIMELINE, filters)

    def cooccurrence(
        self,
        entity: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        outlet: str | None = None,
        *,
        label: Label | None = None,
        within: Within = "sentence",
    ) -> duckdb.DuckDBPyRelation:
        """Which names stand together, and in how many sentences or articles.

        With *entity*, its company alone; with *label*, names of that kind alone.
        """
        filters = self._filters(since, until, outlet)
        if label is not None:
            filters.add("e.label = $label", label=label)
        filters.values["keys"] = None if entity is None else self._keys(entity)
        return self._ask(questions.TOGETHER_IN[within], filters)

    def duplicates(self) -> duckdb.DuckDBPyRelation:
        """Articles that tell one story: for each article the earliest one of its story."""
        self._prepare("stories")
        return self._connection.table("stories")

    def repeated_ids(self) -> list[str]:
        """Ids that stand for several articles, whose details would be mixed up."""
        return [row[0] for row in self._connection.execute(questions.REPEATED).fetchall()]

    def _make_views(self) -> None:
        duckdb = require("duckdb", "archive")
        try:
            for view in views(self.folder):
                self._connection.execute(view)
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise ArchiveError(f"{self.folder}: a file is missing or damaged: {reason}") from None

    def _filters(self, since: Day | None, until: Day | None, outlet: str | None) -> Filters:
        filters = Filters()
        if (first := read_day(since, "since")) is not None:
            filters.add("a.day >= $since", since=first)
        if (end := read_day(until, "until")) is not None:
            filters.add("a.day < $until", until=end)
        if outlet is not None:
            filters.add("list_contains($outlets, a.outlet)", outlets=self._outlets(outlet))
        return filters

    def _add_topic(self, filters: Filters, about: str) -> None:
        """A name that the archive knows, or else the first reading that occurs as a word."""
        self._prepare("names")
        keys = matching_keys(self._connection, about, strict=True)
        if keys:
            filters.add(questions.ABOUT_NAME, topics=keys)
            return
        for pattern in word_patterns(about):
            if self._connection.execute(questions.OCCURS, {"topic": pattern}).fetchall():
                filters.add("regexp_matches(q.key, $topic)", topic=pattern)
                return
        filters.add("false")

    def _outlets(self, name: str) -> list[str]:
        """The outlets of a name in any case and with or without its marks."""
        found = self._connection.execute(questions.OUTLETS).fetchall()
        return [outlet for (outlet,) in found if fold(outlet) == fold(name)]

    def _keys(self, name: str) -> list[str]:
        self._prepare("names")
        return matching_keys(self._connection, name)

    def _ask(self, question: str, filters: Filters, **parts: str) -> duckdb.DuckDBPyRelation:
        for needed in ("names", "stories"):
            if needed in question:
                self._prepare(needed)
        sql = question.format(where=filters.where(), **parts)
        return self._connection.sql(sql, params=filters.values)

    def _prepare(self, table: str) -> None:
        """Make a table that questions share, once."""
        if table in self._prepared:
            return
        if table == "names":
            self._connection.execute(questions.NAMES)
        else:
            self._make_stories()
        self._prepared.add(table)

    def _make_stories(self) -> None:
        arrow = require("pyarrow", "archive")
        rows = self._connection.execute(questions.FINGERPRINTS).fetchall()
        firsts = group_stories([row[1] for row in rows])
        stories = arrow.table(
            {
                "article": arrow.array([row[0] for row in rows], arrow.string()),
                "story": arrow.array([rows[first][0] for first in firsts], arrow.string()),
            }
        )
        self._connection.register("stories_found", stories)
        self._connection.execute("CREATE TABLE stories AS FROM stories_found")
        self._connection.unregister("stories_found")
