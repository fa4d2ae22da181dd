"""Numerals in words against an independent speller, and back."""

import random

import pytest
from aznum2words import num2words

from azmedia_nlp.times.numerals import (
    ordinal,
    read_numeral,
    read_ordinal,
    read_roman,
    spell,
    to_roman,
)

SAMPLE = [*range(0, 2000, 7), *(random.Random(1).randrange(10**15) for _ in range(300)), 10**15]


@pytest.mark.parametrize("numbers", [SAMPLE], ids=["sample"])
def test_numerals_read_back(numbers):
    assert [read_numeral(num2words(number)) for number in numbers] == numbers
    assert [read_numeral(spell(number)) for number in numbers] == numbers


@pytest.mark.slow
def test_every_numeral_to_ten_thousand_reads_back():
    assert all(read_numeral(num2words(number)) == number for number in range(10_001))


def test_ordinals_read_back():
    assert all(read_ordinal(ordinal(spell(number))) == number for number in range(1, 1000))


def test_roman_figures_read_back():
    assert all(read_roman(to_roman(number)) == number for number in range(1, 4000))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("İYİRMİ BEŞ", 25),
        ("min doqquz yüz doxsan üç", 1993),
        ("bir min", 1000),
        ("iki milyon üç min beş", 2_003_005),
        ("üç yüz milyard", 300_000_000_000),
    ],
)
def test_numerals_in_any_case(words, number):
    assert read_numeral(words) == number


@pytest.mark.parametrize(
    "words", ["", "beş iyirmi", "iyirmi on", "yüz yüz", "min milyon", "alma", "beş sıfır"]
)
def test_what_makes_no_number_is_none(words):
    assert read_numeral(words) is None


@pytest.mark.parametrize("number", [-1, 10**18])
def test_numbers_without_a_word_raise(number):
    with pytest.raises(ValueError, match=str(number)):
        spell(number)


@pytest.mark.parametrize("figures", ["", "IIII", "VX", "IC", "ABC", "xix"])
def test_ill_formed_roman_figures_are_none(figures):
    assert read_roman(figures) is None
