"""Joints with a hyphen or an en dash: endings, compounds, ranges, pairs of names."""

from __future__ import annotations

from typing import Final

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.segmentation.atoms import Joint
from azmedia_nlp.segmentation.endings import is_ending, is_inflection
from azmedia_nlp.segmentation.figures import ROMAN, inside
from azmedia_nlp.segmentation.rules import Rules, Verdict


def ending(joint: Joint) -> Verdict | None:
    """``ABŞ-ın, 2025-ci, 5%-i, Modern.az-a`` — but ``elmi-tədqiqat``."""
    return Verdict.ENDING if joint.right.islower() and is_ending(joint.right) else None


def capital_ending(joint: Joint) -> Verdict | None:
    """``AZAL-IN, 2025-Cİ, XIX-CU, FATF-In`` — but ``NYU-YORK, ABŞ-ÇİN, 40-A``."""
    if not joint.right[0].isupper():
        return None
    letters = lower(joint.right)
    if joint.left[-1].isdigit() or set(joint.left) <= ROMAN:
        return Verdict.ENDING if len(letters) > 1 and is_ending(letters) else None
    return Verdict.ENDING if is_all_caps(joint.left) and is_inflection(letters) else None


def figure(joint: Joint) -> Verdict | None:
    """``15-20, COVID-19, F-16, 40-A, 81-765``."""
    figures = joint.left[-1].isdigit() or joint.right[0].isdigit()
    return Verdict.JOIN if figures else None


def letter(joint: Joint) -> Verdict | None:
    """``e-Sosial``: a small letter before a name belongs to it."""
    single = joint.cut - joint.start == 1 and joint.left.islower()
    return Verdict.JOIN if single else None


def names(joint: Joint) -> Verdict | None:
    """``Bakı|-|Tbilisi|-|Ceyhan``: each name may be somebody else's, so each is a token.

    In *Ermənistan-İran münasibətləri* two countries stand, in *Rio-de-Janeyro* one city:
    only the reader of names can tell, and needs the parts for it.
    """
    if joint.right[0].isupper():
        return Verdict.SPLIT
    following = joint.text[joint.end : joint.end + 2]
    particle = len(joint.right) <= 3 and following[:1] == joint.mark and following[1:].isupper()
    return Verdict.SPLIT if particle and joint.left[0].isupper() else None


def compound(joint: Joint) -> Verdict:
    """``elmi-tədqiqat, general-mayor, Rasi-zadə``."""
    del joint
    return Verdict.JOIN


def ending_after_dash(joint: Joint) -> Verdict | None:
    """``ABŞ–ın, 2025–ci``: a dash typed for the hyphen."""
    stem = joint.left[-1].isdigit() or is_all_caps(joint.left)
    return ending(joint) if stem else None


HYPHEN: Final[Rules[Joint]] = {
    "hyphen.ending": ending,
    "hyphen.capital_ending": capital_ending,
    "hyphen.figure": figure,
    "hyphen.letter": letter,
    "hyphen.names": names,
    "hyphen.compound": compound,
}
DASH: Final[Rules[Joint]] = {
    "dash.range": inside,  # 2018–2022; between words it stays a dash: may|–|avqust
    "dash.ending": ending_after_dash,
}
