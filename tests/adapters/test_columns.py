"""CoNLL-U and IOB2: the package ``conllu`` and the tags' own rules read them back."""

import re

import pytest

from azmedia_nlp import from_dict, parse_article
from azmedia_nlp.adapters import to_conllu, to_iob2
from azmedia_nlp.adapters.tokens import tagged_sentences, tokens_of
from azmedia_nlp.names.bio import from_tags
from viewer.hostile import HOSTILE
from viewer.pages import MUSEUM, museum

TEXTS = [MUSEUM, HOSTILE, "", "Bir", "Bakı-Sumqayıt yolu. “Bakı”, “Şəki”…\r\nİki\u00a0söz"]


@pytest.mark.parametrize("text", TEXTS)
def test_conllu_gives_back_the_tokens_and_the_sentences(text):
    conllu = pytest.importorskip("conllu")
    article = parse_article(text)
    sentences = conllu.parse(to_conllu(article))
    expected = list(tagged_sentences(article))
    assert len(sentences) == len(expected)
    for number, (sentence, rows) in enumerate(zip(sentences, expected, strict=True), start=1):
        assert sentence.metadata["sent_id"] == str(number)
        assert [token["form"] for token in sentence] == [row.token.text for row in rows]
        shown = "".join(
            token["form"] + ("" if token["misc"].get("SpaceAfter") == "No" else " ")
            for token in sentence
        )
        assert shown.rstrip() == sentence.metadata["text"]


def test_offsets_names_and_values_come_back():
    conllu = pytest.importorskip("conllu")
    article = museum()
    rows = [token for sentence in conllu.parse(to_conllu(article)) for token in sentence]
    for row in rows:
        start, end = map(int, row["misc"]["TokenRange"].split(":"))
        assert article.text[start:end] == row["form"]
    begun = [row["misc"]["Entity"] for row in rows if row["misc"].get("NER", "")[:1] == "B"]
    assert begun == [mention.entity for mention in article.mentions]
    values = [row["misc"]["TimexValue"] for row in rows if row["misc"].get("Timex", "")[:1] == "B"]
    assert values == [time.value for time in article.times]


def test_conllu_has_ten_columns_and_an_empty_line_behind_each_sentence():
    blocks = to_conllu(museum()).split("\n\n")
    assert blocks[-1] == ""
    for line in "\n".join(blocks).splitlines():
        assert line.startswith("#") or line == "" or line.count("\t") == 9


@pytest.mark.parametrize("text", TEXTS)
def test_iob2_is_legal_and_has_every_token(text):
    article = parse_article(text)
    rows = [line.split("\t") for line in to_iob2(article).split("\n") if line]
    assert [form for form, _ in rows] == [token.text for token in tokens_of(article)]
    before = "O"
    for _, tag in rows:
        assert re.fullmatch(r"O|[BI]-[A-Z]+", tag)
        if tag[0] == "I":
            assert before[2:] == tag[2:]
        before = tag


def test_iob2_gives_back_the_names():
    article = museum()
    tags = [line.split("\t")[1] for line in to_iob2(article).split("\n") if line]
    tokens = tokens_of(article)
    spans = [(tokens[s.start].start, s.label) for s in from_tags(tags)]
    assert spans == [(mention.start, mention.label) for mention in article.mentions]


def test_two_names_that_touch_begin_twice():
    text = "Elçin QaralıNərmin"
    data = parse_article(text).to_dict()
    data["mentions"] = [
        {"start": 0, "end": 5, "label": "PER", "name": "Elçin", "entity": "e1", "rule": ""},
        {"start": 6, "end": 18, "label": "PER", "name": "Qaralı", "entity": "e2", "rule": ""},
    ]
    assert to_iob2(from_dict(data)) == "Elçin\tB-PER\nQaralıNərmin\tB-PER\n\n"


def test_an_article_read_back_without_tokens_is_written_as_well():
    article = museum()
    assert to_conllu(from_dict(article.to_dict())) == to_conllu(article)
