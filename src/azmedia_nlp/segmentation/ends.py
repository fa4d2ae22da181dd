"""Where a sentence ends: rules about a stop that has something behind it on its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from azmedia_nlp.alphabet import DASHES, HYPHENS, OPENING_MARKS, QUOTATION_MARKS, STRAIGHT_MARKS
from azmedia_nlp.annotations import Token
from azmedia_nlp.segmentation.abbreviations import is_initials, standing
from azmedia_nlp.segmentation.figures import ROMAN
from azmedia_nlp.segmentation.rules import Rules, Verdict

_OPENERS: Final = OPENING_MARKS | STRAIGHT_MARKS
_LONGEST_TITLE: Final = 8  # tokens
_DASHES: Final = DASHES | HYPHENS


class Stop(msgspec.Struct, frozen=True):
    """A stop as a rule sees it: the token, what closes behind it, and what comes next.

    *first* is the index of the sentence's first token, *at* the stop's, *last* that of the
    last closing mark behind the stop (or *at*); something follows on the same line.
    """

    tokens: Sequence[Token]
    first: int
    at: int
    last: int

    @property
    def mark(self) -> Token:
        """The stop itself, or the abbreviation that carries it."""
        return self.tokens[self.at]

    @property
    def following(self) -> Token:
        """The token behind the stop and its closing marks."""
        return self.tokens[self.last + 1]

    @property
    def closed(self) -> bool:
        """Whether a closing mark stands behind the stop."""
        return self.last > self.at


def glued(stop: Stop) -> Verdict | None:
    """``olacaq.Biz``, ``B.”,``: no white space, no end."""
    return Verdict.JOIN if stop.tokens[stop.last].end == stop.following.start else None


def small_letter(stop: Stop) -> Verdict | None:
    """``"Kim?" soruşub``: no sentence begins in lower case, but for an ``iPhone``."""
    word = stop.following.text
    return Verdict.JOIN if word[0].islower() and word.islower() else None


def list_number(stop: Stop) -> Verdict | None:
    """``1. “Qayda” təsdiq edilsin.``, ``Maddə 1. Əsas anlayışlar``: a heading's number."""
    if not 1 <= stop.at - stop.first <= 2 or stop.mark.text != ".":
        return None
    *label, number = stop.tokens[stop.first : stop.at]
    if label:
        return Verdict.JOIN if label[0].text.istitle() and number.text.isdigit() else None
    return Verdict.JOIN if _is_numeral(number.text) else None


def _is_numeral(word: str) -> bool:
    """Whether *word* is a number without an ending: ``2.1``, ``IV``, ``Lot-1``."""
    number = word.rpartition("-")[2]
    return number.replace(".", "").isdigit() or set(number) <= ROMAN


def quoted_title(stop: Stop) -> Verdict | None:
    """``“Nə? Harada? Nə zaman?” oyunu``: a short quotation inside a sentence that goes on."""
    if stop.closed or stop.mark.text == ".":
        return None
    reach = stop.tokens[max(stop.first, stop.at - _LONGEST_TITLE) : stop.at]
    if not any(token.text in _OPENERS for token in reach):
        return None
    ahead = stop.tokens[stop.at + 1 : stop.at + _LONGEST_TITLE]
    closing = next((at for at, token in enumerate(ahead) if token.text in QUOTATION_MARKS), None)
    after = ahead[closing + 1 : closing + 2] if closing is not None else ()
    return Verdict.JOIN if after and after[0].text[0].islower() else None


def attribution(stop: Stop) -> Verdict | None:
    """``“Hara gedim?” – Əli soruşub``, ``gedim? – müxbir soruşub``: the quoted goes on."""
    if stop.following.text not in _DASHES:
        return None
    if stop.closed:
        return Verdict.JOIN
    after = stop.tokens[stop.last + 2 : stop.last + 3]
    goes_on = bool(after) and after[0].text[0].islower()
    return Verdict.JOIN if goes_on else None


def credit(stop: Stop) -> Verdict | None:
    """``NYU-YORK, 21 sentyabr 2017-ci il. /Trend/``."""
    return Verdict.JOIN if stop.following.text == "/" else None


def initials(stop: Stop) -> Verdict | None:
    """``K. Oyşıbayev``."""
    mark = stop.mark
    named = mark.kind == "word" and is_initials(mark.text[:-1])
    return Verdict.JOIN if named and stop.following.text[0].isupper() else None


def abbreviation(stop: Stop) -> Verdict | None:
    """``prof. Xəlilov``, ``küç. 71``, ``1,8 mln. ABŞ dolları`` — but ``və s. Bu``."""
    if stop.mark.kind == "punct":
        return None
    stands = standing(stop.mark.text[:-1]) or "end"
    if stands == "end":
        return None
    if stop.closed:  # “PetroChina Co.” (17 faiz)
        return Verdict.JOIN if stop.following.text == "(" else None
    if stands == "era":
        return Verdict.JOIN if _is_numeral(stop.following.stem) else None
    if stands == "unit":
        return Verdict.JOIN if _continues_amount(stop.following.text) else None
    return Verdict.JOIN


def _continues_amount(word: str) -> bool:
    """``mln. ABŞ dolları``, ``man. 50 qəp.`` — but ``km. 2025-ci``."""
    return word[:2].isupper() or (word.isdigit() and len(word) <= 3)


RULES: Final[Rules[Stop]] = {
    "sentence.initials": initials,
    "sentence.glued": glued,
    "sentence.small_letter": small_letter,
    "sentence.list_number": list_number,
    "sentence.quoted_title": quoted_title,
    "sentence.attribution": attribution,
    "sentence.credit": credit,
    "sentence.abbreviation": abbreviation,
}
