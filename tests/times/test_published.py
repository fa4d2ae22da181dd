"""The publication date: the argument wins, then the date lines, then a dateline with its year."""

from datetime import date, datetime, timezone

import pytest

from azmedia_nlp.errors import OptionError
from azmedia_nlp.segmentation import segment
from azmedia_nlp.times import extract_times, read_published

TITLE = "Lerikdə yeni məktəb açılıb"
BODY = "Tədbirdə valideynlər və müəllimlər iştirak ediblər."


def published(text, argument=None):
    return read_published(segment(text), argument).value


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("- 18 noyabr, 2025\n- 13:54", "2025-11-18T13:54:00+04:00"),
        ("13:54\n18 noyabr 2025", "2025-11-18T13:54:00+04:00"),
        ("18 noyabr 2025, 13:54", "2025-11-18T13:54:00+04:00"),
        ("18.11.2025 | 13:54", "2025-11-18T13:54:00+04:00"),
        ("13:54 18 Noyabr 2025", "2025-11-18T13:54:00+04:00"),
        ("2025-11-18 13:54", "2025-11-18T13:54:00+04:00"),
        ("18 noyabr 2025-ci il", "2025-11-18"),
        ("18/11/2025", "2025-11-18"),
        ("18.07.2015 13:54", "2015-07-18T13:54:00+05:00"),
        ("📅 18.11.2025 🕐 13:54", "2025-11-18T13:54:00+04:00"),
        ("2025, 18 Noyabr, Çərşənbə axşamı, Bakı vaxtı 13:54", "2025-11-18T13:54:00+04:00"),
        ("18 Nov 2025 | 13:54", "2025-11-18T13:54:00+04:00"),
        ("18 Kasım 2025 Salı", "2025-11-18"),
    ],
)
def test_date_lines_are_read(lines, value):
    assert published(f"{TITLE}\n{lines}\n{BODY}") == value


def test_a_date_line_at_the_end_is_read():
    assert published(f"{TITLE}\n{BODY}\n{BODY}\n18.11.2025 13:54") == "2025-11-18T13:54:00+04:00"


def test_a_dateline_with_its_year_is_read():
    assert published(f"{TITLE}\nBAKI, 18 noyabr 2025, AZƏRTAC. {BODY}") == "2025-11-18"


@pytest.mark.parametrize(
    "text", [f"{TITLE}\nBAKI, 18 noyabr, AZƏRTAC. {BODY}", f"{TITLE}\n{BODY}", ""]
)
def test_what_states_no_full_date_gives_none(text):
    assert published(text) is None


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        (datetime.fromisoformat("2025-11-18T13:54"), "2025-11-18T13:54:00+04:00"),
        (datetime(2025, 11, 18, 9, 54, tzinfo=timezone.utc), "2025-11-18T13:54:00+04:00"),
        (date(2025, 11, 18), "2025-11-18"),
        ("2025-11-18", "2025-11-18"),
        ("2025-11-18T13:54", "2025-11-18T13:54:00+04:00"),
        ("18 noyabr 2025, 13:54", "2025-11-18T13:54:00+04:00"),
        ("Tue, 18 Nov 2025 09:54:00 GMT", "2025-11-18T13:54:00+04:00"),
    ],
)  # fmt: skip
def test_the_argument_wins(argument, value):
    assert published(f"{TITLE}\n5 may 2020\n{BODY}", argument) == value


@pytest.mark.parametrize("argument", ["", "dünən", "noyabr", "səhv", 20251118])
def test_an_unreadable_argument_says_what_is_taken(argument):
    with pytest.raises(OptionError, match="published="):
        published(TITLE, argument)


def test_date_lines_are_times_too():
    times = extract_times(f"{TITLE}\n- 18 noyabr, 2025\n- 13:54\n{BODY}")
    assert [(time.text, time.value) for time in times] == [
        ("18 noyabr, 2025", "2025-11-18"),
        ("13:54", "2025-11-18T13:54"),
    ]
