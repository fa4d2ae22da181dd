"""The command line: formats, errors in one line, exit status."""

import json
import subprocess
import sys

import pytest

import azmedia_nlp
import seed_gold
from command import run, told_in_one_line

SEED = str(seed_gold.SEED)


def test_json_is_what_the_library_gives():
    result = run("parse", SEED, "--format", "json")
    article = azmedia_nlp.parse_article(seed_gold.SEED.read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(azmedia_nlp.to_json(article))


def test_json_is_the_default_where_there_is_no_terminal():
    assert json.loads(run("parse", SEED).stdout)["title"].startswith("Baku TV")


def test_the_table_shows_all_four_kinds():
    shown = run("parse", SEED, "--format", "table").stdout
    for part in ("Entities", "Roles", "Quotations", "Times", "Ramin Cəfərov", "2025-11-18"):
        assert part in shown
    assert "\x1b[" not in shown


def test_the_text_is_shown_whole_and_without_colours_off_a_terminal():
    shown = run("parse", SEED, "--format", "text").stdout
    assert shown.rstrip("\n") == seed_gold.SEED.read_text(encoding="utf-8")


def test_standard_input_is_read():
    result = run("parse", "-", "--published", "2025-03-14", content="Sərgi dünən açılıb.")
    assert json.loads(result.stdout)["times"][0]["value"] == "2025-03-13"


def test_explain_gives_each_result_its_rule():
    shown = run("explain", SEED).stdout
    article = azmedia_nlp.parse_article(seed_gold.SEED.read_text(encoding="utf-8"))
    for kind in ("times", "mentions", "roles", "quotations"):
        for result in getattr(article, kind):
            assert f"↳ {result.rule}" in shown
    assert "Ağalar Atamoğlanov: səfiri serving Azərbaycan in Qazaxıstan" in shown
    assert "cue 'vurğulayıb' (vurğulamaq), source 'Səfir'" in shown


def test_the_schema_is_printed():
    assert json.loads(run("schema").stdout) == azmedia_nlp.article_schema()


def test_the_version_is_printed():
    assert run("--version").stdout == f"azmedia_nlp {azmedia_nlp.__version__}\n"


@pytest.fixture
def bad_files(tmp_path):
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "binary.txt").write_bytes(b"Bak\xff\xfe")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "No such file"),
        ("", "directory"),
        ("empty.txt", "no text"),
        ("binary.txt", "byte 3 is not UTF-8"),
    ],
)
def test_a_bad_file_is_told_in_one_line(bad_files, name, message):
    result = run("parse", str(bad_files / name))
    assert told_in_one_line(result)
    assert str(bad_files / name) in result.stderr
    assert message in result.stderr


def test_an_unreadable_date_is_told_in_one_line():
    result = run("parse", SEED, "--published", "32 noyabr")
    assert told_in_one_line(result)
    assert "'32 noyabr'" in result.stderr


def test_the_module_runs():
    command = [sys.executable, "-m", "azmedia_nlp", "--version"]
    shown = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert shown.strip() == f"azmedia_nlp {azmedia_nlp.__version__}"
