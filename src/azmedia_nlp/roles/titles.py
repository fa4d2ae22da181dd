"""A title read from right to left: ``(organ-gen) modifier* head (tail)``."""

from __future__ import annotations

from typing import Final

import msgspec

from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.annotations import RoleStatus, Title
from azmedia_nlp.roles.page import Page
from azmedia_nlp.roles.vocabulary import (
    Attribute,
    Head,
    Office,
    Tail,
    is_object,
    joiners,
    modifiers,
    offices,
    read_attribute,
    read_head,
    read_set_off,
    tails,
)

_LONGEST: Final = 10
_BRACKETED: Final = len(("(", "title", ")"))
_HIGH_VOWELS: Final = ("ı", "i", "u", "ü")


class TitlePhrase(msgspec.Struct, frozen=True):
    """A title in the text, as a half-open range of tokens.

    *open* says that the head's possessive looks for an owner further left; *possessor* is
    the bare noun in the genitive that the phrase begins with (*şirkətin*). *is_compound*
    says that a noun limits the head, as in *riyaziyyat müəllimi*.
    """

    first: int
    last: int
    head: Head
    lemma: str
    class_: str
    open: bool
    status: RoleStatus
    possessor: str | None = None
    is_compound: bool = False

    def without_first(self, count: int = 1) -> TitlePhrase:
        """The title without the words that name its owner."""
        return msgspec.structs.replace(self, first=self.first + count, possessor=None)


def read_title(page: Page, last: int, *, floor: int = 0) -> TitlePhrase | None:
    """The title whose last token is ``last - 1``, begun no earlier than *floor*; None if none is.

    A sentence's first token is a floor as well.
    """
    if last <= 0:
        return None
    floor = max(floor, page.first_of_sentence(last - 1))
    tail, end = _tail(page, _before_bracket(page, last, floor), floor)
    item = end - 1
    head = _head(page, item, tail) if item >= floor else None
    if head is None:
        return None
    office = _office(page, item, head, floor)
    if office is None:
        return None
    first = item - len(office.before)
    builder = _Expansion(
        page, floor, first, owned=head.possessed, is_open=head.possessed and not office.bound
    )
    builder.run()
    title_end = last if tail is None or tail.title else end
    return TitlePhrase(
        builder.first,
        title_end,
        head,
        office.head,
        office.class_,
        head.possessed,
        _status(page, builder.first, first, tail),
        builder.possessor,
        is_compound=builder.first < item and modifiers().get(page.words[item - 1]) != "former",
    )


def title_span(page: Page, phrase: TitlePhrase) -> Title:
    """The title's words with the bare nominative of their head."""
    start, end = page.tokens[phrase.first].start, page.tokens[phrase.last - 1].end
    return Title(start, end, page.text[start:end], lemma=phrase.lemma)


def _tail(page: Page, last: int, floor: int) -> tuple[Tail | None, int]:
    for words, tail in tails().get(page.words[last - 1], ()):
        begin = last - len(words)
        if begin > floor and tuple(page.words[begin:last]) == words:
            return tail, begin
    return None, last


def _before_bracket(page: Page, last: int, floor: int) -> int:
    """*Müvəkkili (Ombudsmanı)*: another word for the title in brackets."""
    opening = last - _BRACKETED
    if opening <= floor or page.words[last - 1] != ")" or page.words[opening] != "(":
        return last
    return opening if read_head(page.words[opening + 1]) else last


def _head(page: Page, item: int, tail: Tail | None) -> Head | None:
    """The head at *item*: a nominative, or the genitive before *səlahiyyətlərini icra edən*."""
    if page.at[item] >= 0:
        return None
    head = read_head(_former_cut(page.words[item]))
    if head is None or (head.case != "nom" and (tail is None or head.case != "gen")):
        return None
    return head


def _former_cut(word: str) -> str:
    """*eks-nazir* is read as *nazir*."""
    prefix, hyphen, rest = word.partition("-")
    return rest if hyphen and modifiers().get(prefix + hyphen) == "former" else word


def _office(page: Page, item: int, head: Head, floor: int) -> Office | None:
    """The longest title of the lexicon that ends with *head*; a trade may stand on its own."""
    for office in offices().get(head.stem, ()):
        first = item - len(office.before)
        fits = not office.bound or head.possessed
        if fits and first >= floor and tuple(page.words[first:item]) == office.before:
            return office
    if head.stem in offices():
        return None
    return Office((), False, "profession", head.stem)


