"""Spark on two cores of this machine: the archive is the one that ``build_archive`` makes."""

import os
import shutil
import subprocess
import sys

import pytest

from archive_sample import RECORDS
from azmedia_nlp import OptionError, build_archive, open_archive
from azmedia_nlp.adapters.spark import nested_ddl, parse_dataframe, write_archive
from azmedia_nlp.archive.schema import TABLES

pytest.importorskip("pyspark")
pytest.importorskip("pandas")
pytest.importorskip("duckdb")
pytest.importorskip("datasketch")

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

COLUMNS = [
    {name: record.get(name) for name in ("id", "text", "published", "outlet", "url", "rubrika")}
    for record in RECORDS
    if record["id"] not in ("bad", "lone")
]
TYPES = ", ".join(f"{name} string" for name in COLUMNS[0])


def java_version():
    java = shutil.which("java")
    if java is None:
        return 0
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    return int(told.split('"')[1].split(".")[0])


@pytest.fixture(scope="module")
def spark():
    if java_version() < 17:
        pytest.skip("Spark was NOT tested: it needs Java 17 or newer on the PATH")
    from pyspark.sql import SparkSession

    before = dict(os.environ)
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "Asia/Baku")
        .getOrCreate()
    )
    yield session
    session.stop()
    os.environ.clear()
    os.environ |= before


def test_the_archive_is_the_same_row_for_row(spark, tmp_path):
    frame = spark.createDataFrame(COLUMNS, TYPES).repartition(3)
    write_archive(parse_dataframe(frame), tmp_path / "spark")
    build_archive(COLUMNS, tmp_path / "alone")
    ours, theirs = open_archive(tmp_path / "alone"), open_archive(tmp_path / "spark")
    for table in TABLES:
        rows = ours.table(table).fetchall()
        assert rows, table
        assert sorted(map(repr, theirs.table(table).fetchall())) == sorted(map(repr, rows)), table
        assert theirs.table(table).columns == ours.table(table).columns
    asked = [archive.quotations("Qaratağlı", once=True).fetchall() for archive in (ours, theirs)]
    assert asked[0] == asked[1]


def test_columns_may_have_other_names_and_types(spark):
    frame = spark.createDataFrame(
        [(7, "Elçin Bakıya gəlib.", 1.5)], "no int, body string, k double"
    )
    parsed = parse_dataframe(frame, text="body", id="no")
    (row,) = parsed.collect()
    assert (row["id"], row["extra"]) == ("7", '{"k": 1.5}')
    assert [entity["name"] for entity in row["entities"]] == ["Elçin", "Bakı"]


def test_the_schema_is_what_spark_reads_it_as(spark):
    frame = spark.createDataFrame([], "id string, text string")
    parsed = parse_dataframe(frame)
    assert parsed.schema == spark.createDataFrame([], nested_ddl()).schema
    assert parsed.collect() == []


def test_a_missing_column_is_told(spark):
    with pytest.raises(OptionError, match="no column 'id', 'text'"):
        parse_dataframe(spark.createDataFrame([(1,)], "x int"))
