"""Wire credits: *"Report" xəbər verir ki*, *APA-nın məlumatına görə*, *… istinadən*.

A credit opens a frame and says where the news comes from; what follows is the newsroom's.
"""

from __future__ import annotations

from collections.abc import Sequence

from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.morphology.verbs import read_nominal
from azmedia_nlp.names.aliases import known_alias
from azmedia_nlp.names.words import read_word
from azmedia_nlp.quotations.cases import place_mention, possessed_case
from azmedia_nlp.quotations.cues import Predicate
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.vocabulary import particles, type_words


def credit_end(page: Page, items: Sequence[int], cues: Sequence[Predicate]) -> int:
    """The position behind the credit that opens a frame, 0 where there is none.

    The newsroom's own *qeyd edək ki* opens a frame in the same way.
    """
    bases = particles("basis")
    basis = next((at for at, item in enumerate(items) if page.words[item] in bases), None)
    reports = basis and _is_report(page, items, basis - 1)
    if basis and reports and _names_outlet(page, items[:basis], ("gen", "nom")):
        return _behind(page, items, basis)
    for cue in cues:
        if cue.is_newsroom and cue.opens_clause:
            return _behind(page, items, cue.last)
        if cue.tells and cue.opens_clause:
            return _behind(page, items, cue.last) if _is_credit(page, items, cue) else 0
    return 0


def _is_credit(page: Page, items: Sequence[int], cue: Predicate) -> bool:
    before = items[: cue.first]
    references = particles("reference")
    if "wire" in cue.takes or any(page.words[item] in references for item in before):
        return True
    named = [mention for item in before if (mention := page.starts_mention(item)) is not None]
    if cue.is_passive or any(mention.label == "PER" for mention in named):
        return False
    return _names_outlet(page, before, ("nom",)) or is_quoted_writer(page, before, cue)


def is_quoted_writer(page: Page, items: Sequence[int], cue: Predicate) -> bool:
    """Whether a name that *writes* or *reports* is an outlet no lexicon knows.

    It stands in marks, or it is a body that no lexicon knows and no type word heads.
    """
    if not items or not ("press" in cue.takes or "wire" in cue.takes):
        return False
    mention = page.starts_mention(items[0])
    if mention is None or mention.end < page.tokens[items[-1]].end:
        return len(items) == 3 and page.words[items[0]] in QUOTATION_MARKS
    typed = read_word(page.tokens[items[-1]].text).head is not None
    return mention.label == "ORG" and not typed and known_alias(lower(mention.name)) is None


def _is_report(page: Page, items: Sequence[int], at: int) -> bool:
    """Whether a basis is somebody's report: *məlumatına, yazdığına; əldə etdiyi məlumata*."""
    word = page.words[items[at]]
    if possessed_case(word) == "dat" or read_nominal(word):
        return True
    return at > 0 and read_nominal(page.words[items[at - 1]]) is not None


def _names_outlet(page: Page, items: Sequence[int], cases: tuple[str, ...]) -> bool:
    return any(
        (mention := page.starts_mention(item)) is not None
        and is_outlet(page, mention)
        and place_mention(page, items, at, mention, type_words()).case in cases
        for at, item in enumerate(items)
    )


def _behind(page: Page, items: Sequence[int], at: int) -> int:
    at += 1
    return at + 1 if at < len(items) and page.words[items[at]] == "," else at
