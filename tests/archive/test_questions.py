"""The ready questions, asked as people type them."""

from datetime import date

import pytest

from archive_sample import RECORDS
from azmedia_nlp import ArchiveError, OptionError, build_archive, open_archive

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")
pytest.importorskip("datasketch")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archives") / "sample"
    build_archive(RECORDS, path)
    return open_archive(path)


def dicts(relation):
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


@pytest.mark.parametrize(
    "speaker",
    ["Nərmin Qaratağlı", "Qaratağlı", "QARATAĞLI", "Qaratağlının", "N.Qaratağlı", "Garatagli",
     "nermin qaratagli"],
)  # fmt: skip
def test_a_speaker_is_found_however_the_name_is_typed(archive, speaker):
    found = dicts(archive.quotations(speaker=speaker))
    assert {row["speaker"] for row in found} == {"Nərmin Qaratağlı"}
    assert len(found) == 9


@pytest.mark.parametrize("speaker", ["Əliyevski", "Əliyevskinin", "Aliyevski"])
def test_a_surname_means_all_who_bear_it(archive, speaker):
    found = dicts(archive.quotations(speaker))
    assert {row["speaker"] for row in found} == {"Elçin Əliyevski", "Mahmud Əliyevski"}
    assert {row["speaker"] for row in dicts(archive.quotations("M.Əliyevski"))} == {
        "Mahmud Əliyevski"
    }


def test_nobody_is_found_where_nobody_is_meant(archive):
    assert archive.quotations("Filankəsov").fetchall() == []
    assert archive.quotations("").fetchall() == []
    assert archive.quotations(about="tısbağa").fetchall() == []
    assert archive.quotations(about=" ").fetchall() == []


def test_a_statement_about_a_name_mentions_it(archive):
    found = dicts(archive.quotations(about="Bakının"))
    assert {row["article"] for row in found} == {"a1", "a2"}
    assert not any("Universiteti" in row["text"] for row in found)


@pytest.mark.parametrize("word", ["neft", "neftin", "Neftə"])
def test_a_statement_about_a_word_has_a_form_of_it(archive, word):
    assert [row["text"] for row in dicts(archive.quotations(about=word))] == [
        "Neftin qiyməti bizi qorxutmur"
    ]


def test_a_word_in_the_plural_is_found(archive):
    assert {row["article"] for row in dicts(archive.quotations(about="müqavilə"))} == {"a2", "a3"}


def test_a_period_is_half_open(archive):
    days = {row["day"] for row in dicts(archive.quotations(since="2025-04-02", until="2025-04-20"))}
    assert days == {date(2025, 4, 2)}
    assert dicts(archive.quotations(since=date(2025, 5, 1)))[0]["article"] == "a3"
    assert len(archive.quotations(since="2 aprel 2025", until="may 2025").fetchall()) > 2
    with pytest.raises(OptionError, match="since='dünən'"):
        archive.quotations(since="dünən")


def test_outlet_and_kind_narrow_it_down(archive):
    assert {row["outlet"] for row in dicts(archive.quotations(outlet="“XƏZRİ”"))} == {"Xəzri"}
    assert {row["kind"] for row in dicts(archive.quotations(kind="direct"))} == {"direct"}


def test_a_wire_story_is_counted_once(archive):
    found = dicts(archive.quotations("Qaratağlı", once=True))
    assert [(row["article"], row["articles"]) for row in found] == [("w1", 3)] * 3
    stories = dict(archive.duplicates().fetchall())
    assert [stories[name] for name in ("w1", "w2", "w3", "a1")] == ["w1", "w1", "w1", "a1"]


def test_who_is_quoted_most(archive):
    found = dicts(archive.people())
    assert found[0]["name"] == "Nərmin Qaratağlı"
    assert (found[0]["articles"], found[0]["quotations"]) == (3, 9)
    assert (found[0]["first"], found[0]["last"]) == (date(2025, 3, 14), date(2025, 3, 15))
    assert {row["name"] for row in dicts(archive.people("əliyevski"))} == {
        "Elçin Əliyevski", "Mahmud Əliyevski"
    }  # fmt: skip
    assert dicts(archive.people(label="GPE", by="articles"))[0]["name"] == "Bakı"


