"""Tokens against drawn gold, and laws that hold for every text."""

import pytest
from hypothesis import given, settings

from azmedia_nlp.normalization import normalize_text
from azmedia_nlp.segmentation.tokens import RULES, explain_tokens, find_tokens, tokenize
from notation import read_cuts, read_rule_cases
from strategies import texts

CASES = read_rule_cases("tokens")


def drawn(token):
    return token.stem + "^" * (token.stem != token.text) + token.text[len(token.stem) :]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line)
def test_gold(case):
    text, expected = read_cuts(case.line)
    assert [drawn(token) for token in find_tokens(text.replace("^", ""))] == expected


@pytest.mark.parametrize("case", [c for c in CASES if c.rule != "-"], ids=lambda case: case.line)
def test_the_rule_decides_where_it_should(case):
    text = read_cuts(case.line)[0].replace("^", "")
    assert (case.rule in {decision.rule for _, decision in explain_tokens(text)}) == case.decides


def test_every_rule_has_a_line_for_and_against_it():
    named = {name for rules in RULES.values() for name in rules}
    for decides in (True, False):
        assert {case.rule for case in CASES if case.decides == decides} - {"-"} == named


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bakı ABŞ-ın M.Ə.Kərimli 212E TB2", ["word"] * 5),
        ("15 3,5 1 250 000 2025-ci 13:54-də 5%-i F16", ["number"] * 6 + ["word"]),
        (". … ?! “ ( – -", ["punct"] * 7),
        ("₼ % + № 🌼 & §", ["symbol"] * 7),
        ("https://su.gov.az www.sima.az e-taxes.gov.az bit.ly/4fn", ["url"] * 4),
        ("Modern.az Metro.co.uk", ["word"] * 2),
        ("info@xeber.example-ə", ["email"]),
        ("@xeber #qida", ["handle"] * 2),
    ],
)
def test_kinds(text, kinds):
    assert [token.kind for token in tokenize(text)] == kinds


@given(texts)
@settings(max_examples=100)
def test_only_white_space_is_lost(text):
    at = 0
    for token in (*tokenize(text), None):
        start = len(text) if token is None else token.start
        assert normalize_text(text[at:start]).strip() == ""
        at = start if token is None else token.end


@given(texts)
@settings(max_examples=100)
def test_tokens_are_in_order_and_point_at_the_text(text):
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.stem_end <= token.end <= len(text)
        assert text[token.start : token.end] == token.text
        end = token.end


def test_offsets_are_those_of_the_untouched_text():
    text = "\ufeffSumqa\u00adyıtda\r\n&quot;Kür&quot;ün sәhnәsi"
    assert [(token.start, token.text) for token in tokenize(text)] == [
        (1, "Sumqa\u00adyıtda"),
        (14, "&quot;"),
        (20, "Kür"),
        (23, "&quot;"),
        (29, "ün"),
        (32, "sәhnәsi"),
    ]
