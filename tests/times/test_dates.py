"""One string, one date: round trips with CLDR's formats, foreign formats, and refusals."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date, format_datetime

from azmedia_nlp.errors import OptionError
from azmedia_nlp.times import parse_date

FORMATS = ("full", "long", "medium", "short")
FIRST, LAST = date(1990, 1, 1), date(2035, 12, 31)
BAKU = ZoneInfo("Asia/Baku")


def days(step):
    return [FIRST + timedelta(days=by) for by in range(0, (LAST - FIRST).days + 1, step)]


def unread_dates(step):
    return [
        (text, day)
        for day in days(step)
        for form in FORMATS
        if (text := format_date(day, form, locale="az"))
        and (parse_date(text) is None or parse_date(text).to_datetime() != day)
    ]


def unread_moments(step):
    moments = [datetime(day.year, day.month, day.day, 13, 54, tzinfo=BAKU) for day in days(step)]
    texts = [
        (format_datetime(moment, form, tzinfo=BAKU, locale="az"), moment)
        for moment in moments
        for form in FORMATS
    ]
    return [
        (text, moment)
        for text, moment in texts
        if parse_date(text) is None or parse_date(text).to_datetime() != moment
    ]


def test_dates_as_cldr_formats_them_read_back():
    assert unread_dates(step=37) == []


def test_moments_as_cldr_formats_them_read_back():
    assert unread_moments(step=97) == []


@pytest.mark.slow
def test_every_date_from_1990_to_2035_reads_back():
    assert unread_dates(step=1) == []


@pytest.mark.slow
def test_every_moment_from_1990_to_2035_reads_back():
    assert unread_moments(step=1) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18 noyabr, 2025", "2025-11-18"),
        ("noyabr 2025", "2025-11"),
        ("2025-11-18", "2025-11-18"),
        ("2025-11-18T13:54", "2025-11-18T13:54"),
        ("2025-11-18T09:54:00Z", "2025-11-18T13:54"),
        ("2025-11-18T13:54:00+04:00", "2025-11-18T13:54"),
        ("2015-07-18T09:54:00Z", "2015-07-18T14:54"),
        ("Tue, 18 Nov 2025 13:54:00 +0400", "2025-11-18T13:54"),
        ("November 18, 2025", "2025-11-18"),
        ("18 ноября 2025", "2025-11-18"),
        ("18 Kasım 2025", "2025-11-18"),
        ("18 noyabr 2025 13:54 UTC", "2025-11-18T17:54"),
        (" 18.11.2025 - 13:54 ", "2025-11-18T13:54"),
        ("dünən", "PAST_REF"),
    ],
)
def test_what_is_one_date_is_read(text, value):
    assert parse_date(text).value == value


def test_a_relative_date_is_anchored():
    assert parse_date("dünən", published="2025-11-18").to_datetime() == date(2025, 11, 17)


@pytest.mark.parametrize(
    "text",
    [
        "", "abc", "907 saylı qərar", "35 yaş", "3:1", "10-12", "1.5", "2025", "3 days ago",
        "yesterday", "18 noyabr və 20 noyabr", "32.13.2025", "30 fevral 2025", "\x00", "\ud800",
        "1 2 3 4", "+994 12 598 00 00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert parse_date(text) is None


def test_strict_says_what_was_read():
    with pytest.raises(ValueError, match="35 yaş"):
        parse_date("35 yaş", strict=True)


def test_an_unreadable_anchor_is_an_error():
    with pytest.raises(OptionError, match="səhv"):
        parse_date("dünən", published="səhv")