def test_who_heads_this_body(archive):
    found = dicts(archive.roles(organization="Mavi Dalğanın"))
    assert {(row["person"], row["title"], row["status"]) for row in found} == {
        ("Elçin Əliyevski", "direktoru", "current"),
        ("Cəmilə Quluzadə", "keçmiş direktoru", "former"),
    }
    assert [row["person"] for row in dicts(archive.roles(title="deputat"))] == ["Mahmud Əliyevski"]
    assert [row["title"] for row in dicts(archive.roles("Qaratağlı"))] == ["şöbə müdiri"]
    assert [row["person"] for row in dicts(archive.roles(status="former"))] == ["Cəmilə Quluzadə"]


def test_a_timeline_tells_dates_in_order(archive):
    found = dicts(archive.timeline("Bakı"))
    assert [row["begin"] for row in found] == ["2025-06-01", "2026-01-01"]
    assert found[0]["sentence"] == "O, Bakıda yeni ofisin iyunun 1-də açılacağını söyləyib."
    assert archive.timeline("Bakı", since="2025-06-02", until="2026").fetchall() == []


def test_a_timeline_counts_a_story_once(archive):
    assert len(archive.timeline("Qaratağlı").fetchall()) == 3
    (row,) = dicts(archive.timeline("Qaratağlı", once=True))
    assert (row["begin"], row["articles"]) == ("2025-05-12", 3)


def test_who_stands_with_whom(archive):
    found = dicts(archive.cooccurrence())
    assert ("Mədəniyyət Nazirliyi", "Nərmin Qaratağlı") in {
        tuple(sorted((row["name"], row["other"]))) for row in found
    }
    assert found[0]["together"] == 3
    near = dicts(archive.cooccurrence("Mavi Dalğa", label="PER", within="article"))
    assert near == []
    near = dicts(archive.cooccurrence("Mavi Dalğa", within="article"))
    assert near
    assert all("Dalğa" in row["name"] + row["other"] for row in near)


def test_repeated_ids_are_told(tmp_path, archive):
    assert archive.repeated_ids() == []
    build_archive([RECORDS[0], RECORDS[0]], tmp_path / "a")
    assert open_archive(tmp_path / "a").repeated_ids() == ["w1"]


def test_a_relation_waits_while_others_are_asked(archive):
    first = archive.quotations()
    count = len(archive.people().fetchall())
    assert len(first.fetchall()) > count
    assert archive.sql("SELECT $n + 1", n=1).fetchall() == [(2,)]


def test_no_archive_is_told(tmp_path):
    with pytest.raises(ArchiveError, match="there is no archive"):
        open_archive(tmp_path)
    build_archive(RECORDS[:1], tmp_path / "a")
    archive = open_archive(tmp_path / "a")
    with pytest.raises(ArchiveError, match="the tables are"):
        archive.table("words")


def test_an_archive_of_nothing_answers_nothing(tmp_path):
    build_archive([], tmp_path / "a")
    archive = open_archive(tmp_path / "a")
    for found in (archive.quotations(), archive.people("Əliyev"), archive.quotations(once=True)):
        assert found.fetchall() == []
    assert archive.repeated_ids() == []


@pytest.mark.parametrize("damage", ["lost", "junk"])
def test_a_damaged_file_is_named(tmp_path, damage):
    build_archive(RECORDS[:1], tmp_path / "a")
    (file,) = (tmp_path / "a" / "articles").iterdir()
    if damage == "lost":
        file.unlink()
    else:
        file.write_bytes(b"junk")
    with pytest.raises(ArchiveError, match=rf"missing or damaged: .*{file.name}"):
        open_archive(tmp_path / "a")
