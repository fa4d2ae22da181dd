"""What Stanza's trainers are given: tags by token, labels by character, vectors by word."""

import pytest

from azmedia_nlp.engines.gold import example
from azmedia_nlp.engines.stanza.data import ner_sentences, tokenizer_text
from azmedia_nlp.engines.stanza.vectors import write_vectors
from azmedia_nlp.segmentation import segment

TEXT = "Nərmin Qaratağlı gəldi. ABŞ-ın 1 250 000 manatı var.\nBu, azdır"


def gold(**names):
    mentions = [
        {"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "label": label}
        for label, name in names.items()
    ]
    return {"text": TEXT, "mentions": mentions}


def test_names_are_sentences_of_tokens_with_tags():
    sentences = list(ner_sentences(example(gold(PER="Nərmin Qaratağlı", GPE="ABŞ"))))
    assert [[token["text"] for token in sentence] for sentence in sentences] == [
        ["Nərmin", "Qaratağlı", "gəldi", "."],
        ["ABŞ-ın", "1 250 000", "manatı", "var", "."],
        ["Bu", ",", "azdır"],
    ]
    assert [token["ner"] for token in sentences[0]] == ["B-PER", "E-PER", "O", "O"]
    assert sentences[1][0]["ner"] == "S-GPE"


def test_every_character_has_a_label():
    labelled = tokenizer_text([segment(TEXT)])
    text = "Nərmin Qaratağlı gəldi. ABŞ-ın 1 250 000 manatı var.\n\nBu, azdır"
    drawn = "000001000000000100000012000000100000000010000001000012\n\n0110000002"
    assert labelled.text == text
    assert len(labelled.labels) == len(text)
    ends = [at for at, label in enumerate(labelled.labels) if label in "12"]
    assert [text[at] for at in ends] == list("nıi.n0ır.u,r")
    assert [at for at, label in enumerate(labelled.labels) if label == "2"] == [
        text.index("."), text.index("var.") + 3, len(text) - 1,
    ]  # fmt: skip
    assert drawn.count("2") == labelled.labels.count("2")


def test_vectors_are_stanzas_and_know_neighbours(tmp_path):
    pytest.importorskip("stanza", reason="the extra azmedia_nlp[stanza] is not installed")
    from stanza.models.common.pretrain import Pretrain

    sentences = [["Bakı", "şəhəri", "böyükdür"], ["Gəncə", "şəhəri", "böyükdür"]] * 5
    sentences += [["nazir", "deyib"], ["səfir", "deyib"]] * 5
    path = tmp_path / "vectors.pt"
    assert write_vectors(sentences, path, size=4) == 7
    pretrain = Pretrain(str(path))
    row = {word: pretrain.emb[pretrain.vocab.unit2id(word)] for word in ("bakı", "gəncə", "nazir")}
    assert row["bakı"] @ row["gəncə"] > row["bakı"] @ row["nazir"]
    assert pretrain.emb[0].abs().sum() == 0
