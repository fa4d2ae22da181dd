"""Endings behind closing marks and the names they belong to."""

import pytest

from azmedia_nlp.segmentation.quoted import quoted_name
from azmedia_nlp.segmentation.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Report"un müxbiri', "Report"),
        ("“NBC Bank”ın filialı", "NBC Bank"),
        ("«Kür»-də keçirilib", "Kür"),
        ("„Neftçi”nin oyunu", "Neftçi"),
        ("'Xalq Bank'ın filialı", "Xalq Bank"),
        ("“Arşın mal alan”ı oxuyuruq", "Arşın mal alan"),
    ],
)
def test_the_name_is_found(text, name):
    tokens = tokenize(text)
    found = [quoted_name(tokens, index) for index in range(len(tokens))]
    [(first, after)] = [item for item in found if item]
    assert text[tokens[first].start : tokens[after - 1].end] == name


@pytest.mark.parametrize(
    "text",
    ["“Kür” klubu", "ABŞ-ın səfiri", "Bakı”da", "“Kür”Araz", "ın müxbiri", '" "un'],
)
def test_other_tokens_have_none(text):
    tokens = tokenize(text)
    assert [quoted_name(tokens, index) for index in range(len(tokens))] == [None] * len(tokens)
