"""Laws of roles for every text: spans lie in it, nothing raises, time grows with length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp.annotations import Entity, Mention
from azmedia_nlp.roles import find_roles
from azmedia_nlp.segmentation import segment
from strategies import texts
from timing import best_seconds

PERSON = "Aydın Səmədli"
BODY = "Nur Bank"
WORDS = (
    PERSON, BODY, "ın", "-nin", "direktoru", "sədri", "səfiri", "Prezident", "keçmiş", "hazırkı",
    "və", ",", "(", ")", "–", "üzrə", "şirkətin", "İdarə Heyətinin", "təyin edilib", "olub",
    "üzvüdür", "müavini", "“", "”", "O", ".", "\n", "39 yaşlı", "vəzifəsini icra edən", "isə",
)  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def named(text: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Every occurrence of the person and the body in a text."""
    labels = {PERSON: "PER", BODY: "ORG"}
    mentions = [
        Mention(start, start + len(name), name, label=label, name=name, entity=name)
        for name, label in labels.items()
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    entities = tuple(Entity(name, label, name, (name,)) for name, label in labels.items())
    return tuple(sorted(mentions, key=lambda mention: mention.start)), entities


@settings(max_examples=60)
@given(st.one_of(sentences, texts))
def test_spans_lie_in_the_text_and_equal_it(text):
    mentions, entities = named(text)
    for role in find_roles(segment(text), mentions, entities):
        assert text[role.start : role.end] == role.text
        assert text[role.title.start : role.title.end] == role.title.text
        assert role.contains(role.title)
        assert role.person == PERSON
        assert role.organization in (BODY, None)
        assert role.rule.startswith("roles.")


@settings(max_examples=60)
@given(sentences)
def test_no_role_is_stated_twice(text):
    mentions, entities = named(text)
    roles = find_roles(segment(text), mentions, entities)
    stated = [(role.person, role.title.lemma, role.organization) for role in roles]
    assert len(stated) == len(set(stated))


def test_no_names_no_roles():
    assert find_roles(segment("Nazir direktor təyin edilib."), (), ()) == ()


UNITS = (
    f"{BODY}ın direktoru {PERSON}, ",
    f"şirkətin direktoru {PERSON} təyin edilib və ",
    f"{PERSON}, {BODY}ın sədri təyin ediliblər ",
    f"konsulumuz {PERSON} (",
    f"yeni yeni ( “ üzrə {PERSON} – ",
    "direktor və nazir və təyin edilib ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit):
    def seconds(repeats: int) -> float:
        text = unit * repeats
        mentions, entities = named(text)
        segmentation = segment(text)
        return best_seconds(lambda: find_roles(segmentation, mentions, entities))

    seconds(10)
    assert seconds(1600) < 14 * seconds(400) + 0.05
