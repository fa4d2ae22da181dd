"""Joints with a full stop: figures, initials, abbreviations, addresses, missing spaces."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

import msgspec

from azmedia_nlp.alphabet import lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.segmentation.abbreviations import is_initials, standing
from azmedia_nlp.segmentation.atoms import Joint
from azmedia_nlp.segmentation.endings import is_ending
from azmedia_nlp.segmentation.rules import Rules, Verdict

# Yu.M.Ə, U.S.S.R: what is longer is a typing game, and would be read again at every stop.
_LONGEST_INITIALS: Final = 9


class Domain(msgspec.Struct, frozen=True):
    """A top-level domain; *word* says whether its letters are a common word as well."""

    domain: str
    word: Literal["yes", "no"]


@cache
def domains() -> dict[str, bool]:
    """The top-level domains, and whether each is a common word as well."""
    return {row.domain: row.word == "yes" for row in read_lexicon("domains", Domain)}


@cache
def _longest_domain() -> int:
    return max(map(len, domains()))


def figure(joint: Joint) -> Verdict | None:
    """``3.2-ci, 18.11.2025, 1.250.000``."""
    figures = joint.text[joint.cut - 1].isdigit() and joint.right[:1].isdigit()
    return Verdict.JOIN if figures else None


def initials(joint: Joint) -> Verdict | None:
    """``M.Ə.Rəsulzadə`` is one token, ``K.`` one before ``Oyşıbayev`` and at a line's end."""
    if joint.cut - joint.start > _LONGEST_INITIALS or not is_initials(joint.left):
        return None
    if joint.end == joint.after:
        return Verdict.MARK
    return Verdict.JOIN if joint.right[0].isupper() else None


def letters(joint: Joint) -> Verdict | None:
    """``b.e.ə., S.r.l., v.m.i.e.``: single letters, each with its stop."""
    if len(joint.left.rpartition(".")[2]) != 1:
        return None
    if len(joint.right) == 1 and joint.right.isalpha():
        return Verdict.JOIN
    return Verdict.MARK if "." in joint.left and not joint.right else None


def domain(joint: Joint) -> Verdict | None:
    """``Modern.az, e-taxes.gov.az, Yolda.aza, Axar.Az, Qol.TV`` — but ``olub.Az``."""
    if joint.end == joint.after:
        return None
    name = _known_domain(lower(joint.right).replace("ı", "i"))
    if name is None:
        return None
    plain = joint.right.islower() and not domains()[name]
    return Verdict.JOIN if plain or joint.left[0].isupper() else None


def _known_domain(letters_: str) -> str | None:
    """The domain that *letters_* are, or begin with where an ending follows."""
    if letters_ in domains():
        return letters_
    cuts = (cut for cut in range(2, _longest_domain()) if letters_[:cut] in domains())
    return next((letters_[:cut] for cut in cuts if is_ending(letters_[cut:])), None)


def abbreviation(joint: Joint) -> Verdict | None:
    """``prof.|Xəlilov``, ``küç.| |71``, ``mln.| |manat``: the stop is part of the word."""
    stands = standing(joint.left)
    if stands is None:
        return None
    following = joint.ahead[:1]
    goes_on = following.islower() or following.isdigit()
    if stands == "unit":
        goes_on = goes_on or joint.ahead[:2].isupper()
    elif stands == "figure":
        goes_on = goes_on or following in (",", ";")
    else:
        goes_on = stands != "name" or following != ""
    return Verdict.MARK if goes_on else None


STOP: Final[Rules[Joint]] = {
    "stop.figure": figure,
    "stop.initials": initials,
    "stop.letters": letters,
    "stop.domain": domain,
    "stop.abbreviation": abbreviation,
}
