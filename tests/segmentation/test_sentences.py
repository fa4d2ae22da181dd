"""Sentences against drawn gold, and laws that hold for every text."""

import pytest
from hypothesis import given, settings

from azmedia_nlp.segmentation import segment
from azmedia_nlp.segmentation.ends import RULES
from azmedia_nlp.segmentation.sentences import explain_sentences, split_sentences
from notation import read_cuts, read_rule_cases
from strategies import texts

CASES = read_rule_cases("sentences")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line)
def test_gold(case):
    text, expected = read_cuts(case.line)
    assert [sentence.text for sentence in split_sentences(text)] == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line)
def test_the_rule_decides_where_it_should(case):
    text = read_cuts(case.line)[0]
    assert (case.rule in {decision.rule for _, decision in explain_sentences(text)}) == case.decides


def test_every_rule_has_a_line_for_and_against_it():
    for decides in (True, False):
        rules = {case.rule for case in CASES if case.decides == decides}
        assert rules == {*RULES, "default"}


@given(texts)
@settings(max_examples=100)
def test_sentences_cover_the_tokens_in_order(text):
    sentences = split_sentences(text)
    end = 0
    for sentence in sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text
        end = sentence.end


@given(texts)
@settings(max_examples=60)
def test_every_token_stands_in_one_sentence_and_one_paragraph(text):
    parts = segment(text.replace("\r", "\n"))
    for spans in (parts.sentences, parts.paragraphs):
        held = [sum(span.contains(token) for span in spans) for token in parts.tokens]
        assert held == [1] * len(parts.tokens)


@pytest.mark.slow
@given(texts)
@settings(max_examples=3000, deadline=None)
def test_any_text_is_cut_the_same_way_twice(text):
    assert segment(text) == segment(text)
    assert all(text[item.start : item.end] == item.text for item in split_sentences(text))
