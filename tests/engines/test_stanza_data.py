"""What Stanza's trainers are given: tags by token, labels by character, vectors by word."""

import json

import pytest

from azmedia_nlp import OptionError
from azmedia_nlp.engines.gold import example, read_examples, read_gold
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
    drawn = "0000010000000001000001200000010000000001000000100012\n\n011000002"
    assert labelled == (text, drawn)


def test_lines_are_those_of_the_file_not_of_its_texts(tmp_path):
    path = tmp_path / "gold.jsonl"
    text = "Salam.\u2028Yol açılıb.\x85Sağ olun."
    line = json.dumps({"text": text, "mentions": []}, ensure_ascii=False)
    path.write_text(f"{line}\n\n{line}\n", encoding="utf-8")
    assert [gold["text"] for gold in read_gold(path)] == [text, text]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"mentions": []}',
        '{"text": "Salam."}',
        '{"text": "Salam.", "mentions": [{"start": 0, "end": "5", "label": "PER"}]}',
    ],
)
def test_a_line_that_is_no_annotated_article_is_told_with_its_place(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "text": "Salam.", "mentions": []}\n' + line + "\n")
    with pytest.raises(OptionError, match=r"gold\.jsonl:2: no annotated article"):
        list(read_examples(path))


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
