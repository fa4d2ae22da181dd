"""Tokens: atoms, joined where a rule says so."""

from __future__ import annotations

from typing import Final, NamedTuple

from azmedia_nlp.alphabet import APOSTROPHES, HYPHENS
from azmedia_nlp.annotations import Token, TokenKind
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import apostrophes, figures, hyphens, stops
from azmedia_nlp.segmentation.atoms import Joint, atom_pattern, word_pattern
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


class Draft(NamedTuple):
    """A token under construction; *kind* is its first atom's."""

    start: int
    end: int
    kind: str
    stem_end: int


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
    drafts, _ = _read(text)
    return tuple([_token(text, draft) for draft in drafts])


def explain_tokens(text: str) -> tuple[tuple[Joint, Decision], ...]:
    """Every joint of a clean text and the rule that decided it.

    >>> [(joint.left, joint.right, decision.rule) for joint, decision in explain_tokens("ABŞ-ın")]
    [('ABŞ', 'ın', 'hyphen.ending')]
    """
    return tuple(_read(text)[1])


def _read(text: str) -> tuple[list[Draft], list[tuple[Joint, Decision]]]:
    drafts: list[Draft] = []
    decisions: list[tuple[Joint, Decision]] = []
    end = 0
    for atom in atom_pattern(text).finditer(text):
        start, stop = atom.span()
        if stop <= end:  # a joint has taken it in
            continue
        kind = atom.lastgroup
        if kind == "joint":
            joint = _joint(text, drafts[-1].start, start, stop)
            decision = decide(joint, RULES[text[stop - 1]])
            decisions.append((joint, decision))
            _close(joint, decision.verdict, drafts)
            end = drafts[-1].end
        else:
            drafts.append(Draft(max(start, end), stop, kind, stop))
            end = stop
    return drafts, decisions


def _joint(text: str, start: int, cut: int, after: int) -> Joint:
    right = word_pattern().match(text, after)
    return Joint(text, start, cut, after, right.end() if right else after)


def _close(joint: Joint, verdict: Verdict, drafts: list[Draft]) -> None:
    """Extend the last draft over the joint, or begin a new one with its mark."""
    start, _, kind, _ = drafts[-1]
    if verdict is Verdict.JOIN:
        drafts[-1] = Draft(start, joint.end, kind, joint.end)
    elif verdict is Verdict.ENDING:
        drafts[-1] = Draft(start, joint.end, kind, joint.after - 1)
    elif verdict is Verdict.MARK:
        drafts[-1] = Draft(start, joint.after, kind, joint.after)
    elif joint.mark != " ":
        drafts.append(Draft(joint.cut, joint.after, "punct", joint.after))


def _token(text: str, draft: Draft) -> Token:
    start, end, kind, stem_end = draft
    piece = text[start:end]
    if kind == "word":
        kind = _kind_of_word(piece, text[start:stem_end])
    return Token(start, end, piece, kind, stem_end)


def _kind_of_word(piece: str, stem: str) -> TokenKind:
    if piece[0].isdecimal():
        return "word" if stem[-1].isalpha() else "number"
    if "." in piece and piece.islower() and len(stem.rpartition(".")[2]) > 1:
        return "url"
    return "word"
