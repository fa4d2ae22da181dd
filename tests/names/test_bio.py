"""Spans to tags and back; spans of characters to spans of tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp.names.bio import TokenSpan, align, from_bioes, from_tags, to_bioes, to_tags
from azmedia_nlp.segmentation import segment

LABELS = st.sampled_from(["PER", "ORG", "GPE"])


@st.composite
def disjoint_spans(draw: st.DrawFn) -> tuple[TokenSpan, ...]:
    spans, at = [], 0
    for gap, length, label in draw(
        st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), LABELS), max_size=6)
    ):
        spans.append(TokenSpan(at + gap, at + gap + length, label))
        at += gap + length
    return tuple(spans)


@given(disjoint_spans(), st.integers(0, 3))
@settings(max_examples=60)
def test_spans_to_tags_to_spans_is_identity(spans: tuple[TokenSpan, ...], rest: int) -> None:
    length = (spans[-1].end if spans else 0) + rest
    tags = to_tags(spans, length)
    assert len(tags) == length
    assert from_tags(tags) == spans


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("", ()),
        ("O O", ()),
        ("B-PER B-PER", ((0, 1, "PER"), (1, 2, "PER"))),
        ("I-PER I-PER O", ((0, 2, "PER"),)),
        ("B-PER I-ORG", ((0, 1, "PER"), (1, 2, "ORG"))),
        ("O B-ORG I-ORG", ((1, 3, "ORG"),)),
    ],
)
def test_any_tags_can_be_read(tags: str, spans: tuple[tuple[int, int, str], ...]) -> None:
    assert from_tags(tags.split()) == spans


@pytest.mark.parametrize(
    ("text", "name", "span"),
    [
        ("Elçin Kərimli gəldi", "Elçin Kərimli", (0, 2)),
        ("“Report”un məlumatı", "Report", (1, 2)),
        ("bu, ABŞ-ın işidir", "ABŞ", (2, 3)),
        ("Modern.az-a deyib", "Modern.az", (0, 1)),
        ("Bakıdan gəlib", "Bakıdan", (0, 1)),
        ("Bakıdan gəlib", "Bakı", None),
        ("Bakıdan gəlib", "akıdan", None),
    ],
)
def test_names_fall_on_tokens_or_their_stems(
    text: str, name: str, span: tuple[int, int] | None
) -> None:
    start = text.index(name)
    found = align(segment(text).tokens, start, start + len(name), "ORG")
    assert found == (span and (*span, "ORG"))


@given(disjoint_spans(), st.integers(0, 3))
@settings(max_examples=60)
def test_bioes_says_the_same(spans: tuple[TokenSpan, ...], rest: int) -> None:
    tags = to_tags(spans, (spans[-1].end if spans else 0) + rest)
    assert from_bioes(to_bioes(tags)) == tags
