"""Our articles as Stanza's documents and back, and our rooms in Stanza's pipeline."""

import doctest
import io
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

import seed_gold
from azmedia_nlp import OptionError, from_dict, parse_article
from azmedia_nlp.adapters.stanza import (
    RESOURCES,
    from_stanza,
    pipeline,
    read_conllu,
    register,
    to_stanza,
    write_conllu,
)
from strategies import texts

stanza = pytest.importorskip("stanza", reason="the extra azmedia_nlp[stanza] is not installed")
CoNLL = stanza.utils.conll.CoNLL
EMPTY = 7 * "\t_"  # the columns between form and MISC
SEED = seed_gold.SEED.read_text(encoding="utf-8")
TEXT = """Şəkidə yeni muzey açılıb
14 mart 2025, 16:20
Şəki şəhərində “İpək yolu” muzeyi açılıb.
Muzeyin açılışında Mədəniyyət Nazirliyinin şöbə müdiri Nərmin Qaratağlı iştirak edib.
N.Qaratağlı bildirib ki, ilk sərgi ABŞ-ın dəstəyi ilə mayın 12-də açılacaq.
"""


@pytest.fixture(scope="module")
def ours():
    return pipeline()


def without_rules(article):
    """The article, whoever told it its mentions."""
    mentions = tuple(msgspec.structs.replace(each, rule="") for each in article.mentions)
    return msgspec.structs.replace(article, mentions=mentions)


@pytest.mark.parametrize("text", [SEED, TEXT], ids=["seed", "museum"])
def test_a_document_gives_its_article_back(text):
    article = parse_article(text)
    assert from_stanza(to_stanza(article)) == article


def test_a_document_has_names_where_stanza_has_them():
    document = to_stanza(parse_article(TEXT))
    assert ("Nərmin Qaratağlı", "PER") in [(each.text, each.type) for each in document.ents]
    # A token is Stanza's smallest piece, so the ending comes along.
    assert ("ABŞ-ın", "GPE") in [(each.text, each.type) for each in document.ents]
    assert all(TEXT[each.start_char : each.end_char] == each.text for each in document.ents)


def test_an_article_without_tokens_gets_them():
    article = parse_article(TEXT)
    bare = from_dict(article.to_dict())
    assert bare.tokens == ()
    assert from_stanza(to_stanza(bare)) != bare
    assert to_stanza(bare).num_tokens == len(article.tokens)


@pytest.mark.parametrize("text", [SEED, TEXT], ids=["seed", "museum"])
def test_conllu_loses_nothing(text):
    article = parse_article(text)
    assert read_conllu(write_conllu(article)) == article


def test_conllu_is_stanzas_and_has_names_in_misc(tmp_path):
    written = write_conllu(parse_article(TEXT))
    line = next(line for line in written.splitlines() if "\tABŞ-ın\t" in line)
    misc = line.split("\t")[9].split("|")
    assert {"NER=B-GPE", "ner=S-GPE", "Stem=3"} <= set(misc)
    path = tmp_path / "article.conllu"
    path.write_text(written, encoding="utf-8")
    document = CoNLL.conll2doc(str(path))
    assert from_stanza(document) == parse_article(TEXT)


def test_stanzas_own_serialization_loses_nothing():
    article = parse_article(TEXT)
    document = stanza.Document.from_serialized(to_stanza(article).to_serialized())
    assert from_stanza(document) == article


@given(texts)
@settings(max_examples=60, deadline=None)
def test_any_text_goes_there_and_back(text):
    article = parse_article(text)
    document = to_stanza(article)
    if document.sentences:
        assert from_stanza(document) == article
        assert read_conllu(write_conllu(article)) == article


def test_a_text_without_words_is_a_document_without_sentences():
    document = to_stanza(parse_article(" \n"))
    assert document.sentences == []
    assert from_stanza(document).text == " \n"


