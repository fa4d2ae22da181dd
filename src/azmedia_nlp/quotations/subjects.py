"""Who an attribution names: a mention, a pronoun, a noun of office, or nobody.

Azerbaijani marks the role of a noun on its last word, so the search is for the first phrase in
the right case: the nominative before an active verb, the ablative before a passive one
(*Nazirlikdən bildirilib*), the genitive before *sözlərinə görə*.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

import msgspec
import regex

from azmedia_nlp.alphabet import QUOTATION_MARKS
from azmedia_nlp.annotations import Mention
from azmedia_nlp.morphology.suffixes import Case
from azmedia_nlp.quotations.cases import case_of_word, place_mention, possessed_case
from azmedia_nlp.quotations.page import Page
from azmedia_nlp.quotations.vocabulary import (
    NounForm,
    connectives,
    document_forms,
    event_forms,
    noun_forms,
    particles,
    pronouns,
    type_words,
)

Cases = frozenset[Case]
SubjectKind = Literal["name", "pronoun", "noun", "document", "phrase", "indefinite"]

ACTIVE: Final[Cases] = frozenset({"nom"})
PASSIVE: Final[Cases] = frozenset({"abl"})
OWNER: Final[Cases] = frozenset({"gen"})
ADDRESSED: Final[Cases] = frozenset({"dat"})
NAMED: Final = frozenset({"PER", "ORG", "GPE"})
_OBLIQUE: Final = frozenset({"dat", "loc", "abl", "ins"})
_NO_TYPES: Final[frozenset[str]] = frozenset()
_OWNER_REACH: Final = 8
_DOCUMENT_REACH: Final = 14
_LIGHT: Final = regex.compile(r"(?:ed|et|olun)[aəeiıdm]")  # xidmət edəcəyini: a verb, no body
_TITLE_WORDS: Final = 4


class Subject(msgspec.Struct, frozen=True):
    """The words that name a speaker, as a range of tokens, and what they are.

    *owner* is the body that a part or a document speaks for: *Xarici İşlər Nazirliyi* in
    *Xarici İşlər Nazirliyinin mətbuat xidməti*.
    """

    first: int
    last: int
    kind: SubjectKind
    mention: Mention | None = None
    noun: NounForm | None = None
    owner: Mention | None = None
    issuer: Subject | None = None  # of a document: *nazirliyin* in *nazirliyin məlumatında*

    @property
    def is_person(self) -> bool:
        """Whether it is the name of a person."""
        return self.mention is not None and self.mention.label == "PER"


def find_subject(
    page: Page, items: Sequence[int], cases: Cases, *, near: bool = False
) -> Subject | None:
    """The first phrase of *items* that names a speaker in one of *cases*.

    A noun of office or a body gives way to the person's name behind it. With *near* the name
    must follow as titles do, since what comes later may be part of what was said.
    """
    title: Subject | None = None
    for at, item in enumerate(items):
        if title is not None and near and _ends_title(page, item):
            return title
        found = subject_at(page, items, at, cases)
        if found is None:
            continue
        if found.is_person or (found.kind == "pronoun" and title is None):
            return found
        title = title or found
    return title


def find_titleholder(page: Page, items: Sequence[int]) -> Subject | None:
    """An office that opens *items* before the name of somebody else.

    *Dövlət başçısı Kudratovun səfərinin … yaratdığını deyib*: the name is in the genitive, so that
    the office may stand by itself; looked for where no other subject is found.
    """
    for at in range(min(len(items) - 1, _TITLE_WORDS)):
        form = next(
            (form for form in noun_forms(page.words[items[at]]) if form.case == "nom"), None
        )
        mention = page.starts_mention(items[at + 1])
        if form is None or form.kind != "person" or mention is None or mention.label != "PER":
            continue
        if place_mention(page, items, at + 1, mention, _NO_TYPES).case == "gen":
            return Subject(items[0], items[at] + 1, "noun", noun=form)
    return None


def find_agent(page: Page, items: Sequence[int]) -> Subject | None:
    """Who does what a passive says: *X tərəfindən tənqid edilib və hesab edir ki*."""
    for before, item in pairwise(items):
        if page.words[item] in particles("agent") and page.mention_at[before] >= 0:
            mention = page.mentions[page.mention_at[before]]
            first = _mention_start(page, range(before + 1), before)
            return Subject(first, before + 1, "name", mention=mention)
    return None


def find_last_subject(page: Page, items: Sequence[int], cases: Cases) -> Subject | None:
    """The last phrase of *items* in one of *cases*: the owner nearest to what it owns."""
    for at in range(len(items) - 1, -1, -1):
        found = subject_at(page, items, at, cases)
        if found is not None:
            return found
    return None


def _ends_title(page: Page, item: int) -> bool:
    """Whether a word cannot stand between a title and the name it belongs to."""
    word = page.words[item]
    if page.mention_at[item] >= 0 or not word[:1].isalpha():
        return item in page.quotes
    if word in particles("postposition"):
        return False
    return case_of_word(word) in _OBLIQUE and possessed_case(word) != "nom"


def subject_at(page: Page, items: Sequence[int], at: int, cases: Cases) -> Subject | None:
    """The phrase whose name, pronoun or head noun stands at a position."""
    item = items[at]
    if item in page.quotes:
        return None
    mention = page.starts_mention(item)
    if mention is not None:
        return _named(page, items, at, mention, cases)
    if page.mention_at[item] >= 0:
        return None
    word = page.words[item]
    if word in pronouns():
        return _pronoun(page, items, at, cases)
    known = page.surnames.get(page.tokens[item].text)
    if known is not None:
        return Subject(item, item + 1, "name", mention=known) if "nom" in cases else None
    form = next((form for form in noun_forms(word) if form.case in cases), None)
    if form is None or word in particles("postposition") or _modifies_noun(page, items, at, form):
        return None
    return _noun(page, items, at, form)


def _pronoun(page: Page, items: Sequence[int], at: int, cases: Cases) -> Subject | None:
    item = items[at]
    if pronouns()[page.words[item]].case not in cases:
        return None
    follower = page.words[items[at + 1]] if at + 1 < len(items) else ""
    if follower in particles("determined"):
        return None
    return Subject(item, item + 1, "pronoun")


def _modifies_noun(page: Page, items: Sequence[int], at: int, form: NounForm) -> bool:
    """Whether a bare noun only describes the next: *şöbə müdiri, komitə rəsmisi*."""
    if form.possessed or form.case != "nom" or at + 1 >= len(items):
        return False
    return any(other.possessed for other in noun_forms(page.words[items[at + 1]]))


def _noun(page: Page, items: Sequence[int], at: int, form: NounForm) -> Subject | None:
    """A noun of office with what stands before it: *Çin lideri, bankın mətbuat xidməti*."""
    follower = page.words[items[at + 1]] if at + 1 < len(items) else ""
    if follower in particles("postposition") or _LIGHT.match(follower):
        return None
    if at + 1 < len(items) and _begins_person(page, items[at + 1]):
        return None
    first, owner = at, None
    while first > 0 and at - first < _OWNER_REACH:
        item = items[first - 1]
        if page.mention_at[item] >= 0:
            begin = _mention_start(page, items, first - 1)
            mention = page.mentions[page.mention_at[item]]
            placed = place_mention(page, items, begin, mention, _NO_TYPES)
            if placed.case not in ("gen", "nom"):
                break
            owner, first = _better_owner(owner, mention), begin
        elif _stands_in_phrase(page.words[item], form) and not _is_set_off(page, items, first - 1):
            first -= 1
        else:
            break
    if page.words[items[first]] in particles("age") and first > 0:
        first -= page.tokens[items[first - 1]].kind == "number"
    words = {page.words[item] for item in items[first:at]}
    partitive = follower in particles("partitive")
    unknown = partitive or (words & particles("indefinite") and not form.possessed)
    kind: SubjectKind = "indefinite" if unknown else "noun"
    return Subject(items[first], items[at] + 1 + partitive, kind, noun=form, owner=owner)


def _begins_person(page: Page, item: int) -> bool:
    """Whether a person's name begins here: the noun before it is only their title."""
    mention = page.starts_mention(item)
    return mention is not None and mention.label == "PER"


