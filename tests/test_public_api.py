"""The façade: what it exports, that it is all there, and what it answers to bad input."""

import pickle
import subprocess
import sys

import pytest

import azmedia_nlp
import seed_gold
import users_script
from azmedia_nlp import ArticleParser, OptionError, parse_article

TEXT = seed_gold.SEED.read_text(encoding="utf-8")


def test_the_exported_names_are_sorted_and_exist():
    assert azmedia_nlp.__all__ == sorted(azmedia_nlp.__all__)
    assert all(hasattr(azmedia_nlp, name) for name in azmedia_nlp.__all__)


def test_no_public_name_is_left_out():
    public = {
        name
        for name, value in vars(azmedia_nlp).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("azmedia_nlp.")
    }
    assert public | set(azmedia_nlp._LAZY) == set(azmedia_nlp.__all__)


@pytest.mark.parametrize("text", [None, b"Salam", 7, ["Salam"]])
def test_what_is_no_str_is_a_type_error(text):
    with pytest.raises(TypeError, match="text must be a str, not"):
        parse_article(text)


def test_an_unreadable_date_says_what_was_read_and_what_is_taken():
    with pytest.raises(OptionError, match=r"'dünənki'.*'18 noyabr 2025, 13:54'"):
        parse_article("Salam.", published="dünənki")


def test_an_unknown_engine_says_which_there_are():
    with pytest.raises(OptionError, match="'compact', 'stanza'"):
        parse_article("Salam.", engine="turbo")


def test_the_argument_wins_over_the_text():
    article = parse_article("Başlıq\n18 noyabr, 2025\nMətn.", published="2024-01-02")
    assert article.published == "2024-01-02"


def test_a_parser_and_an_article_pickle():
    parser = pickle.loads(pickle.dumps(ArticleParser()))
    article = parser(TEXT)
    assert pickle.loads(pickle.dumps(article)) == article


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_gives_the_same(seed):
    code = (
        "import sys; from azmedia_nlp import parse_article, to_json;"
        "sys.stdout.buffer.write(to_json(parse_article(sys.stdin.buffer.read().decode())).encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": ":".join(sys.path)},
    )
    assert run.stdout.decode() == azmedia_nlp.to_json(parse_article(TEXT))


def test_nothing_heavy_is_imported():
    code = (
        "import sys; import azmedia_nlp; azmedia_nlp.parse_article('Bakı, 18 noyabr.');"
        "print([n for n in ('torch', 'stanza', 'pycrfsuite', 'spacy', 'pyarrow', 'duckdb',"
        " 'pyspark', 'datasketch', 'trafilatura', 'pandas', 'azmedia_nlp.viewer',"
        " 'azmedia_nlp.adapters', 'concurrent.futures.process')"
        " if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"


def test_a_users_script_reports():
    article = parse_article(users_script.TEXT, published="2025-05-14")
    assert users_script.report(article) == [
        "mayın 12-də: 2025-05-12",
        "Elçin Qaralı: sədr, Nur Bank",
        "Elçin Qaralı: yeni filial mayın 12-də açılacaq",
    ]
