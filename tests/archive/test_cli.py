"""``azmedia batch`` and ``azmedia archive`` as people run them."""

import csv
import io
import json

import pytest

from archive_sample import RECORDS
from command import run, told_in_one_line

GOOD = [record for record in RECORDS if record["id"] != "lone"]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in GOOD))
    return str(path)


@pytest.fixture
def archive(source, tmp_path):
    for extra in ("pyarrow", "duckdb", "datasketch"):
        pytest.importorskip(extra)
    out = str(tmp_path / "archive")
    told = run("batch", source, "--out", out)
    assert told.exit_code == 0, told.stderr
    return out


def test_json_lines_go_to_standard_output(source):
    told = run("batch", source, "--out", "-")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [line["id"] for line in lines] == [record["id"] for record in GOOD]
    assert "6 articles, 2 failures in" in told.stderr
    assert "1 × TypeError, as bad: text must be a str, not int" in told.stderr


def test_standard_input_and_field_names(tmp_path):
    content = json.dumps({"no": "x", "body": "Elçin dünən gəlib.", "at": "2025-03-14"})
    out = tmp_path / "out.jsonl"
    fields = ["--id-field", "no", "--text-field", "body", "--published-field", "at"]
    told = run("batch", "-", "--out", str(out), *fields, content=content)
    assert told.exit_code == 0
    line = json.loads(out.read_text())
    assert (line["id"], line["article"]["times"][0]["value"]) == ("x", "2025-03-13")


def test_an_archive_is_resumed_not_written_over(archive, source):
    again = run("batch", source, "--out", archive)
    assert told_in_one_line(again)
    assert "resume" in again.stderr
    assert "0 articles, 0 failures, 8 from before" in run(
        "batch", source, "--out", archive, "--resume"
    ).stderr  # fmt: skip


@pytest.mark.usefixtures("archive")
def test_repeated_ids_are_told(source, tmp_path):
    told = run("batch", source, source, "--out", str(tmp_path / "twice"))
    assert "azmedia: 6 ids stand for several articles: " in told.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.jsonl"], "no such file"),
        (["-", "--encoding", "klingon"], "klingon"),
        (["-", "--encoding", "hex"], "hex"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path, arguments, message):
    told = run("batch", *arguments, "--out", str(tmp_path / "o.jsonl"), content='"Salam."')
    assert told_in_one_line(told)
    assert message in told.stderr


def test_a_place_that_cannot_be_written_is_told_in_one_line(source, tmp_path):
    out = str(tmp_path / "no" / "out.jsonl")
    told = run("batch", source, "--out", out)
    assert told_in_one_line(told)
    assert f"{out}.unfinished: No such file" in told.stderr


@pytest.mark.usefixtures("archive")
def test_an_archive_that_cannot_be_written_is_told_in_one_line(source):
    told = run("batch", source, "--out", f"{source}/archive")
    assert told_in_one_line(told)
    assert "Not a directory" in told.stderr


def test_standard_output_is_nothing_to_go_on_with(source):
    assert told_in_one_line(run("batch", source, "--out", "-", "--resume"))


def test_json_lines_are_known_in_any_case(source, tmp_path):
    out = tmp_path / "OUT.JSONL"
    assert run("batch", source, "--out", str(out)).exit_code == 0
    assert len(out.read_text().splitlines()) == len(GOOD)


def ask(*arguments):
    told = run("archive", *arguments)
    assert told.exit_code == 0, told.stderr
    return told.stdout


def test_csv_is_the_default_where_there_is_no_terminal(archive):
    rows = list(csv.DictReader(io.StringIO(ask("quotes", archive, "--speaker", "Quluzadə"))))
    assert {row["speaker"] for row in rows} == {"Cəmilə Quluzadə"}


def test_json_lines_and_a_limit(archive):
    lines = ask("people", archive, "--format", "json", "--limit", "2").splitlines()
    assert json.loads(lines[0])["name"] == "Nərmin Qaratağlı"
    assert len(lines) == 2


def test_a_table_leaves_out_what_is_empty(archive):
    shown = ask("roles", archive, "--organization", "Mavi Dalğa", "--format", "table")
    assert "Elçin Əliyevski" in shown
    assert "host" not in shown
    assert "nothing found" in ask("timeline", archive, "Filankəs", "--format", "table")


def test_every_question_has_its_command(archive):
    assert "2025-05-12" in ask("timeline", archive, "Qaratağlı", "--once")
    assert "Şəki" in ask("together", archive, "--within", "article", "--limit", "0")


def test_an_unreadable_day_is_told_in_one_line(archive):
    told = run("archive", "quotes", archive, "--since", "dünən")
    assert told_in_one_line(told)
    assert "since='dünən'" in told.stderr


def test_a_folder_that_is_no_archive_is_told_in_one_line():
    pytest.importorskip("duckdb")
    assert told_in_one_line(run("archive", "quotes", "nowhere"))
