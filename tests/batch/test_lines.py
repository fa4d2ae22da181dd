"""JSON lines out: one a record, whole or not there, resumed without a line twice."""

import json

import pytest

import azmedia_nlp
from azmedia_nlp import OptionError, parse_article
from azmedia_nlp.batch.lines import write_lines_file
from azmedia_nlp.batch.records import to_records

ITEMS = [
    {"id": f"a{n}", "text": f"Elçin Qaralı {n} dəfə gəlib.", "outlet": "Xəzri"} for n in range(9)
]
ITEMS[4] = {"id": "a4", "text": 7}
ITEMS[6] = {"id": "a6", "text": "Salam \ud800", "at": object}


def write(path, items=ITEMS, **options):
    return write_lines_file(to_records(items), path, **options)


def test_a_line_has_the_record_and_its_article(tmp_path):
    path = tmp_path / "out.jsonl"
    summary = write(path)
    first, *rest = map(json.loads, path.read_text().splitlines())
    assert first["article"] == parse_article(ITEMS[0]["text"]).to_dict()
    assert (first["id"], first["outlet"]) == ("a0", "Xəzri")
    assert [line["id"] for line in rest] == [f"a{n}" for n in range(1, 9)]
    assert rest[3]["failure"]["error"] == "TypeError"
    assert (summary.articles, summary.failures) == (8, 1)
    assert azmedia_nlp.from_dict(first["article"]).title is None


@pytest.mark.parametrize("cut", [0, 1, 700, 2000])
def test_a_broken_run_goes_on_and_ends_the_same(tmp_path, cut):
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    write(whole)
    (tmp_path / "broken.jsonl.unfinished").write_bytes(whole.read_bytes()[:cut])
    summary = write(broken, resume=True)
    assert broken.read_bytes() == whole.read_bytes()
    assert summary.skipped + summary.records == len(ITEMS)


def test_other_records_are_not_gone_on_with(tmp_path):
    path = tmp_path / "out.jsonl"
    write(path)
    path.rename(tmp_path / "out.jsonl.unfinished")
    with pytest.raises(OptionError, match="line 1"):
        write(path, ITEMS[1:], resume=True)


@pytest.mark.parametrize("line", ["{", "[]", '{"no": 1}', "\xff"])
def test_lines_that_are_not_ours_are_not_gone_on_with(tmp_path, line):
    (tmp_path / "out.jsonl.unfinished").write_text(line + "\n", encoding="latin-1")
    with pytest.raises(OptionError, match=r"line 1 .*remove the file"):
        write(tmp_path / "out.jsonl", resume=True)


def test_a_stopped_run_is_not_written_over(tmp_path):
    left = tmp_path / "out.jsonl.unfinished"
    left.write_text('{"id": "a0"}\n')
    with pytest.raises(OptionError, match="resume it or remove"):
        write(tmp_path / "out.jsonl")
    assert left.read_text() == '{"id": "a0"}\n'


def test_a_finished_file_is_not_written_over(tmp_path):
    path = tmp_path / "out.jsonl"
    write(path)
    with pytest.raises(OptionError, match="exists already"):
        write(path)