def _mention_start(page: Page, items: Sequence[int], at: int) -> int:
    while at > 0 and page.mention_at[items[at - 1]] == page.mention_at[items[at]]:
        at -= 1
    return at


def _is_set_off(page: Page, items: Sequence[int], at: int) -> bool:
    """Whether a token is an ending behind a closing mark: the *a* of *“Report”a*."""
    return (
        at > 0
        and page.tokens[items[at - 1]].end == page.tokens[items[at]].start
        and (page.words[items[at - 1]] in QUOTATION_MARKS)
    )


def _better_owner(owner: Mention | None, other: Mention) -> Mention:
    return other if owner is None or (owner.label != "ORG" and other.label == "ORG") else owner


def _stands_in_phrase(word: str, form: NounForm) -> bool:
    """Whether a word may stand in a noun phrase before its head; brackets hold acronyms."""
    if word in "()" or word in QUOTATION_MARKS:
        return form.kind != "person"
    if noun_forms(word):
        return True
    if not word[:1].isalpha() or (word,) in connectives():
        return False
    case = case_of_word(word)
    return case in ("nom", "gen") or (case == "acc" and possessed_case(word) == "nom")


def _named(
    page: Page, items: Sequence[int], at: int, mention: Mention, cases: Cases
) -> Subject | None:
    if mention.label not in NAMED or (at > 0 and page.words[items[at - 1]] == "("):
        return None
    types = type_words() if mention.label == "ORG" else _NO_TYPES
    case, behind = place_mention(page, items, at, mention, types)
    if case not in cases:
        return None
    follower = page.words[items[behind]] if behind < len(items) else ""
    if follower in particles("postposition"):
        return None
    if case == "nom" and mention.label != "PER" and _is_attribute(page, items, behind):
        return None
    return Subject(items[at], items[behind - 1] + 1, "name", mention=mention)


