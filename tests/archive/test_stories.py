"""Fingerprints and stories: a wire story in many outlets, and what only looks like one."""

import random

import pytest

from azmedia_nlp import parse_article
from azmedia_nlp.archive.stories import group_stories

pytest.importorskip("datasketch")

from archive_sample import RECORDS
from azmedia_nlp.archive.fingerprint import PLACES, fingerprint


def likeness(left, right):
    pairs = [(left[at : at + 2], right[at : at + 2]) for at in range(0, 2 * PLACES, 2)]
    return sum(one == other for one, other in pairs) / PLACES


def read(number):
    return fingerprint(parse_article(RECORDS[number]["text"]))


def test_a_story_in_another_outlet_is_alike_and_another_story_is_not():
    assert likeness(read(0), read(1)) > 0.8
    assert likeness(read(0), read(3)) < 0.2


def test_the_fingerprint_stays_what_it_is():
    """Archives of different days are compared: a change here is a new version of the schema."""
    assert fingerprint(parse_article("Şəkidə sərgi açılıb."))[:8].hex() == "7b3c6f69db8c159d"


def test_no_words_no_fingerprint():
    assert fingerprint(parse_article("…")) is None


def test_stories_are_found_among_many():
    rng = random.Random(7)
    firsts = [rng.randbytes(2 * PLACES) for _ in range(200)]
    near = bytearray(firsts[50])
    near[:20] = bytes(20)
    prints = [*firsts, bytes(near), firsts[60], firsts[60]]
    assert group_stories(prints) == [*range(200), 50, 60, 60]
    assert group_stories([]) == []
