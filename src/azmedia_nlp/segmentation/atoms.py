"""Atoms: the smallest pieces of a text, and the joints at which two of them may be one token.

A *joint* is a mark without white space around it that stands between two atoms
(``ABŞ-ın``, ``3,5``, ``Modern.az``), the full stop behind a word (``prof.``), or the
space inside a long number (``1 250 000``). At everything else a token ends without a doubt.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import msgspec

# Letters, figures, and the accents that no composed letter could take in.
_WORD: Final = r"[\w\u0300-\u036f]"
_PICTURES: Final = (
    r"\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    r"\u2b05-\u2b55\U0001f000-\U0001faff"
)
_ATOMS: Final = rf"""
      (?P<number>\d+(?!{_WORD}))
    | (?P<word>{_WORD}+)
    | (?P<joint>
          (?<={_WORD}) (?: [-‐‑–'’ʼ`´.,:/&] | [%‰°$€₼£₽₺][-‐‑–'’] ) (?=\w)
        | (?<=[^\W\d_]) \. (?!\.)
        | (?<=\d) [ ] (?=\d{{3}}(?!\d))
      )
    | (?P<mark>(?P<again>["“”«»„()\[\]])(?P=again){{2,}} | \.{{2,}} | [!?]+ | -{{2,}} | [–—]{{2,}})
    | (?P<symbol>
          [\U0001f1e6-\U0001f1ff]{{2}}
        | [{_PICTURES}][\ufe0f\u200d\u20e3{_PICTURES}]*
      )
    | (?P<other>\S)
"""
_URL: Final = r"""(?P<url>(?:(?:https?|ftp)://|www\.)[^\s"“”„«»<>]*[^\s"“”„«»<>.,;:!?)\]…'’])"""
_EMAIL: Final = r"(?P<email>(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24})"
_HANDLE: Final = rf"(?P<handle>[@\#]{_WORD}+)"


ADDRESSES: Final = frozenset({"url", "email", "handle"})


@cache
def _pattern(*, addresses: bool, email: bool) -> re.Pattern[str]:
    alternatives = [_EMAIL] * email + [_URL, _HANDLE] * addresses + [_ATOMS]
    return re.compile("|".join(alternatives), re.VERBOSE)


def atom_pattern(text: str) -> re.Pattern[str]:
    """The pattern whose matches are the atoms of *text*; a match's last group is its kind.

    Addresses cost time at every word, so they are looked for where a mark of theirs occurs.
    """
    email = "@" in text
    addresses = email or "://" in text or "www." in text or "#" in text
    return _pattern(addresses=addresses, email=email)


@cache
def word_pattern() -> re.Pattern[str]:
    """What may follow a joint."""
    return re.compile(f"{_WORD}+")


class Joint(msgspec.Struct, frozen=True, gc=False):
    """A joint as a rule sees it: *left*, *mark*, *right*, in text from *start* to *end*.

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
        """The first characters behind the mark and its white space; ``""`` at a line's end."""
        line = self.text[self.after : self.after + 8].partition("\n")[0]
        return line.lstrip()
