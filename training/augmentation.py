"""More articles out of the ones there are: other names, other marks, lines in capitals.

Each function takes an annotated article, a mapping of ``text`` and ``mentions``, and gives another
one; the mentions move with the text. Names are put into the case of those that they replace.

>>> import random
>>> gold = {"text": "Elçin Rzayevin evi", "mentions": [{"start": 0, "end": 14, "label": "PER"}]}
>>> other = with_other_names(gold, random.Random(1))
>>> other["text"].endswith("n evi"), other["text"] != gold["text"]
(True, True)
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Final

from azmedia_nlp.alphabet import lower, upper
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze, inflect
from azmedia_nlp.names.gazetteer import GivenName, Place, name_flags
from azmedia_nlp.names.words import read_word

Gold = dict[str, Any]
_MARKS: Final = ("“”", "«»", '""', "„“")
_OPENING: Final = frozenset("“«„")
_CLOSING: Final = frozenset("”»")
_SURE: Final = 2  # only surnames end so


def augment(gold: Gold, generator: random.Random) -> Gold:
    """The article with other names, then other marks and, now and then, a title in capitals."""
    changed = with_other_marks(with_other_names(gold, generator), generator)
    return with_title_in_capitals(changed) if generator.random() < 0.3 else changed


def with_other_names(gold: Gold, generator: random.Random) -> Gold:
    """Every person of two words and every city of one gets another name, the same throughout."""
    chosen: dict[str, str] = {}

    def other(mention: Gold, text: str) -> str:
        renamed = _other_person if mention["label"] == "PER" else _other_place
        return renamed(text, chosen, generator) if mention["label"] in ("PER", "GPE") else text

    return _rewritten(gold, other)


def with_other_marks(gold: Gold, generator: random.Random) -> Gold:
    """Quotation marks of another kind; lengths stay, and so do the mentions."""
    opening, closing = generator.choice(_MARKS)
    text = "".join(
        opening if char in _OPENING else closing if char in _CLOSING else char
        for char in gold["text"]
    )
    return {**gold, "text": text}


def with_title_in_capitals(gold: Gold) -> Gold:
    """The first line shouted."""
    title, line_end, rest = gold["text"].partition("\n")
    return {**gold, "text": upper(title) + line_end + rest}


def _rewritten(gold: Gold, other: Callable[[Gold, str], str]) -> Gold:
    """The article with each mention's text replaced; nested mentions keep theirs."""
    pieces, mentions, at, moved = [], [], 0, 0
    for mention in sorted(gold["mentions"], key=lambda item: (item["start"], -item["end"])):
        if mention["start"] < at:
            return gold
        text = gold["text"][mention["start"] : mention["end"]]
        new = other(mention, text)
        pieces += [gold["text"][at : mention["start"]], new]
        start = mention["start"] + moved
        mentions.append({**mention, "start": start, "end": start + len(new)})
        at, moved = mention["end"], moved + len(new) - len(text)
    return {**gold, "text": "".join([*pieces, gold["text"][at:]]), "mentions": mentions}


def _other_person(text: str, chosen: dict[str, str], generator: random.Random) -> str:
    given, space, surname = text.partition(" ")
    gender = _gender(given)
    if not space or " " in surname or not gender or not surname[:1].isupper():
        return text
    bare, put = _bare(surname, lambda stem: read_word(stem).surname == _SURE)
    if bare is None:
        return text
    new_given = chosen.setdefault(given, generator.choice(_people("given_names")[gender]))
    new_surname = chosen.setdefault(bare, generator.choice(_people("surnames")[gender]))
    return f"{new_given} {put(new_surname)}"


def _other_place(text: str, chosen: dict[str, str], generator: random.Random) -> str:
    bare, put = _bare(text, lambda stem: any("city" in flag for flag in _flags(stem)))
    if " " in text or bare is None:
        return text
    return put(chosen.setdefault(bare, generator.choice(_cities())))


def _bare(word: str, is_name: Callable[[str], bool]) -> tuple[str | None, Callable[[str], str]]:
    """The name that *word* is a form of, and what puts another name into that form."""
    for item in analyze(word):
        plain = not (item.plural or item.possessive or item.relative or item.copula)
        if plain and is_name(item.stem):
            return item.stem, partial(inflect, case=item.case)
    return None, str


def _flags(word: str) -> tuple[str, ...]:
    return name_flags().get(lower(word), ())


def _gender(given: str) -> str | None:
    genders = [flag[-1] for flag in _flags(given) if flag.startswith("given.")]
    return genders[0] if genders and genders[0] in "mf" else None


@cache
def _people(lexicon: str) -> dict[str, list[str]]:
    """Names by gender; those for both are in both lists."""
    rows = read_lexicon(lexicon, GivenName)
    return {sex: [row.name for row in rows if row.gender in (sex, "u")] for sex in "mf"}


@cache
def _cities() -> list[str]:
    return list(_city_names())


def _city_names() -> Iterator[str]:
    for place in read_lexicon("places", Place):
        if "city" in place.kind and place.name.isalpha():
            yield place.name
