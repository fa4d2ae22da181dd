"""IOB2 in two columns, as taggers are trained on: a token, a tab, its tag."""

from __future__ import annotations

from azmedia_nlp.adapters.tokens import Tagged, bio, in_one_line, tagged_sentences
from azmedia_nlp.annotations import Article


def to_iob2(article: Article) -> str:
    r"""The article's tokens and the labels of its names; an empty line ends a sentence.

    >>> from azmedia_nlp import parse_article
    >>> to_iob2(parse_article("Elçin Bakıdadır.")).splitlines()
    ['Elçin\tB-PER', 'Bakıdadır\tB-GPE', '.\tO', '']
    """
    return "".join(
        "".join(f"{in_one_line(row.token.text)}\t{_tag(row)}\n" for row in sentence) + "\n"
        for sentence in tagged_sentences(article)
    )


def _tag(row: Tagged) -> str:
    return bio(row.mention.label if row.mention else None, begins=row.begins_mention)
