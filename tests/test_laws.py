"""What holds for any text: no exception, spans that lie in it, the same answer twice."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import seed_gold
from azmedia_nlp import article_schema, from_dict, parse_article

SEED = seed_gold.SEED.read_text(encoding="utf-8")
PIECES = [
    *SEED.split(" "),
    *["“", "”", "«", "»", '"', "'", "–", "-", "\n", "\r\n", ".", ":", ";", "!", "?", "…", "(", ")"],
    *[
        "18.11.2025",
        "13:54",
        "saat",
        "5-də",
        "ilə",
        "ki",
        "deyə",
        "Əli",
        "Həsənova",
        "B.e.",
        "i̇",
        "ә",
    ],
    *("\u00ad", "\u00a0", "\ufeff", "\ud800", "\x00", "🙂"),
]
VALIDATOR = Draft202012Validator(article_schema())

mixtures = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from(["", " ", "\n"]).map(lambda glue: glue.join(pieces))
)
texts = st.one_of(st.text(max_size=200), mixtures)
cheap = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
thorough = settings(max_examples=1500, deadline=None)


def check_laws(text: str) -> None:
    article = parse_article(text)
    assert article.text == text
    for name in ("sentences", "tokens", "mentions", "times", "roles", "quotations", "sources"):
        spans = getattr(article, name)
        assert list(spans) == sorted(spans, key=lambda span: span.start), name
        for span in spans:
            assert 0 <= span.start < span.end <= len(text), name
            assert text[span.start : span.end] == span.text, name
    for name in ("sentences", "tokens", "mentions", "times"):
        spans = getattr(article, name)
        assert all(a.end <= b.start for a, b in pairwise(spans)), name
    known = {entity.id for entity in article.entities} | {None}
    assert {mention.entity for mention in article.mentions} == known - {None}
    assert {quotation.speaker for quotation in article.quotations} <= known
    for role in article.roles:
        assert {role.person, role.organization, role.place, role.host} <= known
    assert from_dict(article.to_dict(tokens=True)) == article
    assert parse_article(text) == article


@cheap
@given(texts)
def test_laws(text: str) -> None:
    check_laws(text)


def test_the_laws_hold_for_the_seed_and_its_variants():
    for text in (SEED, *(seed_gold.variant_gold(item)["text"] for item in seed_gold.variants())):
        check_laws(text)
        VALIDATOR.validate(json.loads(json.dumps(parse_article(text).to_dict())))


@pytest.mark.slow
@thorough
@given(texts)
def test_laws_thoroughly(text: str) -> None:
    check_laws(text)
