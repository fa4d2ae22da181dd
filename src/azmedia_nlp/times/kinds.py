"""Shapes of temporal expressions, written over kinds of words instead of letters.

A word of the temporal vocabulary has a *kind* (``MONTH``) and a *form* (``gen``). Each pair
has a character of its own, so that a run of words is a short string and a shape is a
regular expression over it::

    "month=MONTH.gen day=DAY.loc|own"      # noyabrın 18-də

``KIND`` alone means any form, ``KIND.sg`` and ``KIND.pl`` all of a number, ``slot=KIND``
captures the word, ``A/B`` is either kind. Everything else is regex; blanks mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Final

import regex

CASES: Final = (
    *("nom", "gen", "dat", "acc", "loc", "abl", "ins", "ter", "equ"),
    *("own", "rel", "cop"),  # with the possessive of the third person, -kı, -dır
)
FORMS: Final = (*CASES, *(f"pl_{case}" for case in CASES), "adj")  # -lıq: illik

_NAMES: Final = (
    # figures
    "DAY YEAR NUM SPELLED ORD YORD DECIMAL ROMAN CLOCK DATE STAMP "
    "RANGE ORANGE YRANGE SRANGE CRANGE RROMAN MRANGE "
    # marks and joints
    "COMMA DASH OPEN CLOSE BAR STOP AND UNTIL DURING "
    # names of times
    "MONTH SHORT_MONTH WEEKDAY SHORT_WEEKDAY SUNDAY DAWN WEEKEND SEASON CHILD PART REF "
    # units and stretches
    "SECONDS MINUTES HOURS DAYS WEEKS TENDAYS MONTHS QUARTERS HALFYEARS SEASONS YEARS DECADES "
    "CENTURIES HALVES PERIODS DATES SPAN "
    # which one
    "WHICH AHEAD SAME SAME_AS THAT PRIOR POSTERIOR NEXT_DAY AFTER_NEXT NEW DEICTIC DEICTIC_YEAR "
    # how long, how often, how far
    "LAST LAST_OF FIRST HALF LONG SEVERAL ONLY MORE NEAR LEAST TIMES EVERY DAILY FUSED "
    "AGO LATER FROM_NOW EDGE "
    # companions
    "SCHOOL FISCAL WORK LOCAL CLOCKTIME DATED ABOUT EARLY BC BEFORE_ERA MEDIEVAL LATELY"
)
KINDS: Final = tuple(_NAMES.split())
MARKS: Final = {
    **dict.fromkeys("–—-−―‑", "DASH"),
    **dict.fromkeys("([", "OPEN"),
    **dict.fromkeys(")]", "CLOSE"),
    **dict.fromkeys("|/", "BAR"),
    ",": "COMMA",
    ".": "STOP",
}
ALIASES: Final = {
    "NUMBER": "DAY/YEAR/NUM/SPELLED",
    "CARDINAL": "DAY/NUM/SPELLED",
    "UNIT": "SECONDS/MINUTES/HOURS/DAYS/WEEKS/MONTHS/QUARTERS/YEARS/DECADES/CENTURIES",
}

_BASE: Final = 0xE000  # the first private character
_NUMBERS: Final = {kind: number for number, kind in enumerate(KINDS)}
_NAME: Final = regex.compile(
    r"(?:(?P<slot>[a-z_]+)=)?"
    r"(?P<kinds>[A-Z_]{2,}(?:/[A-Z_]{2,})*)"
    r"(?:\.(?P<forms>[a-z_]+(?:\|[a-z_]+(?![a-z_=]))*))?"
)


@cache
def letter(kind: str, form: str) -> str:
    """The character of a kind in a form."""
    return chr(_BASE + _NUMBERS[kind] * len(FORMS) + FORMS.index(form))


@cache
def compile_shape(pattern: str) -> regex.Pattern[str]:
    """Compile a shape."""
    return regex.compile("".join(_NAME.sub(_expand, pattern).split()))


def _expand(match: regex.Match[str]) -> str:
    names = [ALIASES.get(name, name) for name in match["kinds"].split("/")]
    kinds = "/".join(names).split("/")
    letters = _ranges(letter(kind, form) for kind in kinds for form in _forms(match["forms"]))
    return f"(?P<{match['slot']}>[{letters}])" if match["slot"] else f"[{letters}]"


def _ranges(letters: Iterable[str]) -> str:
    """The inside of a character class; ranges are read many times faster than their letters."""
    codes = sorted(map(ord, letters))
    breaks = [at for at in range(1, len(codes)) if codes[at] > codes[at - 1] + 1]
    runs = [codes[start:end] for start, end in pairwise([0, *breaks, len(codes)])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


def _forms(names: str | None) -> tuple[str, ...]:
    if names is None:
        return FORMS
    numbers = {"sg": CASES, "pl": FORMS[len(CASES) : -1]}
    return tuple(form for name in names.split("|") for form in numbers.get(name, (name,)))
