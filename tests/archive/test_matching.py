"""Keys and readings: what is one name to a reader is one name to a question."""

import pytest

from azmedia_nlp.archive.lookup import word_patterns
from azmedia_nlp.archive.matching import fold, readings, typed


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Əliyev", "ALIYEV"),
        ("Əliyev", "Aliev"),
        ("Quliyev", "Guliyev"),
        ("Hüseynov", "huseynov"),
        ("Cəfərov", "Jafarov"),
        ("Xəlilov", "Khalilov"),
        ("Şahmarzadə", "Shahmarzada"),
        ("Çingiz", "Chingiz"),
        ("Ağayev", "Aghayev"),
        ("İSMAYIL", "ismayıl"),
        ("“Mavi Dalğa”", "Mavi dalğa"),
        ("sәrgi", "sərgi"),
    ],
)
def test_two_spellings_have_one_key(left, right):
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Əliyev", "Əliyeva"), ("Emin", "Əmin"), ("Sara", "Şara"), ("Can", "Çan")]
)
def test_two_names_have_two_keys(left, right):
    assert fold(left) != fold(right)


def test_a_plain_keyboard_is_understood():
    assert typed(fold("Elçin Əliyev")) == typed(fold("elcin eliyev"))


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("Əliyevin", "Əliyev"),
        ("Bakıdan", "Bakı"),
        ("Mədəniyyət Nazirliyinin", "Mədəniyyət Nazirliyi"),
        ("Mərkəzi Bankın", "Mərkəzi Bank"),
        ("ABŞ-ın", "ABŞ"),
        ("BMT", "Birləşmiş Millətlər Təşkilatı"),
    ],
)
def test_endings_and_acronyms_are_seen_through(query, reading):
    assert readings(query)[0] == fold(query)
    assert fold(reading) in readings(query)


def test_a_name_is_first_what_it_says():
    assert readings("Əliyeva")[0] == fold("Əliyeva")
    assert readings("Əliyevə")[0] == fold("Əliyev")


def test_nothing_means_nothing():
    assert readings(" ") == ()
    assert list(word_patterns(" ")) == []
