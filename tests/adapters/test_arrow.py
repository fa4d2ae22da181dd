"""Arrow to Arrow: what any engine maps is what an archive holds."""

import pytest

from archive_sample import RECORDS
from azmedia_nlp import build_archive, open_archive
from azmedia_nlp.adapters.arrow import archive_tables, nested_schema, parse_batch, parse_table
from azmedia_nlp.archive.schema import TABLES
from azmedia_nlp.batch import FieldNames

arrow = pytest.importorskip("pyarrow")
pytest.importorskip("datasketch")

# Columns have one type: what is no text cannot be among them, nor a lone surrogate.
COLUMNS = [
    {name: record.get(name) for name in ("id", "text", "published", "outlet", "url")}
    for record in RECORDS
    if record["id"] not in ("bad", "lone")
]


def test_a_row_an_article_in_the_nested_schema():
    parsed = parse_batch(arrow.RecordBatch.from_pylist(COLUMNS))
    assert parsed.schema.equals(nested_schema(), check_metadata=True)
    assert parsed.column("id").to_pylist() == [record["id"] for record in COLUMNS]
    assert parsed.column("failure").to_pylist()[-1]["error"] == "UnreadableInputError"


def test_columns_may_have_other_names():
    batch = arrow.RecordBatch.from_pylist([{"no": 3, "body": "Elçin Bakıya gəlib.", "k": 1.5}])
    (row,) = parse_batch(batch, FieldNames(id="no", text="body")).to_pylist()
    assert (row["id"], row["extra"]) == ("3", '{"k": 1.5}')
    assert [entity["name"] for entity in row["entities"]] == ["Elçin", "Bakı"]


def test_the_flat_tables_are_those_of_an_archive(tmp_path):
    pytest.importorskip("duckdb")
    build_archive(COLUMNS, tmp_path / "a")
    archive = open_archive(tmp_path / "a")
    flat = archive_tables(parse_table(arrow.Table.from_pylist(COLUMNS)))
    for table in TABLES:
        rows = [tuple(row.values()) for row in flat[table].to_pylist()]
        assert rows == archive.table(table).fetchall()


def test_nothing_gives_empty_tables():
    parsed = parse_table(arrow.table({"id": arrow.array([], arrow.string())}))
    assert parsed.num_rows == 0
    assert {table.num_rows for table in archive_tables(parsed).values()} == {0}
