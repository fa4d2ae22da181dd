"""Wire credits: *"Report" xəbər verir ki*, *APA-nın məlumatına görə*, *… istinadən*.

A credit opens a frame and says where the news comes from; what follows is the newsroom's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from azmedia_nlp.annotations import Mention, Source
from azmedia_nlp.quotations.cues import Predicate
from azmedia_nlp.quotations.outlets import is_outlet
from azmedia_nlp.quotations.page import Page

_REFERRING: Final = frozenset({"istinadən", "istinadla"})
_WIRE_LEMMAS: Final = frozenset({"xəbər vermək"})


def credit_end(page: Page, items: Sequence[int], cues: Sequence[Predicate]) -> int:
    """The position behind the credit that opens a frame, 0 where there is none."""
    for cue in cues:
        if not cue.tells or cue.last >= len(items) or page.words[items[cue.last]] != "ki":
            continue
        return _behind(page, items, cue.last) if _is_credit(page, items, cue) else 0
    for at, item in enumerate(items[:-1]):
        if page.words[item] in ("görə", "əsasən") and _outlet_in(page, items[:at]):
            return _behind(page, items, at)
    return 0


def _is_credit(page: Page, items: Sequence[int], cue: Predicate) -> bool:
    if cue.lemma in _WIRE_LEMMAS:
        return True
    before = items[: cue.first]
    if any(page.words[item] in _REFERRING for item in before):
        return True
    named = [mention for item in before if (mention := page.starts_mention(item)) is not None]
    return bool(named) and not any(mention.label == "PER" for mention in named) and is_outlet(
        page, named[-1]
    ) and named[-1].text == named[-1].name


def _outlet_in(page: Page, items: Sequence[int]) -> Mention | None:
    for item in items:
        mention = page.starts_mention(item)
        if mention is not None and is_outlet(page, mention):
            return mention
    return None


def _behind(page: Page, items: Sequence[int], at: int) -> int:
    at += 1
    return at + 1 if at < len(items) and page.words[items[at]] == "," else at


def find_sources(page: Page, views: Sequence) -> tuple[Source, ...]:
    """The credited outlets."""
    return ()
