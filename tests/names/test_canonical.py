"""The nominative of a mention, alone and with an article's evidence."""

import pytest

from azmedia_nlp.names.canonical import Evidence, build_evidence, canonical
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.segmentation import segment
from notation import read_cells

NOTHING = Evidence({})


@pytest.mark.parametrize(("mention", "label", "name"), read_cells("canonical"))
def test_a_mention_has_its_nominative(mention, label, name):
    assert canonical(mention, label, NOTHING) == name


def test_forms_of_the_news_are_read():
    cases = read_cells("name_forms")
    wrong = [case for case in cases if canonical(case[0], case[1], NOTHING) != case[2]]
    assert len(cases) == 300
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Ömər Qavalov gəlib. Ömər Qavalova söz verilib.", "Ömər Qavalova", "Ömər Qavalov"),
        ("Tuqay Kan danışıb, Kan gülüb.", "Tuqay Kandan", "Tuqay Kan"),
        ("Qafinlə danışdıq, sonra Qafini gördük.", "Qafini", "Qafin"),
        ("Sonra Qafini gördük.", "Qafini", "Qafi"),
    ],
)
def test_the_article_decides_first(text, mention, name):
    assert canonical(mention, "PER", build_evidence(Reading(segment(text)))) == name


def test_a_letter_alone_takes_no_ending():
    assert canonical("B-m", "ORG", NOTHING) in ("B", "B-m")


def test_what_stands_whole_in_quotation_marks_is_left_alone():
    assert canonical("Sahildə", "ORG", NOTHING, quoted=True) == "Sahildə"
