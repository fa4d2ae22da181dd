"""``to_dict`` is the contract's shape, its schema describes it, and it leads back."""

import json

import pytest
from jsonschema import Draft202012Validator

import seed_gold
from azmedia_nlp import OptionError, article_schema, from_dict, parse_article, to_json

ARTICLE = parse_article(seed_gold.SEED.read_text(encoding="utf-8"))
CONTRACT = {
    "": "text title published sources paragraphs sentences mentions entities times roles "
    "quotations warnings",
    "sources": "name entity start end",
    "paragraphs": "start end kind",
    "sentences": "start end",
    "mentions": "start end label name entity",
    "entities": "id label name aliases",
    "times": "start end type value begin until",
    "roles": "start end person title organization place host status",
    "quotations": "start end kind cue source speaker speaker_text",
    "warnings": "code start end message",
}
ADDED = {
    "mentions": "rule",
    "times": "grain known mod quant freq rule",
    "roles": "rule",
    "quotations": "rule",
}


def keys(section, data):
    record = data if not section else data[section][0]
    return set(record)


@pytest.mark.parametrize("section", [name for name in CONTRACT if name != "warnings"])
def test_the_keys_are_the_contracts(section):
    expected = set(CONTRACT[section].split()) | set(ADDED.get(section, "").split())
    assert keys(section, ARTICLE.to_dict()) == expected


def test_a_warning_has_the_contracts_keys():
    data = parse_article("Nazir deyib: “Yol açıqdır.").to_dict()
    assert keys("warnings", data) == set(CONTRACT["warnings"].split())


def test_nested_spans_have_the_contracts_keys():
    data = ARTICLE.to_dict()
    assert set(data["roles"][0]["title"]) == {"start", "end", "text", "lemma"}
    assert set(data["quotations"][0]["cue"]) == {"start", "end", "lemma"}
    assert set(data["quotations"][0]["source"]) == {"start", "end"}


def test_tokens_come_when_asked_for():
    assert "tokens" not in ARTICLE.to_dict()
    token = ARTICLE.to_dict(tokens=True)["tokens"][0]
    assert token == {"start": 0, "end": 4, "kind": "word", "stem_end": 4}


def test_the_schema_is_valid_and_describes_the_seed():
    Draft202012Validator.check_schema(article_schema())
    validator = Draft202012Validator(article_schema())
    for tokens in (False, True):
        validator.validate(json.loads(to_json(ARTICLE, tokens=tokens)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("mentions", 0, "label"), "CITY"),
        (("roles", 0, "status"), "retired"),
        (("quotations", 0, "kind"), "mixed"),
        (("sentences", 0, "start"), "0"),
        (("published",), 18),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(path, value):
    data = json.loads(to_json(ARTICLE))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not Draft202012Validator(article_schema()).is_valid(data)


def test_the_schema_requires_every_key():
    for section in CONTRACT[""].split():
        data = json.loads(to_json(ARTICLE))
        del data[section]
        assert not Draft202012Validator(article_schema()).is_valid(data)


def test_the_dictionary_leads_back():
    assert from_dict(ARTICLE.to_dict(tokens=True)) == ARTICLE
    assert from_dict(json.loads(to_json(ARTICLE, tokens=True))) == ARTICLE
    assert from_dict(ARTICLE.to_dict()).tokens == ()


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"text": 3},
        {"text": "a"},
        {"text": "a", "mentions": [{}]},
        {**ARTICLE.to_dict(), "mentions": "\ud800"},
        {**ARTICLE.to_dict(), "\ud800": 1, "roles": 2},
        {**ARTICLE.to_dict(), "mentions": nested(100_000)},
    ],
    ids=lambda _: "",
)
def test_what_is_no_article_is_refused(data):
    with pytest.raises(OptionError, match="no article of azmedia_nlp"):
        from_dict(data)


def test_a_lone_surrogate_is_escaped():
    article = parse_article("Bakı \ud800 şəhəri.")
    assert json.loads(to_json(article)) == article.to_dict()