def _status(page: Page, first: int, office: int, tail: Tail | None) -> RoleStatus:
    """What the tail says, else the words before the office (*müvəqqəti işlər vəkili* is one)."""
    if tail is not None and tail.status != "current":
        return tail.status
    for word in page.words[first : office + 1]:
        kind = modifiers().get(word) if word != page.words[office] else None
        if kind in ("former", "acting"):
            return kind
        if modifiers().get(word.partition("-")[0] + "-") == "former":
            return "former"
    return "current"


class _Expansion:
    """The walk to the left from a title's head, word by word."""

    def __init__(self, page: Page, floor: int, first: int, *, owned: bool, is_open: bool) -> None:
        self.page = page
        self.owned = owned
        self.floor = max(floor, first - _LONGEST)
        self.first = first
        self.is_open = is_open
        self.in_field = False
        self.listed = False
        self.possessor: str | None = None

    def run(self) -> None:
        """Walk as far as the words belong to the title."""
        last = self.first
        while self.possessor is None and self._take(self.first - 1):
            pass
        if self.first < last and self._begins_with_object():
            self.first += 1 + (self.page.words[self.first + 1] in joiners("and"))

    def _begins_with_object(self) -> bool:
        """*Bu sözləri nazirin müşaviri deyib*, *Protokolu komissiya sədri oxuyub*."""
        word, before = self.page.words[self.first], self.first - 1
        if before >= self.floor and self.page.words[before] in joiners("determiner"):
            return word.endswith(_HIGH_VOWELS)
        return self.page.mention_at(before) is None and is_object(word)

    def _take(self, item: int) -> bool:
        """Take the word at *item* into the title if it belongs there."""
        if item < self.floor or self.page.at[item] >= 0:
            return False
        word = self.page.words[item]
        kind = modifiers().get(word)
        if kind in ("modifier", "former", "acting"):
            return self._move(item, Attribute())
        if word in joiners("field"):
            return self._take_field(item)
        if word in joiners("and") or (word == "," and self.listed):
            return self._take_list(item)
        attribute = self._attribute(item)
        if attribute is None or not (self.is_open or (self.owned and attribute.organ)):
            return False
        return self._move(item, attribute)

    def _take_field(self, item: int) -> bool:
        """Take *üzrə* and what it governs, be it a name: *Hatay üzrə koordinatoru*."""
        self.is_open = True
        self.in_field = True
        named = self.page.mention_at(item - 1)
        if named is not None and named.first >= self.floor:
            self.first = named.first
            return True
        self.first = item
        return self._take(item - 1)

    def _take_list(self, item: int) -> bool:
        """Take *ali təhsil və* before *elmi tədqiqatlar naziri*: nouns on both sides."""
        before = item - 1
        if before < self.floor or self.page.at[before] >= 0 or not self.is_open:
            return False
        attribute = self._attribute(before)
        if attribute is None or attribute.organ or self._is_lone_plural(before):
            return False
        self.listed = True
        return self._move(before, attribute)

    def _attribute(self, item: int) -> Attribute | None:
        token = self.page.tokens[item]
        if token.kind == "number":
            return Attribute() if token.stem_end < token.end else None
        if token.stem_end < token.end:
            return read_set_off(lower(token.stem), lower(token.ending))
        if token.kind != "word" or _is_person(self.page.words[item]) or self._is_ending(item):
            return None
        return read_attribute(self.page.words[item])

    def _is_ending(self, item: int) -> bool:
        """``“qırmızılar”ın``: the ending of what stands in quotation marks."""
        if item == 0 or self.page.tokens[item - 1].text not in QUOTATION_MARKS:
            return False
        return self.page.tokens[item - 1].end == self.page.tokens[item].start

    def _is_lone_plural(self, item: int) -> bool:
        """*sakinlər və …*; *xarici işlər və …* has a word of its own before the plural."""
        word = self.page.words[item]
        if self.in_field or word in modifiers() or not word.endswith(("lar", "lər")):
            return False
        before = item - 1
        inside = before >= self.floor and self.page.at[before] < 0
        return not (inside and self._attribute(before) is not None)

    def _move(self, item: int, attribute: Attribute) -> bool:
        self.first = item
        self.is_open = self.is_open or attribute.organ is not None
        if attribute.organ and not attribute.possessed:
            self.possessor = attribute.organ
        return True


def _is_person(word: str) -> bool:
    """Whether a word inside a title would be a title itself: *nazir və məktəb direktoru*.

    Several of a kind make a body: *münsiflər heyəti*.
    """
    head = read_head(word)
    if head is None or head.case != "nom" or word in modifiers():
        return False
    return not head.plural or head.possessed
