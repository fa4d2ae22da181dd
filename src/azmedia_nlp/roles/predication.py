"""Verbs that stand behind a title and say that somebody holds, gets or leaves the position."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

import msgspec
import regex

from azmedia_nlp.annotations import RoleStatus
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.roles.page import Page
from azmedia_nlp.roles.vocabulary import read_head

Kind = Literal["given", "held", "weak", "copula"]

_KEY: Final = 4
_PLURAL: Final = ("lar", "lər")
_ACTIVE: Final = regex.compile(r"e[dt](?!il)\p{L}*")
_COPULAS: Final = ("dır", "dir", "dur", "dür", "dırlar", "dirlər", "durlar", "dürlər")


class PredicateRow(msgspec.Struct, frozen=True):
    """A phrase behind a title; its last word is a stem."""

    phrase: str
    status: RoleStatus
    kind: Kind


Rows = tuple[tuple[tuple[str, ...], PredicateRow], ...]


class Predicate(msgspec.Struct, frozen=True):
    """A predicate in the text: its first token, what it makes of the title, and its verb."""

    first: int
    status: RoleStatus
    kind: Kind
    verb: str

    @property
    def is_active(self) -> bool:
        """*təyin edib*, not *təyin edilib*: its object is the one appointed."""
        return self.kind == "given" and _ACTIVE.fullmatch(self.verb) is not None

    @property
    def is_plural(self) -> bool:
        """*təyin ediliblər*."""
        return self.verb.endswith(_PLURAL)


def find_predications(page: Page) -> Iterator[Predicate]:
    """The predicates of a text, and the titles that are predicates themselves (*üzvüdür*)."""
    table = _table()
    for item, word in enumerate(page.words):
        if item and word[:_KEY] in table:
            yield from _match(page, item, table[word[:_KEY]])
        if word.endswith(_COPULAS) and page.at[item] < 0:
            head = read_head(word)
            if head is not None and head.copula:
                yield Predicate(item + 1, "current", "copula", word)


def _match(page: Page, item: int, rows: Rows) -> Iterator[Predicate]:
    for words, row in rows:
        last = item + len(words) - 1
        if last >= len(page.words) or not page.words[last].startswith(words[-1]):
            continue
        if tuple(page.words[item:last]) == words[:-1]:
            yield Predicate(item, row.status, row.kind, page.words[last])
            return


@cache
def _table() -> dict[str, Rows]:
    """The predicates by the first letters of their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], PredicateRow]]] = {}
    for row in read_lexicon("role_predicates", PredicateRow):
        words = tuple(row.phrase.split())
        found.setdefault(words[0][:_KEY], []).append((words, row))
    return {key: tuple(sorted(rows, key=lambda item: -len(item[0]))) for key, rows in found.items()}
