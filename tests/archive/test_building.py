"""Building an archive: the tables, and that a broken run ends as an unbroken one."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from archive_sample import RECORDS
from azmedia_nlp import ArchiveError, OptionError, build_archive, open_archive, parse_article
from azmedia_nlp.archive.manifest import read_manifest
from azmedia_nlp.archive.rows import read_row
from azmedia_nlp.archive.schema import TABLES, VERSION, table_schema
from azmedia_nlp.batch import ArticleRecord

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("duckdb")
pytest.importorskip("datasketch")

MANY = [{"id": f"m{n}", "text": f"Elçin Qaralı bildirib ki, {n} yol açılıb."} for n in range(40)]

# In two workers; the archive's folder and the inputs follow.
COMMAND = [sys.executable, "-m", "azmedia_nlp", "batch", "--processes", "2", "--out"]


def rows(path):
    archive = open_archive(path)
    return {table: archive.table(table).fetchall() for table in TABLES}


def test_the_tables_have_the_schema_and_its_version(tmp_path):
    build_archive(RECORDS, tmp_path / "a")
    for table in TABLES:
        (file,) = (tmp_path / "a" / table).iterdir()
        schema = parquet.read_schema(file)
        assert schema.equals(table_schema(table))
        assert schema.metadata[b"azmedia-archive"] == str(VERSION).encode()


def test_every_detail_of_an_article_is_a_row(tmp_path):
    build_archive(RECORDS, tmp_path / "a")
    archive = open_archive(tmp_path / "a")
    article = parse_article(RECORDS[0]["text"])
    for table in ("entities", "mentions", "roles", "quotations", "times"):
        found = archive.table(table).filter("article = 'w1'").fetchall()
        assert len(found) == len(getattr(article, table))
    start, end, text = archive.sql(
        "SELECT q.start, q.\"end\", q.text FROM quotations q WHERE article = 'w1'"
    ).fetchall()[0]
    assert RECORDS[0]["text"][start:end] == text


def test_failures_are_rows_and_other_fields_are_kept(tmp_path):
    summary = build_archive(RECORDS, tmp_path / "a")
    archive = open_archive(tmp_path / "a")
    found = archive.sql("SELECT id, error FROM failures ORDER BY id").fetchall()
    assert found == [("bad", "TypeError"), ("none", "UnreadableInputError")]
    assert (summary.articles, summary.failures) == (7, 2)
    extra = archive.sql("SELECT extra FROM articles WHERE id = 'a1'").fetchall()[0][0]
    assert json.loads(extra) == {"rubrika": "iqtisadiyyat"}
    assert (
        archive.sql("SELECT text FROM articles WHERE id = 'lone'").fetchall()[0][0][4] == "\ufffd"
    )


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_processes_and_batches_do_not_show(tmp_path, processes):
    build_archive(MANY, tmp_path / "a", part_records=10)
    build_archive(MANY, tmp_path / "b", part_records=15, batch_size=4, processes=processes)
    assert rows(tmp_path / "a") == rows(tmp_path / "b")


class Killed(BaseException):
    pass


def broken(items, at):
    yield from items[:at]
    raise Killed


@pytest.mark.parametrize("at", [0, 9, 10, 25, 39])
def test_a_broken_run_goes_on_and_ends_the_same(tmp_path, at):
    options = {"part_records": 10, "batch_size": 3}
    build_archive(MANY, tmp_path / "whole", **options)
    with pytest.raises(Killed):
        build_archive(broken(MANY, at), tmp_path / "broken", **options)
    assert not read_manifest(tmp_path / "broken").complete
    (tmp_path / "broken" / "articles" / ".part-00009.parquet.tmp").write_bytes(b"half")
    summary = build_archive(MANY, tmp_path / "broken", resume=True, **options)
    assert summary.skipped == at // 10 * 10
    files = sorted(path.relative_to(tmp_path / "whole") for path in (tmp_path / "whole").rglob("*"))
    assert files == sorted(
        path.relative_to(tmp_path / "broken") for path in (tmp_path / "broken").rglob("*")
    )
    for file in files:
        if (tmp_path / "whole" / file).is_file():
            whole, mended = ((tmp_path / name / file).read_bytes() for name in ("whole", "broken"))
            assert whole == mended, file


def test_a_part_that_is_not_listed_is_not_there(tmp_path):
    with pytest.raises(Killed):
        build_archive(broken(MANY, 25), tmp_path / "a", part_records=10)
    (tmp_path / "a" / "articles" / "part-00002.parquet").write_bytes(b"not even Parquet")
    assert len(open_archive(tmp_path / "a").table("articles").fetchall()) == 20


@pytest.mark.parametrize("items", [MANY[1:], MANY[:5], [{**MANY[0], "text": "Salam."}, *MANY[1:]]])
def test_another_input_is_not_gone_on_with(tmp_path, items):
    build_archive(MANY, tmp_path / "a", part_records=10)
    with pytest.raises(ArchiveError, match="not those"):
        build_archive(items, tmp_path / "a", part_records=10, resume=True)


def test_more_input_is_added_by_resuming(tmp_path):
    build_archive(MANY[:25], tmp_path / "a", part_records=10)
    build_archive(MANY, tmp_path / "a", part_records=10, resume=True)
    build_archive(MANY, tmp_path / "b", part_records=10)
    assert rows(tmp_path / "a") == rows(tmp_path / "b")


def test_what_stands_there_is_not_written_over(tmp_path):
    build_archive(MANY[:1], tmp_path / "a")
    with pytest.raises(ArchiveError, match="resume it"):
        build_archive(MANY[:1], tmp_path / "a")
    with pytest.raises(ArchiveError, match="no archive"):
        build_archive(MANY[:1], tmp_path)


@pytest.mark.parametrize("option", ["processes", "batch_size", "part_records"])
def test_a_count_below_one_is_an_option_error(tmp_path, option):
    with pytest.raises(OptionError, match=f"{option}=0"):
        build_archive(MANY, tmp_path / "a", **{option: 0})
    assert not (tmp_path / "a").exists()


def test_another_version_is_told(tmp_path):
    build_archive(MANY[:1], tmp_path / "a")
    manifest = tmp_path / "a" / "archive.json"
    manifest.write_text(manifest.read_text().replace(f'"version": {VERSION}', '"version": 99'))
    with pytest.raises(ArchiveError, match="version 99"):
        open_archive(tmp_path / "a")


def write_many(path, count):
    records = ({**MANY[n % len(MANY)], "id": f"k{n}"} for n in range(count))
    path.write_text("".join(json.dumps(record) + "\n" for record in records))


@pytest.mark.slow
def test_a_run_that_is_killed_with_its_workers_is_resumed(tmp_path):
    source = tmp_path / "in.jsonl"
    write_many(source, 4200)
    whole, killed = ([*COMMAND, str(tmp_path / name), str(source)] for name in ("b", "a"))
    process = subprocess.Popen(killed, start_new_session=True)
    while not (manifest := read_manifest(tmp_path / "a")) or not manifest.records:
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    subprocess.run([*killed, "--resume"], check=True)
    subprocess.run(whole, check=True)
    assert rows(tmp_path / "a") == rows(tmp_path / "b")


@pytest.mark.slow
def test_ctrl_c_ends_workers_and_says_how_to_go_on(tmp_path):
    source = tmp_path / "in.jsonl"
    write_many(source, 9000)
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path / "a"), str(source)],
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_ctrl_c,
    )
    while not (tmp_path / "a" / "articles").exists() or not any(
        (tmp_path / "a" / "articles").iterdir()
    ):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told == "azmedia: stopped; --resume goes on from here\n"
    assert is_gone(process.pid)


def hear_ctrl_c():
    """What a shell starts in the background ignores Ctrl-C, and so do its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def is_gone(group):
    """Whether a group's last process ends within ten seconds; one cleans up after the rest."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_what_cannot_become_a_row_is_a_failure():
    circle = []
    circle.append(circle)
    row = read_row(ArticleRecord(id="a1", text="Salam.", extra={"circle": circle}))
    assert (row["id"], row["failure"]["error"]) == ("a1", "ValueError")
