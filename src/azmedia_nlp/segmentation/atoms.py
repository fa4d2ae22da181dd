"""Atoms: the smallest pieces of a text, and the joints at which two of them may be one token.

A *joint* is a mark without white space around it that stands between two atoms
(``ABŞ-ın``, ``3,5``, ``Modern.az``), the full stop behind a word (``prof.``), and the
space inside a long number (``1 250 000``). At everything else a token ends without a doubt.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, NamedTuple

import regex

# What str.isspace calls white space; the regex module leaves the four separators out.
SPACE: Final = r"\s\x1c-\x1f"

_EMAIL: Final = r"(?P<email>(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}\p{L}{2,24})"
_ATOMS: Final = rf"""
      (?P<word>[\p{{L}}\p{{N}}\p{{M}}_]+)
    | (?P<joint>
          (?<=[\p{{L}}\p{{N}}\p{{M}}]) (?: [-‐‑–'’ʼ`´.,:/&] | [%‰°\p{{Sc}}][-‐‑–'’] ) (?=[\p{{L}}\p{{N}}])
        | (?<=[\p{{L}}\p{{M}}]) \. (?!\.)
        | (?<=\d) \  (?=\d{{3}}(?!\d))
      )
    | (?P<punct>\.{{2,}} | [!?]+ | \p{{Pd}}+ | \p{{P}})
    | (?P<symbol>
          \p{{Regional_Indicator}}{{2}}
        | \p{{Extended_Pictographic}} [\ufe0f\u200d\p{{Emoji_Modifier}}\p{{Extended_Pictographic}}]*
        | [^{SPACE}]
      )
"""
_ADDRESSES: Final = rf"""
      (?P<url>(?:(?:https?|ftp)://|www\.)[^{SPACE}"“”„«»<>]*[^{SPACE}"“”„«»<>.,;:!?)\]…'’])
    | (?P<handle>[@#][\p{{L}}\p{{N}}\p{{M}}_]+)
    | {_ATOMS}
"""


@cache
def _pattern(flags: tuple[bool, bool]) -> Any:
    email, address = flags
    atoms = _ADDRESSES if address or email else _ATOMS
    return regex.compile(f"{_EMAIL} | {atoms}" if email else atoms, regex.VERBOSE)


def atom_pattern(text: str) -> Any:
    """The pattern whose matches are the atoms of *text*; each one's last group is its kind.

    Addresses cost time at every word, so they are looked for where a mark of theirs occurs.
    """
    email = "@" in text
    return _pattern((email, email or "://" in text or "www." in text or "#" in text))


@cache
def word_pattern() -> Any:
    """What may follow a joint."""
    return regex.compile(r"[\p{L}\p{N}\p{M}_]+")


class Joint(NamedTuple):
    """A joint as a rule sees it: ``left`` + ``mark`` + ``right``, at ``start < cut < after``.

    *left* is the token built so far, *right* the next atom, ``""`` where none is glued on.
    """

    text: str
    start: int
    cut: int
    after: int
    end: int

    @property
    def left(self) -> str:
        """The token so far."""
        return self.text[self.start : self.cut]

    @property
    def mark(self) -> str:
        """The characters between the two."""
        return self.text[self.cut : self.after]

    @property
    def right(self) -> str:
        """The atom behind the mark."""
        return self.text[self.after : self.end]

    @property
    def ahead(self) -> str:
        """The first character after white space behind the mark; ``""`` at a line's end."""
        rest = self.text[self.after : self.after + 8]
        line = rest.partition("\n")[0].lstrip()
        return line[:1]