def test_conllu_of_another_tool_is_read_by_our_rooms():
    words = "Nazir _|Aysel NER=B-PER|Qaralı NER=I-PER|mayın _|12-də SpaceAfter=No|. _"
    rows = enumerate((word.split() for word in words.split("|")), start=1)
    conllu = "".join(f"{at}\t{form}{EMPTY}\t{misc}\n" for at, (form, misc) in rows)
    article = from_stanza(CoNLL.conll2doc(input_str=conllu), published="2025-03-14")
    assert article.text.strip() == "Nazir Aysel Qaralı mayın 12-də."
    assert [(each.text, each.label) for each in article.mentions] == [("Aysel Qaralı", "PER")]
    assert [each.value for each in article.times] == ["2025-05-12"]
    assert [each.title.text for each in article.roles] == ["Nazir"]


def test_a_damaged_comment_is_told():
    document = to_stanza(parse_article(TEXT))
    document.sentences[0].set_comment("azmedia", '{"title": 7}')
    with pytest.raises(OptionError):
        from_stanza(document)


def test_the_pipeline_reads_what_the_library_reads(ours):
    document = ours(TEXT)
    article = parse_article(TEXT)
    assert without_rules(document.article) == without_rules(article)
    assert document.times == article.times
    assert document.roles == article.roles
    assert document.quotations == article.quotations
    written = io.StringIO()
    CoNLL.write_doc2conll(document, written)
    assert read_conllu(written.getvalue()) == document.article


def test_stanzas_own_call_takes_our_variants():
    register()
    made = stanza.Pipeline(
        "az",
        processors={"tokenize": "azmedia", "ner": "azmedia"},
        download_method=None,
        resources_filepath=RESOURCES,
        logging_level="ERROR",
    )
    document = made(TEXT)
    article = parse_article(TEXT)
    assert [each.text for each in document.iter_tokens()] == [each.text for each in article.tokens]
    assert [each.text for each in document.sentences] == [each.text for each in article.sentences]
    assert len(document.ents) == len(article.mentions)
    assert document.article is None
    assert document.times == ()
    assert str(made)


def test_many_documents_at_once(ours):
    many = ours.bulk_process([TEXT, "Bakıda yağış yağıb.", SEED])
    assert [document.article for document in many] == [
        ours(text).article for text in (TEXT, "Bakıda yağış yağıb.", SEED)
    ]


def test_the_date_of_publication_is_an_option():
    document = pipeline(news_published="2025-03-14")("Sərgi dünən açılıb.")
    assert [each.value for each in document.times] == ["2025-03-13"]


def test_a_pretokenized_text_keeps_its_tokens():
    made = pipeline(processors={"tokenize": "azmedia", "ner": "azmedia", "news": "azmedia"})
    document = made.processors["ner"].process(
        stanza.Document([[{"id": (1,), "text": "Bakıda"}, {"id": (2,), "text": "yağışdır"}]])
    )
    assert [each.text for each in document.ents] == ["Bakıda"]


def test_nothing_is_turned_round(ours):
    """Stanza counts ``az`` among the languages that run from right to left."""
    assert stanza.models.common.constant.is_right_to_left("az")
    document = ours(TEXT)
    starts = [token.start_char for token in document.iter_tokens()]
    assert starts == sorted(starts)
    assert all(
        TEXT[each.start_char : each.end_char] == each.text for each in document.iter_tokens()
    )
    assert "".join(each.text for each in document.iter_tokens()).startswith("Şəkidəyeni")
    written = write_conllu(document.article)
    assert "\u202e" not in written
    assert "\u200f" not in written
    assert [line.split("\t")[1] for line in written.splitlines()[3:6]] == [
        "Şəkidə",
        "yeni",
        "muzey",
    ]


def test_the_examples_of_the_page_run():
    page = Path(__file__).parents[2] / "docs" / "stanza.md"
    blocks = re.findall(r"```py\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    test = doctest.DocTestParser().get_doctest("".join(blocks), {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    assert len(blocks) == 3
    assert runner.failures == 0
