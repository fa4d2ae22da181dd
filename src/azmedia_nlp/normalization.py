"""A clean view of the text, and the way back from it.

Articles come with carriage returns, soft hyphens, ``i̇`` of two characters, Cyrillic
letters inside Latin words. Every stage works on the clean view; ``Normalized.origin`` maps
its offsets back, so that annotations always point into the untouched text.
"""

from __future__ import annotations

from typing import Final

import msgspec
import regex

# Letters that look or stand for the Azerbaijani ones, one for one.
_LETTERS: Final = str.maketrans(
    {
        "ә": "ə",
        "Ә": "Ə",
        "ǝ": "ə",
        "Ǝ": "Ə",
        "ţ": "t",
        "ș": "ş",
        "Ș": "Ş",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\r": "\n",
    }
)
_CHANGED: Final = regex.compile(r"\r\n|i\u0307|[\u00ad\ufeff\u200b-\u200f\u2060]")
_REPLACED: Final = {"\r\n": "\n", "i\u0307": "i"}


class Normalized(msgspec.Struct, frozen=True):
    """The clean text; *origins* has the source offset of each character and the end.

    It is None where no length changed, which is the rule.
    """

    text: str
    origins: tuple[int, ...] | None

    def origin(self, offset: int) -> int:
        """The offset in the untouched text that *offset* in the clean text stands for."""
        return offset if self.origins is None else self.origins[offset]


def normalize(text: str) -> Normalized:
    """Build the clean view of *text*."""
    clean = text.translate(_LETTERS)
    if _CHANGED.search(text) is None:
        return Normalized(clean, None)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for match in _CHANGED.finditer(text):
        pieces.append(clean[at : match.start()])
        origins.extend(range(at, match.start()))
        replacement = _REPLACED.get(match.group(), "")
        pieces.append(replacement)
        origins.extend([match.start()] * len(replacement))
        at = match.end()
    pieces.append(clean[at:])
    origins.extend(range(at, len(text) + 1))
    return Normalized("".join(pieces), tuple(origins))


def normalize_text(text: str) -> str:
    """The text with its letters and white space put right, for those who want it clean.

    >>> normalize_text("Bakı\u00adda Әli")
    'Bakıda Əli'
    """
    return normalize(text).text
