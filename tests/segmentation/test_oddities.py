"""Warnings about scripts, languages and missing spaces, and what must not raise one."""

import pytest

from azmedia_nlp.segmentation import segment


def codes(text):
    return [warning.code for warning in segment(text).warnings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Бакыда сәркидә гырх рәсм нүмајиш олунур.", "script"),
        ("Президент прибыл в Баку с официальным визитом.", "script"),
        ("وزیر امور خارجه به باکو سفر کرد.", "script"),
        ("The minister said that the talks in Baku had been held with the ambassador.", "language"),
        (
            "Bakan, toplantının Bakü'de yapılacağını ve için çok önemli olduğunu belirtti.",
            "language",
        ),
        ("Der Minister ist mit dem Botschafter in die Stadt gekommen und das war gut.", "language"),
        ("Standartlar olacaq.Biz hazırıq.", "missing-space"),
        ("Nə olub?Heç nə olmayıb, dedi.", "missing-space"),
    ],
)
def test_odd_texts(text, code):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Salam",
        "OK",
        "12:30",
        "Sərgidə 40 rəsm nümayiş olunur.",
        "Bakida sergi acilib ve 40 resm numayis olunub, deyib. Hemin gun qonaqlar da olub.",
        "M.Ə.Rəsulzadə küçəsində Modern.az-ın və e-taxes.gov.az saytının ofisi var.",
        "Qol.TV efirdədir, İştap.AZ elanı var, S.A.K. imzası da.",
    ],
)
def test_ordinary_texts(text):
    assert codes(text) == []


def test_a_warning_points_at_the_stop():
    text = "Standartlar olacaq.Biz hazırıq."
    [warning] = segment(text).warnings
    assert text[warning.start : warning.end] == "."
