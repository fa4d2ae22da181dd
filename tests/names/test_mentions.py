"""Names in running text are those that are drawn; every text gives a lawful answer."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from azmedia_nlp.names import extract_mentions, find_mentions
from azmedia_nlp.normalization import normalize
from azmedia_nlp.segmentation import segment
from notation import gold_lines, read_brackets
from strategies import texts

CASES = list(gold_lines("names"))


@pytest.mark.parametrize("line", CASES, ids=lambda line: line[:60])
def test_names_are_those_that_are_drawn(line: str) -> None:
    text, brackets = read_brackets(line.removeprefix("~ "))
    expected = [(item.label, text[item.start : item.end]) for item in brackets]
    assert bool(expected) is not line.startswith("~ ")
    assert [(item.label, item.text) for item in extract_mentions(text)] == expected


def test_an_ending_that_is_set_off_stays_outside() -> None:
    [name] = extract_mentions("Bunu ABŞ-dan bildiriblər.")
    assert (name.text, name.name, name.start, name.end) == ("ABŞ", "ABŞ", 5, 8)


def test_each_name_says_which_rule_found_it() -> None:
    mentions = extract_mentions("Bunu “Tumar” qəzeti və Aysel Rzalı yazıb.")
    assert all(mention.rule.startswith("names.") for mention in mentions)


@given(texts)
@settings(max_examples=60, deadline=None)
def test_names_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    clean = normalize(text).text
    mentions = find_mentions(segment(clean), ())
    assert all(clean[item.start : item.end] == item.text for item in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert mentions == find_mentions(segment(clean), ())
