"""The overview of an archive: what is counted, and that nothing of it becomes markup."""

import re

import pytest

from azmedia_nlp import MissingExtraError, OptionError
from azmedia_nlp.viewer.overview import archive_page
from azmedia_nlp.viewer.overview.facts import Cell, Topic, Voice, read_facts
from command import run, told_in_one_line
from viewer.archives import PEOPLE, write_archive
from viewer.test_page import Reader

duckdb = pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return write_archive(duckdb, tmp_path_factory.mktemp("archives") / "it's", 60)


def test_the_summary_counts_articles_people_and_statements(archive):
    found = read_facts(archive).summary
    assert found[:4] == (60, 3, "2025-01-15", "2025-12-15")
    assert found[4:] == (4, 120, 60, 60)


def test_statements_are_counted_once_however_often_they_are_printed(archive):
    voices = read_facts(archive).voices
    assert Voice("Nərmin Qaratağlı", "PER", 7, 15, 15, 15, 3) in voices
    assert [voice.name for voice in voices] == sorted(PEOPLE)


def test_an_article_without_an_outlet_counts_for_whom_it_credits(archive):
    cells = read_facts(archive).outlets
    assert {cell.column for cell in cells} == {"Qala Xəbər", "Şəki TV", "Report"}
    assert sum(cell.n for cell in cells) == 60


def test_months_topics_and_positions(archive):
    facts = read_facts(archive)
    assert Cell("Elçin Qaralı", "2025-01", 5) in facts.months
    assert Topic("Elçin Qaralı", "Nərmin Qaratağlı", "PER", 15, 7) in facts.topics
    held = next(one for one in facts.positions if one.person == "Elçin Qaralı")
    assert held[1:] == ("direktor", "Şəki Muzeyi", "current", "2025-01-15", "2025-09-15", 15)


def test_two_readings_give_the_same(archive):
    assert read_facts(archive) == read_facts(archive)


def test_the_page_shows_charts_and_tables_and_loads_nothing(archive):
    pytest.importorskip("altair")
    page = archive_page(archive)
    elements = Reader(page).elements
    tags = [tag for tag, _ in elements]
    assert (tags.count("svg"), tags.count("table")) == (5, 5)
    assert "script" not in tags
    assert "b" not in tags[tags.index("h1") :]
    assert page.count("&lt;b&gt;Aygün&lt;/b&gt;") >= 5
    for tag, attributes in elements:
        assert "src" not in attributes
        assert "style" not in attributes
        assert tag != "use"
    keys = re.findall(r'\bid="([^"]*)"', page)
    assert len(keys) == len(set(keys))
    assert archive_page(archive) == page


def test_a_table_that_lacks_a_column_is_named(tmp_path):
    write_archive(duckdb, tmp_path / "a", 3)
    duckdb.sql(f"COPY (SELECT 1 AS id) TO '{tmp_path}/a/quotations/part-00000.parquet'")
    with pytest.raises(OptionError, match="article"):
        read_facts(tmp_path / "a")


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_folder_that_is_no_archive_is_told_in_one_line(tmp_path, name):
    result = run("report", str(tmp_path / name), "-o", "-")
    assert told_in_one_line(result)
    assert "no archive stands there" in result.stderr


def test_a_damaged_manifest_is_told_in_one_line(tmp_path):
    archive = write_archive(duckdb, tmp_path / "a", 3)
    (archive / "archive.json").write_text('{"library":')
    result = run("report", str(archive), "-o", "-")
    assert told_in_one_line(result)
    assert "archive.json" in result.stderr


def test_the_command_writes_the_page(archive, tmp_path):
    pytest.importorskip("altair")
    out = tmp_path / "report.html"
    assert run("report", str(archive), "-o", str(out), "--lang", "en").exit_code == 0
    assert "Who is quoted most" in out.read_text(encoding="utf-8")


def test_a_missing_extra_is_named(monkeypatch, archive):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match=r"azmedia_nlp\[report\]"):
        read_facts(archive)
