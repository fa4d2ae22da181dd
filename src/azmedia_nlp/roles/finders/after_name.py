"""Titles behind a name: *Aygün Sadıqlı, birliyin sədri;*, *X (ekspert)*, *X – Y-nin direktoru*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from azmedia_nlp.alphabet import DASHES
from azmedia_nlp.roles.owners import find_owner
from azmedia_nlp.roles.page import Page, Placed
from azmedia_nlp.roles.proposals import Proposal
from azmedia_nlp.roles.titles import read_title

RULE: Final = "roles.after_name"
_REACH: Final = 16
_OPENERS: Final = {"(": "bracket", ",": "comma"} | dict.fromkeys([*DASHES, "-"], "dash")
_CLOSERS: Final = {"bracket": (")", ","), "comma": (",", ";", "."), "dash": (",", ";", ".")}


def find_after_name(page: Page) -> Iterator[Proposal]:
    """Propose the titles that fill an apposition from its opening mark to its closing one."""
    for person in page.persons():
        kind = _OPENERS.get(page.words[person.last]) if person.last < len(page.words) else None
        if kind is not None and not (kind == "comma" and person.ending):
            yield from _apposition(page, person, kind)


def _apposition(page: Page, person: Placed, kind: str) -> Iterator[Proposal]:
    first = person.last + 1
    for last in _ends(page, first, kind):
        phrase = read_title(page, last, floor=first)
        if phrase is None:
            continue
        phrase, owner = find_owner(page, phrase)
        if min(owner.first, phrase.first) <= first + 1:
            yield Proposal(person, phrase, owner, f"{RULE}.{kind}")
        return


def _ends(page: Page, first: int, kind: str) -> Iterator[int]:
    """The tokens where the apposition may close: its mark, or the sentence's end."""
    stop = page.end_of_sentence(first - 1)
    for item in range(first, min(first + _REACH, stop)):
        named = page.mention_at(item)
        if named is not None and named.mention.label == "PER":
            return
        if page.words[item] in _CLOSERS[kind] and page.at[item] < 0:
            yield item
            if page.words[item] != ",":
                return
    if stop <= first + _REACH and kind != "bracket":
        yield stop
