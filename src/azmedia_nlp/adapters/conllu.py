"""CoNLL-U: sentences of tokens, with names and times in the last column.

The library does not parse syntax: lemma, part of speech, features and heads are ``_``. MISC holds
``TokenRange`` (offsets into the article), ``NER`` and ``Timex`` (IOB2), ``Entity`` (its id),
``TimexValue``, and ``SpaceAfter=No``, as far as each applies.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from azmedia_nlp.adapters.tokens import Tagged, bio, in_one_line, tagged_sentences
from azmedia_nlp.annotations import Article


def to_conllu(article: Article, *, document: str | None = None) -> str:
    r"""The article in CoNLL-U; *document* is an id for the comment ``# newdoc``.

    >>> from azmedia_nlp import parse_article
    >>> columns = to_conllu(parse_article("Elçin Bakıdadır.")).splitlines()[3].split("\t")
    >>> columns[:2], columns[9]
    (['1', 'Elçin'], 'TokenRange=0:5|NER=B-PER|Entity=e1')
    """
    lines = []
    for number, sentence in enumerate(tagged_sentences(article), start=1):
        if number == 1:
            lines.append(f"# newdoc id = {in_one_line(document)}" if document else "# newdoc")
        rows = [*_rows(sentence)]
        lines += [f"# sent_id = {number}", f"# text = {_text(sentence)}", *rows, ""]
    return "".join(f"{line}\n" for line in lines)


def _rows(sentence: list[Tagged]) -> Iterator[str]:
    for number, (row, after) in enumerate(zip_longest(sentence, sentence[1:]), start=1):
        blank = "_\t" * 7
        misc = "|".join(_misc(row, spaced=after is None or row.token.end < after.token.start))
        yield f"{number}\t{in_one_line(row.token.text)}\t{blank}{misc}"


def _misc(row: Tagged, *, spaced: bool) -> Iterator[str]:
    yield f"TokenRange={row.token.start}:{row.token.end}"
    if row.mention:
        yield f"NER={bio(row.mention.label, begins=row.begins_mention)}"
        yield f"Entity={row.mention.entity}"
    if row.time:
        yield f"Timex={bio(row.time.type, begins=row.begins_time)}"
        yield f"TimexValue={row.time.value}"
    if not spaced:
        yield "SpaceAfter=No"


def _text(sentence: list[Tagged]) -> str:
    """The words with one space wherever there was white space, as CoNLL-U asks."""
    text = ""
    at = sentence[0].token.start
    for row in sentence:
        text += " " * (row.token.start > at) + in_one_line(row.token.text)
        at = row.token.end
    return text
