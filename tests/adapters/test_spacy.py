"""spaCy: documents of ours, and the pipe by its entry point in pipelines of others."""

import pytest

from azmedia_nlp import parse_article
from azmedia_nlp.adapters import to_doc
from viewer.hostile import HOSTILE
from viewer.pages import MUSEUM, museum

spacy = pytest.importorskip("spacy")
TEXTS = [MUSEUM, HOSTILE, "", " ", "Bir  iki\n\n üç ", "\tƏli", "Əli \u00a0 gəlib.\r\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_document_has_the_text_as_it_is(text):
    article = parse_article(text)
    doc = to_doc(article)
    assert doc.text == text.replace("\ud800", "\ufffd")
    for ent, mention in zip(doc.ents, article.mentions, strict=True):
        assert ent.text.startswith(mention.text)  # and has the ending of its last token


def test_a_document_has_names_sentences_groups_and_the_article():
    article = museum()
    doc = to_doc(article)
    assert [(ent.label_, ent.ent_id_) for ent in doc.ents] == [
        (mention.label, mention.entity) for mention in article.mentions
    ]
    assert [sent.text.strip() for sent in doc.sents] == [one.text for one in article.sentences]
    assert [span.label_ for span in doc.spans["times"]] == [time.type for time in article.times]
    assert len(doc.spans["quotations"]) == len(article.quotations)
    assert doc._.azmedia.to_dict() == article.to_dict()


def test_the_pipe_is_found_by_its_entry_point():
    nlp = spacy.blank("az")
    nlp.add_pipe("azmedia", config={"published": "2025-03-14"})
    doc = nlp("Elçin Qaralı dünən Şəkiyə gəlib.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Elçin Qaralı", "PER"),
        ("Şəkiyə", "GPE"),
    ]
    assert doc._.azmedia.times[0].value == "2025-03-13"


@pytest.mark.parametrize("text", [MUSEUM, "", "Bakı"])
def test_the_pipe_reads_any_text(text):
    nlp = spacy.blank("az")
    nlp.add_pipe("azmedia")
    assert nlp(text)._.azmedia.text == text


def test_a_pipeline_and_its_documents_are_stored_and_read_back(tmp_path):
    nlp = spacy.blank("az")
    nlp.add_pipe("azmedia")
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    stored = spacy.tokens.DocBin(docs=[again(MUSEUM)], store_user_data=True).to_bytes()
    (doc,) = spacy.tokens.DocBin().from_bytes(stored).get_docs(again.vocab)
    assert doc._.azmedia.title == museum().title
    assert [ent.ent_id_ for ent in doc.ents] == [ent.ent_id_ for ent in again(MUSEUM).ents]
