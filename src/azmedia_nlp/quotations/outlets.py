"""Which mentions are news outlets."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import regex

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Mention
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import inflect
from azmedia_nlp.names.gazetteer import Entry
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.vocabulary import Noun

_SITE: Final = regex.compile(r"\.(?:az|com|org|net|ru|tv|info|uz|kz|ge|tr|uk|us)(?:\.\p{L}{2})?$")
_NEWS: Final = regex.compile(r"(?:informasiya|xəbər|press|news|post|times|journal|tv|radio)\b")
_NO_MARKS: Final = str.maketrans("", "", '“”«»„"')


def is_outlet(page: Page, mention: Mention) -> bool:
    """Whether a mention is a news outlet: known, a site, or typed as one beside the name."""
    if mention.label not in ("ORG", "PRODUCT"):
        return False
    return is_outlet_name(mention.name) or has_outlet_type(page, mention)


@lru_cache(maxsize=1 << 12)
def is_outlet_name(name: str) -> bool:
    """Whether a name is known as an outlet's or looks like one.

    >>> is_outlet_name("Oxu.az"), is_outlet_name("AzərTAc"), is_outlet_name("Qarabağ")
    (True, True, False)
    >>> is_outlet_name("“Anadolu” Agentliyi"), is_outlet_name("Sputnik Gürcüstan")
    (True, True)
    """
    folded = lower(name).translate(_NO_MARKS)
    words = folded.split()
    if len(words) > 1 and words[-1] in _type_forms():
        folded = " ".join(words[:-1])
    family = len(words) > 1 and words[0] in _names() and len(words[0]) > 3
    return folded in _names() or family or bool(_SITE.search(folded) or _NEWS.search(folded))


def has_outlet_type(page: Page, mention: Mention) -> bool:
    """Whether a type word stands behind the name: *“Politico” nəşrinə*."""
    behind = page.text[mention.end : mention.end + 24].lstrip("”»\"“’' ")
    word = lower(behind.split(None, 1)[0]) if behind.split() else ""
    return word.rstrip(".,;:") in _type_forms()


@cache
def _names() -> frozenset[str]:
    return frozenset(lower(row.name) for row in read_lexicon("outlets", Entry))


@cache
def _type_forms() -> frozenset[str]:
    return frozenset(
        inflect(row.noun, possessive="3", case=case)
        for row in read_lexicon("outlet_types", Noun)
        for case in ("nom", "gen", "dat", "loc", "abl", "ins")
    )
