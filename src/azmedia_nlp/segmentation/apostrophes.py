"""Joints with an apostrophe: endings, names with one inside, closing quotation marks."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.segmentation.atoms import Joint
from azmedia_nlp.segmentation.endings import is_ending, is_inflection
from azmedia_nlp.segmentation.rules import Rules, Verdict

# How far back an opening mark is looked for.
_REACH: Final = 80


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)['‘](?=\w)[^'‘’\n]*$")


def closing_mark(joint: Joint) -> Verdict | None:
    """``'Report'|un``: the mark closes a quotation that such a mark opened."""
    before = joint.text[max(0, joint.cut - _REACH) : joint.cut]
    if "'" not in before and "‘" not in before:
        return None
    return Verdict.SPLIT if _opening().search(before) else None


def ending(joint: Joint) -> Verdict | None:
    """``NATO'nun, Əlcəzair’in`` — but ``məs'ul, Kot-d'İvuar``."""
    named = joint.left[0].isupper() or joint.left[-1].isdigit()
    return Verdict.ENDING if named and joint.right.islower() and is_ending(joint.right) else None


def capital_ending(joint: Joint) -> Verdict | None:
    """``NATO'NUN``."""
    capitals = is_all_caps(joint.left) and joint.right.isupper()
    return Verdict.ENDING if capitals and is_inflection(lower(joint.right)) else None


def inner(joint: Joint) -> Verdict:
    """``Ta'Qali, Kot-d'İvuar, məs'ul``."""
    del joint
    return Verdict.JOIN


APOSTROPHE: Final[Rules[Joint]] = {
    "apostrophe.closing_mark": closing_mark,
    "apostrophe.ending": ending,
    "apostrophe.capital_ending": capital_ending,
    "apostrophe.inner": inner,
}
