"""Laws of every text: spans, order, the TIMEX3 grammar, the interval, linear time."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmedia_nlp.segmentation import segment
from azmedia_nlp.times import extract_times, find_times, read_published
from azmedia_nlp.times.values import interval
from timing import best_seconds

WORDS = (
    "noyabrın 18-də", "18", "20-dək", "2025-ci", "il", "ilin", "ildə", "bazar", "ertəsi", "günü",
    "ötən", "ay", "gələn", "həftə", "həftənin", "üç", "gün", "əvvəl", "sonra", "saat", "13:54",
    "axşam", "gecə", "XIX", "əsrin", "90-cı", "illərində", "bir", "neçə", "hər", "yarım", "beş",
    "və", ",", "–", "(", "18.11.2025", "18-20", "may", "sentyabr", "birinci", "rübdə", "sonunda",
    "yayda", "2025/2026", "mövsümündə", "min", "milyon", "son", "ilk", "indi", "\n", "31 fevral",
    "0-cı", "99:99", "2025-13-45", "9999-cu ildən", "1000000 il əvvəl", "24:00", "gecəyarısınadək",
)  # fmt: skip
phrases = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
texts = st.one_of(phrases, st.text(max_size=80))
anchors = st.sampled_from([None, "2024-02-29", "2025-12-31T23:59", "0001-01-01", "9999-12-31"])

DAY = r"(\d{4}|XXXX)-(\d\d|XX)-\d\d"
POINT = (
    rf"({DAY}(T(\d\d:\d\d|MO|AF|DT|EV|NI))?|T(\d\d:\d\d|MO|AF|DT|EV|NI)"
    r"|(\d{4}|XXXX)(-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI))?|\d{4}-W\d\d(-WE)?|XXXX-WXX-(\d(T[\d:]{5}|T[A-Z]{2})?|WE)"
    r"|\d{3}|(BC)?\d\d|BC\d{4})"
)
LENGTH = r"P(T?(\d+(\.\d+)?|X)[YMWDHS])+(T\d+[HMS])?"
VALUE = re.compile(rf"{POINT}(/{POINT})?|{LENGTH}(/{LENGTH})?|(PAST|PRESENT|FUTURE)_REF")


@given(texts, anchors)
@settings(max_examples=150, deadline=None)
def test_every_result_is_well_formed(text, published):
    times = extract_times(text, published=published)
    for time in times:
        assert text[time.start : time.end] == time.text
        assert VALUE.fullmatch(time.value), time.value
        assert time.rule.startswith("times.")
        assert (time.begin is None) == (time.until is None)
        if time.begin and time.until:
            assert time.begin < time.until
    assert all(left.end <= right.start for left, right in pairwise(times))


@given(phrases)
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_times(text):
    assert extract_times(text, published="2025-11-18") == extract_times(
        text, published="2025-11-18"
    )


@given(phrases)
@settings(max_examples=40, deadline=None)
def test_what_is_stated_does_not_depend_on_the_clock(text):
    early, late = (extract_times(text, published=day) for day in ("2001-05-05", "2025-11-18"))
    fixed = [
        time for time in early if "year" in time.known and time.rule == "times.calendar.figures"
    ]
    assert all(time in late for time in fixed)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-18", ("2025-11-18", "2025-11-19")),
        ("2025-11", ("2025-11-01", "2025-12-01")),
        ("2025-12", ("2025-12-01", "2026-01-01")),
        ("2025", ("2025-01-01", "2026-01-01")),
        ("2025-W47", ("2025-11-17", "2025-11-24")),
        ("2025-W47-WE", ("2025-11-22", "2025-11-24")),
        ("2025-Q4", ("2025-10-01", "2026-01-01")),
        ("2025-H1", ("2025-01-01", "2025-07-01")),
        ("2025-WI", ("2025-12-01", "2026-03-01")),
        ("199", ("1990-01-01", "2000-01-01")),
        ("19", ("1900-01-01", "2000-01-01")),
        ("2025-11-18/2025-11-20", ("2025-11-18", "2025-11-21")),
        ("2014/2016", ("2014-01-01", "2017-01-01")),
        ("2025-11-18T13:54", ("2025-11-18T13:54:00+04:00", "2025-11-18T13:55:00+04:00")),
        ("2015-07-18T13:54", ("2015-07-18T13:54:00+05:00", "2015-07-18T13:55:00+05:00")),
        ("2025-11-18T24:00", ("2025-11-19T00:00:00+04:00", "2025-11-19T00:01:00+04:00")),
        ("2025-11-18TNI", ("2025-11-18T22:00:00+04:00", "2025-11-19T06:00:00+04:00")),
        ("XXXX-11-18", (None, None)),
        ("PAST_REF", (None, None)),
        ("P3D", (None, None)),
        ("T14:00", (None, None)),
        ("9999", (None, None)),
    ],
)  # fmt: skip
def test_values_denote_half_open_intervals(value, expected):
    assert interval(value) == expected


def test_what_the_text_states_is_known():
    [year] = extract_times("Sərgi 18 noyabr 2025-ci ildə açılıb.")
    [bare] = extract_times("Sərgi noyabrın 18-də açılıb.", published="2025-11-20")
    assert year.known == ("year", "month", "day")
    assert bare.known == ("month", "day")
    assert bare.value == year.value


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("ilin əvvəlindən", "START"), ("noyabrın ortalarında", "MID"),
        ("XIX əsrin sonunda", "END"),
        ("1990-cı illərin əvvəllərində", "START"), ("noyabrda", None),
    ],
)  # fmt: skip
def test_edges_are_modifiers(text, mod):
    [time] = extract_times(text, published="2025-11-18")
    assert time.mod == mod


def test_sets_say_how_often():
    [every] = extract_times("Hər gün üzür.")
    [twice] = extract_times("Ayda iki dəfə üzür.")
    assert (every.quant, twice.freq) == ("EVERY", "2X")


HOSTILE = (
    "1 ", "2019, ", "dünən ", "may ", "beş ", "18 noyabr 2025 ", "“", '"Sabah" ',
    "noyabrın 18-dən ",
    "saat 5 ", "XIX ", "ilin ", "18 noyabr 2025\n", "13:54\n", "bu ", "milyon ", "ötən ", ", ",
)  # fmt: skip


def cost(unit, size):
    """Processor time a character."""
    segmentation = segment((unit * (size // len(unit) + 1))[:size])
    published = read_published(segmentation, "2025-11-18")
    return best_seconds(lambda: find_times(segmentation, published)) / size


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_time_grows_with_length_alone(unit):
    # What looks back to the start would cost eight times as much.
    assert cost(unit, 16_000) < 3.5 * cost(unit, 2_000)
