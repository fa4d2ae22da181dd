"""Wire credits: *"Report" xəbər verir ki*, *APA-nın məlumatına görə*, *… istinadən*.

A credit opens a frame and says where the news comes from; what follows is the newsroom's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from azmedia_nlp.quotations.cases import place_mention
from azmedia_nlp.quotations.cues import Predicate
from azmedia_nlp.quotations.nouns import type_words
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page

_REFERRING: Final = frozenset({"istinadən", "istinadla"})
_BASES: Final = frozenset({"görə", "əsasən"})
_WIRE_LEMMAS: Final = frozenset({"xəbər vermək"})


def credit_end(page: Page, items: Sequence[int], cues: Sequence[Predicate]) -> int:
    """The position behind the credit that opens a frame, 0 where there is none."""
    basis = next((at for at, item in enumerate(items) if page.words[item] in _BASES), None)
    if basis is not None and _names_outlet(page, items[:basis], "gen"):
        return _behind(page, items, basis)
    for cue in cues:
        if cue.tells and cue.last < len(items) and page.words[items[cue.last]] == "ki":
            return _behind(page, items, cue.last) if _is_credit(page, items, cue) else 0
    return 0


def _is_credit(page: Page, items: Sequence[int], cue: Predicate) -> bool:
    before = items[: cue.first]
    if cue.lemma in _WIRE_LEMMAS or any(page.words[item] in _REFERRING for item in before):
        return True
    named = [mention for item in before if (mention := page.starts_mention(item)) is not None]
    if any(mention.label == "PER" for mention in named):
        return False
    return not cue.is_passive and _names_outlet(page, before, "nom")


def _names_outlet(page: Page, items: Sequence[int], case: str) -> bool:
    for at, item in enumerate(items):
        mention = page.starts_mention(item)
        if mention is not None and is_outlet(page, mention):
            if place_mention(page, items, at, mention, type_words()).case == case:
                return True
    return False


def _behind(page: Page, items: Sequence[int], at: int) -> int:
    at += 1
    return at + 1 if at < len(items) and page.words[items[at]] == "," else at


def find_sources(page: Page, views: Sequence) -> tuple:
    """The credited outlets."""
    return ()