def _is_attribute(page: Page, items: Sequence[int], behind: int) -> bool:
    """Whether what stands behind a name makes it an attribute: *Çin lideri, ABŞ Prezidenti*."""
    if behind < len(items) and page.words[items[behind]] == "(":
        behind += 3
    for item in items[behind : behind + _TITLE_WORDS]:
        word = page.words[item]
        index = page.mention_at[item]
        if index >= 0:
            mention = page.mentions[index]
            bare = mention.label in NAMED and mention.text == mention.name
            return bare and item == items[behind]
        if not word[:1].isalpha():
            return False
        quoted = page.words[items[behind - 1]] in QUOTATION_MARKS  # “X” hesabında
        if quoted and word in event_forms():
            return True
        if any(form.possessed for form in noun_forms(word)):
            return True
        if (word,) in connectives():
            return False
        if len(word) > 4 and possessed_case(word) in ("nom", "gen") and item == items[behind]:
            return True
    return False


def find_document(page: Page, items: Sequence[int]) -> Subject | None:
    """A writing in the locative with its owner: *Agentliyin hesabatında, məlumatda*."""
    for at, item in enumerate(items):
        if page.mention_at[item] < 0 and page.words[item] in document_forms():
            owner = _owner_before(page, items, at)
            before = items[max(0, at - _DOCUMENT_REACH) : at]
            issuer = None if owner else find_last_subject(page, before, OWNER)
            return Subject(item, item + 1, "document", owner=owner, issuer=issuer)
    return None


def _owner_before(page: Page, items: Sequence[int], at: int) -> Mention | None:
    for before in range(at - 1, max(-1, at - 1 - _DOCUMENT_REACH), -1):
        mention = page.starts_mention(items[before])
        if mention is not None and mention.label in NAMED:
            placed = place_mention(page, items, before, mention, type_words())
            if placed.case == "gen" or placed.behind == at:
                return mention
    return None
