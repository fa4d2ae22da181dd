"""Stanza's models behind our rooms: errors of setup without the extra, all else with it."""

import json
import pickle
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings

from azmedia_nlp import ArticleParser, OptionError, parse_article
from azmedia_nlp.engines.stanza.files import find_models
from azmedia_nlp.errors import ModelNotFoundError
from command import run, told_in_one_line
from strategies import mixtures

TEXT = """Şəkidə yeni muzey açılıb
14 mart 2025, 16:20
Şəki şəhərində Mədəniyyət Nazirliyinin şöbə müdiri Nərmin Qaratağlı çıxış edib.
N.Qaratağlı bildirib ki, ilk sərgi mayın 12-də açılacaq. ABŞ-ın səfiri 1 250 000 manat verib.
"""
RECIPE = "azmedia train stanza --data"


def test_no_directory_is_told_with_the_command_that_trains(monkeypatch):
    monkeypatch.delenv("AZMEDIA_STANZA", raising=False)
    with pytest.raises(OptionError, match=RECIPE):
        find_models(None)


def test_missing_files_are_named(tmp_path):
    (tmp_path / "ner.pt").touch()
    with pytest.raises(ModelNotFoundError, match=r"no tokenizer.pt, vectors.pt, resources.json"):
        find_models(tmp_path)


def test_a_variable_names_the_directory(monkeypatch, tmp_path):
    monkeypatch.setenv("AZMEDIA_STANZA", str(tmp_path))
    with pytest.raises(ModelNotFoundError, match=str(tmp_path)):
        find_models(None)


def test_the_command_tells_what_is_wrong_in_one_line(tmp_path):
    result = run("train", "stanza", "--data", str(tmp_path), "--out", str(tmp_path / "out"))
    assert told_in_one_line(result)
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def parser(models):
    return ArticleParser(engine="stanza", model_dir=models.directory)


@pytest.mark.slow
def test_our_rooms_read_on_from_stanzas_names(parser):
    article = parser(TEXT)
    assert [each.rule for each in article.mentions] == ["stanza.ner"] * len(article.mentions)
    assert any(each.label == "PER" and "Qaratağlı" in each.name for each in article.mentions)
    assert {each.entity for each in article.mentions} == {each.id for each in article.entities}
    assert [each.value for each in article.times if each.text == "mayın 12-də"] == ["2025-05-12"]
    assert article.published == "2025-03-14T16:20:00+04:00"
    assert len(article.quotations) == 1
    assert len(article.sentences) >= 4


@pytest.mark.slow
def test_the_function_takes_the_engine_too(models, parser):
    assert parse_article(TEXT, engine="stanza", model_dir=models.directory) == parser(TEXT)


@pytest.mark.slow
def test_a_parser_pickles(parser):
    assert pickle.loads(pickle.dumps(parser))(TEXT) == parser(TEXT)


@pytest.mark.slow
def test_threads_share_a_parser(parser):
    alone = parser(TEXT)
    with ThreadPoolExecutor(4) as pool:
        assert all(article == alone for article in pool.map(parser, [TEXT] * 8))


@pytest.mark.slow
def test_nothing_is_downloaded(models, monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert ArticleParser(engine="stanza", model_dir=str(models.directory) + "/")(TEXT).tokens


@pytest.mark.slow
def test_the_recipe_is_kept(models):
    recipe = json.loads(models.recipe.read_text(encoding="utf-8"))
    assert list(recipe["data"]) == ["authored_train.jsonl"]
    assert recipe["settings"]["hidden"] == 64


@pytest.mark.slow
def test_any_text_is_read(parser):
    @given(mixtures)
    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def check(text):
        article = parser(text)
        for name in ("tokens", "sentences", "mentions", "times", "quotations"):
            spans = getattr(article, name)
            assert all(text[each.start : each.end] == each.text for each in spans), name
            assert list(spans) == sorted(spans, key=lambda each: each.start), name

    check()


@pytest.mark.slow
def test_stanzas_models_work_in_stanzas_pipeline(models):
    from azmedia_nlp.adapters.stanza import pipeline

    mixed = pipeline(
        processors={"tokenize": "azmedia", "ner": "default", "news": "azmedia"},
        ner_model_path=str(models.ner),
        ner_pretrain_path=str(models.vectors),
    )
    document = mixed(TEXT)
    assert [each.text for each in document.ents] != []
    assert document.article.times[-1].value == "2025-05-12"
    assert {each.rule for each in document.article.mentions} == {"stanza.document"}
