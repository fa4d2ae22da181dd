"""The clean view and the way back from it."""

import pytest
from hypothesis import given, settings

from azmedia_nlp.normalization import normalize, normalize_text
from strategies import texts


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("bir\r\niki\rüç\u2028dörd", "bir\niki\nüç\ndörd"),
        ("\ufeffBakı", "Bakı"),
        ("30\u00a0avqust\u202f2012\u2009il", "30 avqust 2012 il"),
        ("sent\u00adyabr\u200b", "sentyabr"),
        ("gəli\u0307b I\u0307ran o\u0308lkə", "gəlib İran ölkə"),
        ("sәssiz Әli ǝsas", "səssiz Əli əsas"),
        ("SОCАR Bакı", "SOCAR Bakı"),
        ("paytaxt Cotonou, șəhər", "paytaxt Cotonou, şəhər"),
        ("Constanța", "Constanţa"),
        ("ＡＢＳ　２０２５", "ABS 2025"),
        ("&quot;Kür&quot; &amp; Araz&nbsp;&#8211; &#x130;ran&shy;", '"Kür" & Araz – İran'),
        ("ofis eﬁri", "ofis efiri"),
    ],
)
def test_what_is_put_right(text, clean):
    assert normalize_text(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "Сабаһ Бакыда сәрки ачылыр",
        "Президент",
        "R&B; AT&T &xyz; &",
        "naïve Çöl, Ağ, Şəki",
        "👨\u200d👩\u200d👧 bayramı",
        "tab\tvə  iki boşluq",
    ],
)
def test_what_stays(text):
    assert normalize_text(text) == text


def test_offsets_lead_back():
    text = "Sumqa\u00adyıt\r\n&quot;Kür&quot;"
    clean = normalize(text)
    at = clean.text.index("Kür")
    assert text[clean.start(at) : clean.end(at + 3)] == "Kür"
    assert text[clean.start(0) : clean.end(8)] == "Sumqa\u00adyıt"


@given(texts)
@settings(max_examples=100)
def test_the_way_back_stays_in_order_and_in_bounds(text):
    clean = normalize(text)
    starts = [clean.start(at) for at in range(len(clean.text))]
    ends = [clean.end(at + 1) for at in range(len(clean.text))]
    assert starts == sorted(starts)
    assert all(start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(texts)
@settings(max_examples=60)
def test_a_clean_text_stays_clean(text):
    clean = normalize_text(text)
    assert clean == normalize_text(clean) or "&" in text
