"""parse_articles: in order, in bounded memory, one result an item whatever the item is."""

import multiprocessing
import os
import subprocess
import sys
from datetime import date

import pytest

import deadly
from azmedia_nlp import (
    ArticleFailure,
    ArticleParser,
    ArticleRecord,
    OptionError,
    ParsedArticle,
    parse_article,
    parse_articles,
)
from azmedia_nlp.batch.pool import Job, map_batches

TEXTS = [
    "Elçin Qaralı bildirib ki, yol mayın 12-də açılacaq.",
    "Şəkidə sərgi açılıb.",
    "Nazir Aysel Rzalı Bakıya gəlib.",
]


def test_each_text_gives_what_parse_article_gives():
    results = list(parse_articles(TEXTS))
    assert [result.id for result in results] == ["0", "1", "2"]
    assert [result.article for result in results] == [parse_article(text) for text in TEXTS]


def test_a_mapping_has_an_id_a_date_and_fields_of_its_own():
    (result,) = parse_articles(
        [{"id": 7, "text": "Sərgi dünən açılıb.", "published": date(2025, 3, 14),
          "rubrika": "idman", "url": "https://x.example/7", "outlet": "Xəzri"}]
    )  # fmt: skip
    assert (result.id, result.url, result.outlet) == ("7", "https://x.example/7", "Xəzri")
    assert result.extra == {"rubrika": "idman"}
    assert result.article.times[0].value == "2025-03-13"


POISON = [
    ("", "UnreadableInputError"),
    (" \n", "UnreadableInputError"),
    ("a" * 101, "UnreadableInputError"),
    (b"Salam", "TypeError"),
    (None, "TypeError"),
    ({"id": "x", "text": 7}, "TypeError"),
    ({"id": "x"}, "UnreadableInputError"),
    ({"id": "x", "text": "Salam.", "published": "dünənki"}, "OptionError"),
    ({"id": "x", "text": "Salam.", "published": [2025]}, "OptionError"),
]


@pytest.mark.parametrize(("item", "error"), POISON)
def test_poison_is_a_failure_and_the_next_is_read(item, error):
    failed, read = parse_articles([item, "Salam."], max_chars=100)
    assert isinstance(failed, ArticleFailure)
    assert failed.message
    assert failed.error == error
    assert isinstance(read, ParsedArticle)


def test_a_page_without_an_article_is_a_failure():
    pytest.importorskip("trafilatura")
    failed, read = parse_articles([{"id": "x", "html": "<p></p>"}, "Salam."])
    assert (failed.id, failed.error) == ("x", "OptionError")
    assert isinstance(read, ParsedArticle)


def test_a_failure_tells_where_it_arose():
    (failed,) = parse_articles([{"id": "x", "text": 7}])
    assert (failed.id, failed.error) == ("x", "TypeError")
    assert failed.message == "text must be a str, not int"
    assert failed.traceback.startswith("Traceback")
    assert "article.py" in failed.traceback


def test_processes_give_the_same_in_the_same_order():
    items = [*TEXTS, None, "lone \ud800 surrogate", {"id": "x", "text": "Salam.", "k": object}] * 3
    alone = list(parse_articles(items))
    assert list(parse_articles(items, processes=2, batch_size=2)) == alone


@pytest.mark.slow
def test_what_cannot_be_sent_to_a_process_is_read_at_home():
    items = [{"text": "Salam.", "k": lambda: None}, "Salam."]
    read = list(parse_articles(items, processes=2, batch_size=1))
    assert [item.article.text for item in read] == ["Salam.", "Salam."]
    assert read[0].extra == {"k": items[0]["k"]}


@pytest.mark.slow
def test_only_a_few_batches_are_taken_ahead():
    taken = 0

    def source():
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield "Salam."

    results = parse_articles(source(), processes=2, batch_size=3)
    next(results)
    assert taken <= 3 * (2 * 2 + 1)
    results.close()
    assert multiprocessing.active_children() == []


def test_nothing_is_read_before_it_is_asked_for():
    def source():
        raise AssertionError
        yield

    parse_articles(source())
    parse_articles(source(), processes=2)


@pytest.mark.parametrize("option", ["processes", "batch_size"])
def test_a_count_below_one_is_an_option_error(option):
    with pytest.raises(OptionError, match=f"{option}=0"):
        parse_articles([], **{option: 0})


@pytest.mark.slow
def test_each_process_multiplies_in_one_thread(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    job = Job(deadly.threads, lambda item: item)
    found = {result for _, results in map_batches(job, [[0]] * 20, 3) for result in results}
    assert found == {"1"}
    assert "OPENBLAS_NUM_THREADS" not in os.environ


@pytest.mark.slow
def test_one_deadly_article_costs_itself_alone():
    items = [ArticleRecord(id=f"{n}", text=f"Salam {n}.") for n in range(12)]
    items[5] = ArticleRecord(id="5", text=f"{deadly.WORD} mətn")
    parser = ArticleParser(engine=deadly.DeadlyEngine())
    results = list(parse_articles(items, processes=2, batch_size=4, parser=parser))
    assert [result.id for result in results] == [item.id for item in items]
    failed = [result for result in results if isinstance(result, ArticleFailure)]
    assert [(one.id, one.error) for one in failed] == [("5", "ChildProcessError")]


@pytest.mark.slow
def test_a_script_without_its_guard_is_told_so(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "from azmedia_nlp import parse_articles\nlist(parse_articles(['Salam.'], processes=2))\n"
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=100)
    assert run.returncode == 1
    assert '__name__ == "__main__"' in run.stderr.splitlines()[-1]
