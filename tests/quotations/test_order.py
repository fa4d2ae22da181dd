"""What a word of saying comes from does not hang on the order of a set."""

from azmedia_nlp import parse_article


def test_a_verb_of_saying_wins_over_the_phrases_it_is_light_in():
    article = parse_article("Elçin Qaralının bildirdiyinə görə, yol mayda açılacaq.")
    assert [quotation.cue.lemma for quotation in article.quotations] == ["bildirmək"]
