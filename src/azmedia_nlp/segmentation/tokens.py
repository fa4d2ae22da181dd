"""Tokens: atoms, joined where a rule says so."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from azmedia_nlp.alphabet import APOSTROPHES, HYPHENS
from azmedia_nlp.annotations import Token, TokenKind
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import apostrophes, figures, hyphens, stops
from azmedia_nlp.segmentation.atoms import ADDRESSES, Joint, atom_pattern, word_pattern
from azmedia_nlp.segmentation.rules import Decision, Rules, Verdict, decide

# The rules by the last character of the joint's mark: ``%-`` is a hyphen.
RULES: Final[dict[str, Rules[Joint]]] = {
    **dict.fromkeys(HYPHENS, hyphens.HYPHEN),
    "–": hyphens.DASH,
    **dict.fromkeys(APOSTROPHES, apostrophes.APOSTROPHE),
    ".": stops.STOP,
    ",": figures.SEPARATOR,
    ":": figures.SEPARATOR,
    "/": figures.SLASH,
    " ": figures.THOUSANDS,
    "&": figures.AMPERSAND,
}

# The kinds of atoms that are kinds of tokens; the rest are marks.
_KINDS: Final[dict[str | None, TokenKind]] = {
    "word": "word",
    "number": "number",
    "symbol": "symbol",
    "url": "url",
    "email": "email",
    "handle": "handle",
}
# Joints stop growing a token here, so that hostile text costs no more than its length.
_LONGEST: Final = 100  # characters
# Unicode calls these punctuation; in text they stand for words.
_SYMBOLS: Final = frozenset("%‰&@#*§")


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut *text* into tokens; only white space is lost between them.

    Any text will do: recognition works on its clean view, offsets are those of *text*.

    >>> [token.text for token in tokenize("ABŞ-ın 2025-ci il planı.")]
    ['ABŞ-ın', '2025-ci', 'il', 'planı', '.']
    """
    clean = normalize(text)
    return restore_spans(find_tokens(clean.text), clean, text)


def find_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a clean text."""
    return tuple(_read(text, None))


def explain_tokens(text: str) -> tuple[tuple[Joint, Decision], ...]:
    """Every joint of a clean text and the rule that decided it.

    >>> [(joint.left, joint.right, decision.rule) for joint, decision in explain_tokens("ABŞ-ın")]
    [('ABŞ', 'ın', 'hyphen.ending')]
    """
    trace: list[tuple[Joint, Decision]] = []
    _read(text, trace)
    return tuple(trace)


def _read(text: str, trace: list[tuple[Joint, Decision]] | None) -> list[Token]:
    tokens: list[Token] = []
    pieces: dict[str, str] = {}  # a text says most of its words again; one string serves them
    end = 0
    for atom in atom_pattern(text).finditer(text):
        start, stop = atom.span()
        if stop <= end:  # a joint has taken it in
            continue
        kind = atom.lastgroup
        if kind == "word" and start >= end:
            piece = text[start:stop]
            tokens.append(Token(start, stop, pieces.setdefault(piece, piece), "word", stop))
        elif kind == "joint":
            joint = _joint(text, tokens[-1].start, start, stop)
            decision = decide(
                joint, RULES[text[stop - 1]] if joint.cut - joint.start <= _LONGEST else {}
            )
            if trace is not None:
                trace.append((joint, decision))
            _close(joint, decision.verdict, tokens)
            end = tokens[-1].end
        else:
            start, end = max(start, end), stop
            piece = text[start:stop]
            piece = pieces.setdefault(piece, piece)
            tokens.append(Token(start, stop, piece, _KINDS.get(kind) or _kind_of_mark(piece), stop))
    return tokens


def _joint(text: str, start: int, cut: int, after: int) -> Joint:
    glued = not text[after : after + 1].isspace()
    right = word_pattern().match(text, after) if glued else None
    return Joint(text, start, cut, after, right.end() if right else after)


def _close(joint: Joint, verdict: Verdict, tokens: list[Token]) -> None:
    """Extend the last token over the joint, or begin a new one with its mark."""
    if verdict is Verdict.JOIN:
        tokens[-1] = _extended(tokens[-1], joint, joint.end, joint.end)
    elif verdict is Verdict.ENDING:
        tokens[-1] = _extended(tokens[-1], joint, joint.end, joint.after - 1)
    elif verdict is Verdict.MARK:
        tokens[-1] = _extended(tokens[-1], joint, joint.after, joint.after)
    elif joint.mark != " ":
        tokens.append(Token(joint.cut, joint.after, joint.mark, "punct", joint.after))


def _extended(token: Token, joint: Joint, end: int, stem_end: int) -> Token:
    piece = joint.text[joint.start : end]
    stem = piece if stem_end == end else piece[: stem_end - joint.start]
    kind = token.kind if token.kind in ADDRESSES else _kind_of_word(stem)
    return Token(joint.start, end, piece, kind, stem_end)


@lru_cache(maxsize=1 << 14)
def _kind_of_word(stem: str) -> TokenKind:
    """A number ends in a figure or its sign; an address in a domain of small letters."""
    if stem[0].isdecimal() and not stem[-1].isalpha():
        return "number"
    last = stem.rpartition(".")[2]
    return "url" if stem != last and len(last) > 1 and stem.islower() else "word"


@cache
def _kind_of_mark(mark: str) -> TokenKind:
    is_symbol = mark in _SYMBOLS or not unicodedata.category(mark[0]).startswith("P")
    return "symbol" if is_symbol else "punct"
