"""What holds for any text: no exception, honest offsets, no overlap, time that grows linearly."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp.quotations import find_quotations
from azmedia_nlp.segmentation import segment
from timing import best_seconds

# The words and marks that the room's rules turn on.
PIECES = st.sampled_from(
    [
        "“", "”", "«", "»", '"', "„", "–", "-", ":", ".", ",", "?", "\n", " ", "(", ")",
        "bildirib", "ki", "deyə", "deyib", "o", "O", "onun", "sözlərinə", "görə", "bunu",
        "olduğunu", "nazir", "Nazirlikdən", "məlumata", "əsasən", "və", "isə", "adlandırıb",
        "Sual", "Cavab", "xəbər", "verir", "istinadən", "A.B.", "İ", "ı", "\ud800", "\x00",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_spans_point_at_the_text(text: str) -> None:
    reading = find_quotations(segment(text), (), (), ())
    for quotation in reading.quotations:
        for span in filter(None, (quotation, quotation.cue, quotation.source)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
    for warning in reading.warnings:
        assert 0 <= warning.start < warning.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    quotations = find_quotations(segment(text), (), (), ()).quotations
    for left, right in pairwise(quotations):
        assert left.end <= right.start


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    first = find_quotations(segment(text), (), (), ())
    assert first == find_quotations(segment(text), (), (), ())


HOSTILE = [
    '"',
    "“",
    "”",
    "“«",
    "– a, – o deyib. ",
    "olduğunu bildirib ",
    "deyib:\n",
    "“A b\n",
    "– Nə?\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_linearly(piece: str) -> None:
    def seconds(length: int) -> float:
        segmentation = segment((piece * (length // len(piece) + 1))[:length])
        return best_seconds(lambda: find_quotations(segmentation, (), (), ()))

    seconds(2_000)
    assert seconds(16_000) < 12 * seconds(4_000) + 0.01
