"""Joints inside figures and short codes: thousands, decimals, clock times, fractions."""

from __future__ import annotations

from typing import Final

from azmedia_nlp.segmentation.atoms import Joint
from azmedia_nlp.segmentation.rules import Rules, Verdict

ROMAN: Final = frozenset("IVXLC")


def inside(joint: Joint) -> Verdict | None:
    """``3,5``, ``1,250,000``, ``13:54``, ``2:1``, ``2012/2013`` — but ``km/saat``."""
    figures = joint.left[-1].isdigit() and joint.right[0].isdigit()
    return Verdict.JOIN if figures else None


def thousands(joint: Joint) -> Verdict | None:
    """``1 250 000`` — but ``2025 100 nəfər``, ``13:54 200 nəfər``, ``012 404 14 05``."""
    first, *groups = joint.left.split(" ")
    grouped = first.isdigit() and len(first) <= 3 and all(len(group) == 3 for group in groups)
    return Verdict.JOIN if grouped and first[0] != "0" and not _goes_on_as_phone(joint) else None


def _goes_on_as_phone(joint: Joint) -> bool:
    """Whether a group of another length follows: ``+994 12 404 14 05``."""
    following = joint.text[joint.end : joint.end + 5]
    group = following[1:].partition(" ")[0]
    return following[:1] == " " and group[:2].isdigit() and not group[2:3].isdigit()


def letters(joint: Joint) -> Verdict | None:
    """``AT&T``, ``R&B``."""
    capitals = joint.left[-1].isupper() and joint.right[0].isupper()
    return Verdict.JOIN if capitals else None


def path(joint: Joint) -> Verdict | None:
    """``bit.ly/4fn16jg``: an address without its scheme."""
    return Verdict.JOIN if "." in joint.left and joint.left[-1].isalpha() else None


SEPARATOR: Final[Rules[Joint]] = {"figure.inside": inside}
SLASH: Final[Rules[Joint]] = {"figure.slash": inside, "slash.path": path}
THOUSANDS: Final[Rules[Joint]] = {"figure.thousands": thousands}
AMPERSAND: Final[Rules[Joint]] = {"ampersand.letters": letters}
