"""Tokens of a clean text."""

from __future__ import annotations

from typing import Final

import regex

from azmedia_nlp.annotations import Token

_TOKEN: Final = regex.compile(
    r"""
      (?P<url>https?://[^\s"“”«»]+)
    | (?P<email>[\w.+-]+@[\w-]+(?:\.\w+)+)
    | (?P<handle>[@#]\w+)
    | (?P<number>\d{1,3}(?:\ \d{3})+(?!\d) | \d+(?:[.,:/]\d+)*) (?P<number_tail>%?[-’']\p{L}+)?
    | (?P<initials>(?:\p{Lu}\.){1,3}\p{Lu}\p{Ll}+ (?:-\p{Lu}\p{Ll}+)?)
    | (?P<word>\p{L}[\p{L}\p{M}]*(?:\.(?:az|com|org|ru|net|tv)\b)?(?:[-’'‑][\p{L}\d]+)*)
    | (?P<punct>\.\.\.|[^\w\s])
    | (?P<symbol>\S)
    """,
    regex.VERBOSE,
)
_TAIL: Final = regex.compile(r"[-’'](?=\p{Ll}+$)")


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut *text* into tokens; only white space is lost between them.

    >>> [token.text for token in tokenize("ABŞ-ın 2025-ci il planı.")]
    ['ABŞ-ın', '2025-ci', 'il', 'planı', '.']
    """
    return find_tokens(text)


def find_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a clean text."""
    return tuple(_token(match) for match in _TOKEN.finditer(text))


def _token(match: regex.Match[str]) -> Token:
    text = match.group()
    kind = match.lastgroup or "word"
    if kind == "number_tail":
        kind = "number"
    if kind == "initials":
        kind = "word"
    tail = _TAIL.search(text) if kind in ("word", "number") else None
    stem_end = match.start() + tail.start() if tail else match.end()
    return Token(match.start(), match.end(), text, kind, stem_end)
