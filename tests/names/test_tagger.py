"""The tagger: what its features are, that numpy computes what was trained, that it is quick."""

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from azmedia_nlp.names import tagger
from azmedia_nlp.names.features import Places, read_contexts, word_features
from azmedia_nlp.names.finders import find_by_rule
from azmedia_nlp.names.network import network_scores
from azmedia_nlp.names.pack import load_pack
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.tagger import sentence_bounds, tag
from azmedia_nlp.names.words import shape
from azmedia_nlp.normalization import normalize
from azmedia_nlp.segmentation import segment
from strategies import texts
from timing import best_seconds

TEXT = (
    "Səfir Kənan Qasımlı Gəncədə olub\n"
    "Azərbaycanın İtaliyadakı səfiri Kənan Qasımlı martın 3-də Gəncəyə səfər edib. "
    "O, Xarici İşlər Nazirliyinin (XİN) əməkdaşları ilə görüşüb."
)


def names(text: str) -> list[tuple[str, str]]:
    """The text and label of each name, endings that are set off left out."""
    reading = Reading(segment(text))
    tokens = reading.tokens
    return [
        (text[tokens[span.start].start : tokens[span.end - 1].stem_end], span.label)
        for span in tag(reading)
    ]


def test_names_of_a_plain_text() -> None:
    assert names(TEXT) == [
        ("Kənan Qasımlı", "PER"),
        ("Gəncədə", "GPE"),
        ("Azərbaycanın", "GPE"),
        ("İtaliyadakı", "GPE"),
        ("Kənan Qasımlı", "PER"),
        ("Gəncəyə", "GPE"),
        ("Xarici İşlər Nazirliyinin", "ORG"),
        ("XİN", "ORG"),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "bu gün hava isti keçəcək", "2025-ci ildə 3,5 faiz artıb", "…", "\n\n"]
)
def test_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("word", "outline"),
    [("Nazirliyi", "Xx"), ("ABŞ", "XX"), ("A", "X"), ("2025", "d"), ("K.Əsədli", "X.Xx"), ("", "")],
)
def test_shapes(word: str, outline: str) -> None:
    assert shape(word) == outline


def test_a_word_shows_its_forms_and_what_lexicons_say() -> None:
    features = word_features("Gəncədə")
    assert {"wgəncədə", "sXx", "fgəncə", "xdə", "pgən"} <= set(features)
    assert any(name.startswith("lGPE") for name in features)
    assert not any(name.startswith("lGPE") for name in word_features("gəlib"))


def test_features_see_the_article() -> None:
    reading = Reading(segment(TEXT))
    contexts = read_contexts(reading)
    places = dict(zip(reading.forms, contexts, strict=True))
    assert any(name.startswith("doc-acronym") for name in places["XİN"])
    assert "first" in places["Azərbaycanın"]
    assert "first" not in places["XİN"]
    assert "title-line" in contexts[0]


def by_hand(vectors: np.ndarray, layers: dict[str, np.ndarray]) -> np.ndarray:
    """The network again, one token at a time."""

    def layer(rows: list[np.ndarray], name: str) -> list[np.ndarray]:
        zero = np.zeros_like(rows[0])
        padded = [zero, *rows, zero]
        return [
            np.maximum(
                np.concatenate(padded[at : at + 3]) @ layers[name] + layers[f"{name}.bias"], 0
            )
            for at in range(len(rows))
        ]

    words = [np.maximum(row + layers["words.bias"], 0) for row in vectors]
    near = layer(words, "near")
    far = [left + right for left, right in zip(near, layer(near, "far"), strict=True)]
    return np.array(
        [
            np.concatenate(pair) @ layers["labels"] + layers["labels.bias"]
            for pair in zip(far, words, strict=True)
        ]
    )


@pytest.mark.parametrize("piece", [(0, 1), (2, 9), (5, 12)])
def test_a_piece_is_scored_as_in_the_whole(piece: tuple[int, int]) -> None:
    reading = Reading(segment(TEXT))
    places = Places(reading, find_by_rule(reading))
    whole = tagger._scores(places, 0, len(places.forms), load_pack(), None)
    part = tagger._scores(places, *piece, load_pack(), None)
    np.testing.assert_allclose(part, whole[slice(*piece)], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("piece", [1, 3, 7])
def test_the_tags_are_the_same_in_pieces(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tag(Reading(segment(TEXT)))
    monkeypatch.setattr("azmedia_nlp.names.tagger._PIECE", piece)
    assert tag(Reading(segment(TEXT))) == whole


@pytest.mark.parametrize("count", [1, 2, 7])
def test_the_network_is_what_it_is_by_hand(count: int) -> None:
    layers = load_pack().layers
    size = layers["words.bias"].shape[0]
    vectors = np.random.default_rng(count).normal(size=(count, size)).astype(np.float32)
    np.testing.assert_allclose(
        network_scores(vectors, layers), by_hand(vectors, layers), rtol=1e-3, atol=1e-3
    )


def test_viterbi_finds_the_best_path() -> None:
    pack = load_pack()
    scores = np.random.default_rng(1).normal(size=(4, len(pack.header.labels))).astype(np.float32)
    found = tagger._decode(scores, [(0, 4)], pack)

    def total(path: tuple[int, ...]) -> float:
        moves = sum(pack.transitions[left, right] for left, right in pairwise(path))
        return float(moves + sum(scores[at, label] for at, label in enumerate(path)))

    best = total(tuple(found))
    for at in range(4):
        for label in range(scores.shape[1]):
            assert total((*found[:at], label, *found[at + 1 :])) <= best + 1e-4


@given(texts)
@settings(max_examples=60, deadline=None)
def test_spans_are_ordered_disjoint_and_inside(text: str) -> None:
    reading = Reading(segment(normalize(text).text))
    spans = tag(reading)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.start < span.end <= reading.end for span in spans)
    assert spans == tag(Reading(reading.segmentation))


@given(texts)
@settings(max_examples=60, deadline=None)
def test_sentence_bounds_cover_all_tokens_once(text: str) -> None:
    reading = Reading(segment(normalize(text).text))
    covered = [at for start, end in sentence_bounds(reading) for at in range(start, end)]
    assert covered == list(range(reading.end))


@pytest.mark.slow
def test_time_grows_with_length_only() -> None:
    def spent(text: str) -> float:
        segmentation = segment(text)
        return best_seconds(lambda: tag(Reading(segmentation)))

    for piece in ("Elçin Kərimli ", "“", "(A)", "ABŞ-ın, ", "Bakı-"):
        spent(piece * 500)
        assert spent(piece * 8000) < 30 * spent(piece * 1000) + 0.05, piece


def test_no_training_library_at_run_time() -> None:
    code = (
        "import sys, azmedia_nlp; azmedia_nlp.parse_article('Elçin Bakıya gəlib.'); "
        "print([n for n in ('torch', 'pycrfsuite', 'training') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
