"""The case of a word or a mention, read off its ending."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.annotations import Mention
from azmedia_nlp.morphology import analyze
from azmedia_nlp.morphology.suffixes import Case
from azmedia_nlp.quotations.page import Page

_ENDING: Final = regex.compile(
    r"""(?P<gen>n?[ıiuü]n)$ | (?P<abl>n?[dt][aə]n)$ | (?P<loc>n?[dt][aə])$ | (?P<ins>y?l[aə])$
      | (?P<dat>[yn]?[aə])$ | (?P<acc>n?[ıiuü])$""",
    regex.VERBOSE,
)
_LONGEST_ENDING: Final = 6


class Placed(NamedTuple):
    """The case of a mention in its sentence, and the position behind all that is its own.

    What is its own: a closing mark, an ending set off, a type word (*“OpenAI” şirkətindən*).
    """

    case: Case
    behind: int


def place_mention(
    page: Page, items: Sequence[int], at: int, mention: Mention, types: frozenset[str]
) -> Placed:
    """The case of the mention that begins at a position; *types* are forms of type words."""
    behind = at + 1
    while behind < len(items) and page.tokens[items[behind]].start < mention.end:
        behind += 1
    last = page.tokens[items[behind - 1]]
    if last.end > mention.end:
        return Placed(case_of_ending(page.text[mention.end : last.end].lstrip("-’'‑")), behind)
    case = case_of_ending(_ending(mention))
    if _closes(page, items, behind, mention):
        behind += 1
        if _is_glued(page, items, behind):
            return Placed(case_of_ending(page.words[items[behind]]), behind + 1)
    if case == "nom" and behind < len(items) and page.words[items[behind]] in types:
        return Placed(possessed_case(page.words[items[behind]]) or case, behind + 1)
    return Placed(case, behind)


def _closes(page: Page, items: Sequence[int], at: int, mention: Mention) -> bool:
    """Whether a closing mark stands right behind the mention."""
    if at >= len(items) or page.tokens[items[at]].start != mention.end:
        return False
    return page.words[items[at]] in QUOTATION_MARKS


def _is_glued(page: Page, items: Sequence[int], at: int) -> bool:
    """Whether a word stands right behind the mark before it: *“Report”a*."""
    if at >= len(items):
        return False
    token = page.tokens[items[at]]
    return token.start == page.tokens[items[at - 1]].end and token.text[:1].isalpha()


def _ending(mention: Mention) -> str:
    """What the surface has beyond the nominative: ``in`` of *Hüseynəliyevin*."""
    if mention.text == mention.name:
        return ""
    surface, name = lower(mention.text), lower(mention.name)
    shared = 0
    limit = min(len(surface), len(name))
    while shared < limit and surface[shared] == name[shared]:
        shared += 1
    return surface[shared:] if len(surface) - shared <= _LONGEST_ENDING else ""


@lru_cache(maxsize=1 << 12)
def case_of_ending(ending: str) -> Case:
    """The case that the letters of an ending mark; the nominative where they mark none.

    >>> case_of_ending("ndən"), case_of_ending("ın"), case_of_ending("")
    ('abl', 'gen', 'nom')
    """
    match = _ENDING.search(lower(ending))
    return match.lastgroup if match else "nom"


@lru_cache(maxsize=1 << 14)
def case_of_word(word: str) -> Case:
    """The likeliest case of a lower-case word."""
    for analysis in analyze(word):
        if len(analysis.stem) > 2:
            return analysis.case
    return "nom"


@lru_cache(maxsize=1 << 14)
def possessed_case(word: str) -> Case | None:
    """The case of a word read as possessed (*agentliyi, şirkətindən*), or None.

    >>> possessed_case("şirkətindən"), possessed_case("agentliyi"), possessed_case("yol")
    ('abl', 'nom', None)
    """
    for analysis in analyze(word):
        if analysis.possessive == "3" and analysis.copula is None and len(analysis.stem) > 2:
            return analysis.case
    return None
