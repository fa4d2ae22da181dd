"""Lemmas, spans and rules of roles, which the drawn gold leaves out; the words themselves."""

from __future__ import annotations

import pytest

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.roles.vocabulary import (
    PersonTitle,
    is_object,
    offices,
    read_attribute,
    read_head,
)
from roles.test_corpora import read_drawing, read_roles


@pytest.mark.parametrize(
    ("line", "lemma"),
    [
        ("<ORG Nur Bankın|Nur Bank> baş direktoru <PER Elçin Qubalı> gəlib.", "direktor"),
        ("<ORG Nur Bankın|Nur Bank> İdarə Heyətinin sədri <PER Elçin Qubalı> gəlib.", "sədr"),
        ("Xarici işlər naziri <PER Elçin Qubalı> gəlib.", "nazir"),
        ("Maliyyə nazirinin müavini <PER Elçin Qubalı> gəlib.", "müavin"),
        ("Baş nazir <PER Elçin Qubalı> gəlib.", "baş nazir"),
        ("Millət vəkili <PER Elçin Qubalı> gəlib.", "millət vəkili"),
        ("Xalq artisti <PER Elçin Qubalı> gəlib.", "xalq artisti"),
        ("<ORG Nur Bankın|Nur Bank> mətbuat katibi <PER Elçin Qubalı> gəlib.", "mətbuat katibi"),
        ("Polis general-mayoru <PER Elçin Qubalı> gəlib.", "general-mayor"),
        ("İqtisad elmləri doktoru <PER Elçin Qubalı> gəlib.", "elmlər doktoru"),
        ("Dulusçu <PER Elçin Qubalı> gəlib.", "dulusçu"),
    ],
)
def test_lemma_is_what_the_holder_goes_by(line, lemma):
    (role,) = read_roles(read_drawing(line))
    assert role.title.lemma == lemma


@pytest.mark.parametrize(
    ("line", "span", "rule"),
    [
        (
            "Dünən <ORG Nur Bankın|Nur Bank> sədri <PER Elçin Qubalı> gəlib.",
            "Nur Bankın sədri Elçin Qubalı",
            "roles.before_name.title",
        ),
        (
            "<PER Elçin Qubalı> (iqtisadçı) gəlib.",
            "Elçin Qubalı (iqtisadçı",
            "roles.after_name.bracket",
        ),
        (
            "<PER Elçin Qubalı> <ORG Nur Bankın|Nur Bank> sədri seçilib.",
            "Elçin Qubalı Nur Bankın sədri",
            "roles.predicate",
        ),
    ],
)
def test_span_holds_owner_title_and_name(line, span, rule):
    (role,) = read_roles(read_drawing(line))
    assert (role.text, role.rule) == (span, rule)


def test_every_title_of_the_lexicon_reads_as_itself():
    unread = [
        row.stem
        for row in read_lexicon("titles", PersonTitle)
        if " " not in row.stem and (read_head(row.stem) is None or row.stem not in offices())
    ]
    assert unread == []


def test_every_class_has_titles():
    classes = {row.class_ for row in read_lexicon("titles", PersonTitle)}
    assert len(classes) == 16
    assert {"state", "diplomacy", "sport", "honour"} <= classes


@pytest.mark.parametrize("word", ["xarici", "birinci", "tamaşaçı", "alıcı", "həmkarı", "qonşusu"])
def test_what_looks_like_a_trade_is_none(word):
    assert read_head(word) is None


@pytest.mark.parametrize("word", ["brifinqdə", "edib", "olan", "keçirilmiş", "dünən", "iclasında"])
def test_what_ends_a_title(word):
    assert read_attribute(word) is None


@pytest.mark.parametrize("word", ["maliyyə", "müdafiə", "xarici", "insan", "departamentinin"])
def test_what_belongs_to_a_title(word):
    assert read_attribute(word) is not None
    assert not is_object(word)
