"""Flattening: nothing is lost, every span covers exactly its own segments."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from azmedia_nlp.annotations import Span
from azmedia_nlp.viewer.segments import flatten

SPANS = st.lists(
    st.tuples(st.integers(-5, 45), st.integers(-5, 45)).map(lambda pair: Span(*pair, "")),
    max_size=12,
)


@given(SPANS)
def test_segments_cover_the_line_once_and_in_order(spans):
    segments = list(flatten(spans, 0, 40))
    assert segments[0].start == 0
    assert segments[-1].end == 40
    assert all(one.end == two.start for one, two in pairwise(segments))
    assert all(segment.start < segment.end for segment in segments)


@given(SPANS)
def test_a_segment_lies_under_the_spans_that_cover_it(spans):
    for segment in flatten(spans, 0, 40):
        covering = [span for span in spans if span.start <= segment.start < span.end]
        assert sorted(segment.spans, key=repr) == sorted(covering, key=repr)
        assert all(segment.end <= span.end for span in segment.spans)


def test_an_empty_line_has_no_segments():
    assert list(flatten([], 3, 3)) == []
