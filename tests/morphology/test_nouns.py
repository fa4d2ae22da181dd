"""Nouns drawn as stem, endings and word: the inflector makes the word, the analyser reads it."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp import analyze, inflect
from notation import read_cells

POSSESSIVES = {"1sg", "2sg", "3", "1pl", "2pl"}
CASES = {"gen", "dat", "acc", "loc", "abl", "ins", "ter", "equ"}


class NounCase(NamedTuple):
    stem: str
    endings: dict[str, Any]
    word: str
    legal: bool


def read_nouns() -> list[NounCase]:
    return [read_noun(*cells) for cells in read_cells("nouns")]


def read_noun(stem: str, marks: str, word: str) -> NounCase:
    endings: dict[str, Any] = {}
    for mark in marks.split():
        if mark in POSSESSIVES:
            endings["possessive"] = mark
        elif mark in CASES:
            endings["case"] = mark
        else:
            name, value = {
                "pl": ("plural", True),
                "rel": ("relative", True),
                "cop": ("copula", "3"),
                "ord": ("ordinal", True),
            }[mark]
            endings[name] = value
    return NounCase(stem.removeprefix("~ "), endings, word, not stem.startswith("~"))


NOUNS = read_nouns()


def readings(word: str) -> list[tuple[str, dict[str, Any]]]:
    return [
        (
            item.stem,
            {
                name: getattr(item, name)
                for name in ("plural", "possessive", "case", "relative", "copula", "ordinal")
                if getattr(item, name) not in (False, None, "nom")
            },
        )
        for item in analyze(word)
    ]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: f"{noun.word}-{noun.legal}")
def test_the_inflector_makes_the_word(noun):
    assert (inflect(noun.stem, **noun.endings) == noun.word) is noun.legal


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: f"{noun.word}-{noun.legal}")
def test_the_analyser_reads_the_word(noun):
    assert ((noun.stem, noun.endings) in readings(noun.word)) is noun.legal


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted({noun.stem for noun in NOUNS})),
    st.booleans(),
    st.sampled_from([None, "1sg", "2sg", "3", "1pl", "2pl"]),
    st.sampled_from(["nom", *sorted(CASES)]),
    st.sampled_from([None, "3", "3pl"]),
)
def test_analysis_undoes_inflection(stem, plural, possessive, case, copula):
    word = inflect(stem, plural=plural, possessive=possessive, case=case, copula=copula)
    assert any(
        (item.stem, item.plural, item.possessive, item.case, item.copula)
        == (stem, plural, possessive, case, copula)
        for item in analyze(word)
    )


@pytest.mark.parametrize(
    ("stem", "endings"),
    [("beş", {"ordinal": True}), ("", {"case": "gen"}), ("mm", {"case": "gen"})],
)
def test_what_cannot_be_inflected_is_refused(stem, endings):
    with pytest.raises(ValueError, match=repr(stem)):
        inflect(stem, **endings)


def test_endings_that_cannot_follow_each_other_are_refused():
    with pytest.raises(ValueError, match="follow"):
        inflect("şəhər", relative=True)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("kitabında", "kitab"),
        ("evində", "ev"),
        ("adamın", "adam"),
        ("Nazirliyindən", "Nazirlik"),
        ("alma", "alma"),
        ("burnunda", "burun"),
        ("Lənkərana", "Lənkəran"),
        ("BMTnin", "BMT"),
        ("2025-ci", "2025"),
    ],
)
def test_the_likeliest_reading_comes_first(word, stem):
    assert analyze(word)[0].stem == stem


@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_word_is_among_its_own_readings(word):
    assert any(item.stem == word and item.ending == "" for item in analyze(word))
