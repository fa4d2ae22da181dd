"""Files of articles as records: formats, packings, folders, and what is wrong with some."""

import gzip
import io
import json
import sys

import pytest

from azmedia_nlp import ArticleFailure, ArticleRecord, OptionError
from azmedia_nlp.batch.readers import ReadSettings, read_inputs
from azmedia_nlp.batch.records import FieldNames, read_item

RECORDS = [{"id": "a", "text": "Şəkidə sərgi açılıb.", "published": "2025-03-14", "rubrika": "x"},
           {"id": "b", "text": "Əli gəlib."}]  # fmt: skip


def lines(records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def read(*inputs, **settings):
    return list(read_inputs(inputs, ReadSettings(**settings)))


def messages(items):
    return [item.message for item in items if isinstance(item, ArticleFailure)]


def test_a_text_file_is_one_article_named_by_its_path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Şəki\r\n".encode())
    assert read(path) == [ArticleRecord(id=path.as_posix(), text="Şəki\r\n")]


def test_json_lines_have_ids_or_get_their_line(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(RECORDS) + b'\n{"text": "Salam."}\n"Salam."\n')
    items = read(path)
    assert [item.id for item in items] == ["a", "b", f"{path}:4", f"{path}:5"]
    assert items[0].extra == {"rubrika": "x"}


def test_bad_lines_cost_themselves_alone(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'{"id": "cut\n[1]\n7\n\xff\xfe\n' + b'"' + b"a" * 200_000 + b'"\n' + lines(RECORDS)
    )
    items = read(path, max_chars=10)
    assert len(messages(items)) == 5
    assert [item.id for item in items[-2:]] == ["a", "b"]
    assert [item.id for item in items[:5]] == [f"{path}:{n}" for n in range(1, 6)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_any_separator(tmp_path, separator):
    path = tmp_path / "a.csv"
    path.write_text(f'id{separator}text{separator}outlet\n1{separator}"Əli\ngəlib"{separator}\n')
    (item,) = read(path)
    assert (item.id, item.text, item.outlet) == ("1", "Əli\ngəlib", None)


def test_a_bad_row_costs_itself_alone(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n1,Bak\xff\n2\n3,Salam\n")
    items = read(path)
    assert messages(items) == ["a cell is not utf-8", "1 cells, the head line has 2"]
    assert items[-1].id == "3"


def test_fields_go_by_the_names_that_are_given(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines([{"no": 1, "body": "Salam.", "text": "x", "at": "2025"}]))
    (item,) = read(path, fields=FieldNames(id="no", text="body", published="at"))
    assert (item.id, item.text, item.published, item.extra) == (
        "1",
        "Salam.",
        "2025",
        {"text": "x"},
    )


def test_gzip_is_unpacked_and_a_cut_one_gives_what_is_there(tmp_path):
    whole, cut = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"
    packed = gzip.compress(lines(RECORDS * 2000), compresslevel=1)
    whole.write_bytes(gzip.compress(lines(RECORDS)))
    cut.write_bytes(packed[: len(packed) // 2])
    assert [item.id for item in read(whole)] == ["a", "b"]
    items = read(cut, whole)
    assert len(messages(items)) == 1
    assert [item.id for item in items[-2:]] == ["a", "b"]


def test_zstd_is_unpacked(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    path = tmp_path / "a.jsonl.zst"
    with arrow.output_stream(str(path), compression="zstd") as stream:
        stream.write(lines(RECORDS))
    assert [item.id for item in read(path)] == ["a", "b"]


def test_parquet_is_read_and_a_damaged_one_is_a_failure(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path, bad = tmp_path / "a.parquet", tmp_path / "b.parquet"
    parquet.write_table(arrow.Table.from_pylist(RECORDS), path)
    bad.write_bytes(path.read_bytes()[:-9])
    items = read(bad, path)
    assert [item.id for item in items] == [bad.as_posix(), "a", "b"]
    assert items[1].extra == {"rubrika": "x"}


PAGE = """<html><head><title>Şəkidə yeni muzey açılıb</title>
<meta property="og:site_name" content="Xəzri xəbər"/>
<meta property="article:published_time" content="2025-03-14T16:20:00+04:00"/></head>
<body><nav>Ana səhifə</nav><article><h1>Şəkidə yeni muzey açılıb</h1>
<p>Şəki şəhərində “İpək yolu” muzeyi açılıb, açılışda çoxlu qonaq iştirak edib.</p>
<p>Muzeyin müdiri Nərmin Qaratağlı bildirib ki, ilk sərgi mayın 12-də açılacaq.</p>
</article></body></html>"""


def test_a_page_gives_its_text_date_and_outlet(tmp_path):
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    (item,) = read(path)
    result = read_item(item)
    assert result.article.text.startswith("Şəkidə yeni muzey açılıb\n")
    assert "Ana səhifə" not in result.article.text
    assert result.outlet == "Xəzri xəbər"
    assert result.article.published == "2025-03-14T16:20:00+04:00"


def test_folders_and_patterns_are_read_by_name(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.txt", "in/c.txt", "notes.md"):
        (tmp_path / name).write_text("Salam.")
    names = [item.id.removeprefix(f"{tmp_path.as_posix()}/") for item in read(tmp_path)]
    assert names == ["a.txt", "b.txt", "in/c.txt"]
    assert len(read(f"{tmp_path}/*.txt")) == 2
    assert len(read(f"{tmp_path}/**/*.txt")) == 3


def test_standard_input_is_json_lines_unless_told_otherwise(monkeypatch):
    def given(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    given(lines(RECORDS))
    assert [item.id for item in read("-")] == ["a", "b"]
    given(b"Salam.")
    assert read("-", input_format="txt") == [ArticleRecord(id="-", text="Salam.")]


@pytest.mark.parametrize(("name", "message"), [("none.txt", "no such"), ("a.doc", "does not say")])
def test_what_cannot_be_read_at_all_is_told_at_once(tmp_path, name, message):
    (tmp_path / "a.doc").write_text("Salam.")
    with pytest.raises(OptionError, match=message):
        read_inputs([tmp_path / name])


def test_a_wrong_encoding_says_which_byte(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Şəki".encode("utf-16"))
    (item,) = read(path)
    assert item.message == "byte 0 is not utf-8"
    assert read(path, encoding="utf-16")[0].text == "Şəki"


def test_a_huge_file_is_not_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 200_000)
    assert messages(read(path, max_chars=10)) == ["more than 65576 bytes"]
