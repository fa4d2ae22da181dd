"""Mentions of one thing share an entity under the fullest name, others do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp.annotations import Entity, Mention
from azmedia_nlp.names import link_mentions
from azmedia_nlp.names.people import parse_person
from azmedia_nlp.segmentation import segment
from notation import Bracket, gold_lines, read_brackets
from timing import best_seconds

CASES = list(gold_lines("names_entities"))


def mention(text: str, item: Bracket) -> Mention:
    surface = text[item.start : item.end]
    name = item.values[0] if len(item.values) > 1 else surface
    return Mention(item.start, item.end, surface, label=item.label, name=name)  # type: ignore[arg-type]


def link(line: str) -> tuple[list[str], tuple[Mention, ...], tuple[Entity, ...]]:
    text, brackets = read_brackets(line)
    linked, entities = link_mentions([mention(text, item) for item in brackets], segment(text))
    return [item.values[-1] for item in brackets], linked, entities


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[:60])
def test_what_shares_a_number_shares_an_entity(case: str) -> None:
    drawn, _, fullest = case.partition(" => ")
    numbers, linked, entities = link(drawn)
    groups = [item.entity for item in linked]
    first = dict(zip(numbers, groups, strict=True))
    assert groups == [first[number] for number in numbers]
    assert len(set(first.values())) == len(first)
    if fullest:
        names = {entity.id: entity.name for entity in entities}
        assert names[first["1"]] == fullest


def test_entities_are_numbered_in_text_order_with_their_other_names() -> None:
    _, linked, entities = link("<ORG MSK|1>, <GPE Bakı|2>, <ORG Mərkəzi Seçki Komissiyası|1>")
    assert [item.entity for item in linked] == ["e1", "e2", "e1"]
    assert entities[0] == Entity("e1", "ORG", "Mərkəzi Seçki Komissiyası", ("MSK",))


@pytest.mark.parametrize(
    ("name", "words", "initials"),
    [
        ("Aysel Rzalı", ("aysel", "rzalı"), ()),
        ("A.Ə.Rzalı", ("rzalı",), ("a", "ə")),
        ("Aysel Tahir qızı Rzalı", ("aysel", "rzalı"), ()),
        ("Aysel Tahir qızı", ("aysel", "tahir", "qızı"), ()),
        ("", (), ()),
    ],
)
def test_a_persons_name_is_parsed(
    name: str, words: tuple[str, ...], initials: tuple[str, ...]
) -> None:
    assert parse_person(name) == (words, initials)


LABELS = ("PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "WORK", "PRODUCT")
NAMES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ("Rzalı", "A.Rzalı", "Aysel Rzalı", "ABŞ", "Amerika", "“Nur” ASC", "NUR", ".", "“”")
    ),
)


@given(st.lists(st.tuples(NAMES, st.sampled_from(LABELS)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_mention_gets_an_entity_that_has_its_name(items: list[tuple[str, str]]) -> None:
    mentions = [
        Mention(at, at + 1, "x", label=label, name=name)  # type: ignore[arg-type]
        for at, (name, label) in enumerate(items)
    ]
    linked, entities = link_mentions(mentions, segment("x" * len(items)))
    names = {entity.id: {entity.name, *entity.aliases} for entity in entities}
    assert all(item.name in names[item.entity] for item in linked)
    assert list(names) == [f"e{number}" for number in range(1, len(names) + 1)]


def elapsed(count: int, name: str) -> float:
    mentions = [Mention(at, at + 1, "x", label="PER", name=name.format(at)) for at in range(count)]
    text = segment("x")
    return best_seconds(lambda: link_mentions(mentions, text))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Ad{} Rzalı", "Rzalı Soyad{}", "{}.Rzalı", "Ad{}"])
def test_time_grows_linearly_with_the_mentions(name: str) -> None:
    elapsed(2_000, name)
    assert elapsed(16_000, name) < 40 * max(elapsed(2_000, name), 0.005)
