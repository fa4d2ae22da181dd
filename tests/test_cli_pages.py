"""``azmedia view`` and ``azmedia export``: files in, files out, errors in one line."""

import json
from xml.etree import ElementTree as ET

import pytest

import azmedia_nlp
import seed_gold
from command import run, told_in_one_line

SEED = str(seed_gold.SEED)


@pytest.fixture
def parsed():
    return azmedia_nlp.parse_article(seed_gold.SEED.read_text(encoding="utf-8"))


def test_view_writes_what_the_library_draws(tmp_path, parsed):
    out = tmp_path / "page.html"
    result = run("view", SEED, "-o", str(out))
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_text(encoding="utf-8") == parsed.to_html()


def test_view_reads_results_and_texts_and_makes_an_index(tmp_path, parsed):
    stored = tmp_path / "seed.json"
    stored.write_text(azmedia_nlp.to_json(parsed), encoding="utf-8")
    out = tmp_path / "page.html"
    assert run("view", SEED, str(stored), "-o", str(out), "--lang", "en").exit_code == 0
    assert 'id="a2"' in out.read_text(encoding="utf-8")


def test_view_takes_a_text_from_standard_input():
    page = run("view", "-", "-o", "-", content="Elçin Qaralı gəlib.").stdout
    assert "Elçin Qaralı" in page


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bad.json", "{", "line 1 is no JSON"),
        ("other.json", '{"a": 1}', "no article of azmedia_nlp"),
        ("list.json", "[1]", "no article of azmedia_nlp"),
        ("empty.txt", " ", "no text"),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path, name, content, message):
    (tmp_path / name).write_text(content)
    result = run("view", str(tmp_path / name), "-o", str(tmp_path / "page.html"))
    assert told_in_one_line(result)
    assert message in result.stderr


def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path):
    result = run("view", SEED, "-o", str(tmp_path / "no" / "page.html"))
    assert told_in_one_line(result)


READERS = {
    "conllu": lambda text: text.count("# sent_id"),
    "iob2": lambda text: text.count("\n\n"),
    "timex3": lambda text: len(ET.fromstring(text).findall("TEXT/TIMEX3")),  # noqa: S314
    "jsonld": lambda text: len(json.loads(text)["mentions"]),
    "webanno": lambda text: len(json.loads(text)["items"]),
}


@pytest.mark.parametrize("format_", READERS)
def test_export_writes_each_format(tmp_path, parsed, format_):
    out = tmp_path / "out"
    assert run("export", SEED, "--format", format_, "-o", str(out)).exit_code == 0
    expected = {
        "conllu": len(parsed.sentences),
        "iob2": len(parsed.sentences),
        "timex3": len(parsed.times),
        "jsonld": len(parsed.entities),
        "webanno": sum(map(len, (parsed.mentions, parsed.times, parsed.roles, parsed.quotations))),
    }
    assert READERS[format_](out.read_text(encoding="utf-8")) == expected[format_]


def test_brat_is_written_with_its_text_and_its_configuration(tmp_path):
    assert run("export", SEED, "--format", "brat", "-o", str(tmp_path / "a.ann")).exit_code == 0
    assert (tmp_path / "a.txt").read_bytes() == seed_gold.SEED.read_bytes()
    assert "[entities]" in (tmp_path / "annotation.conf").read_text()
    assert run("export", SEED, "--format", "brat", "-o", str(tmp_path / "a")).exit_code == 2
