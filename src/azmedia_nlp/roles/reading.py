"""A text prepared for roles: tokens with the mentions that stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Entity, Mention, Segmentation, Token
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.gazetteer import flags_of
from azmedia_nlp.spans import covering

_BODIES = ("ORG", "FAC")
_PLACES = ("GPE", "LOC")
# What a legal form makes of a name: ``“Xəzri Sığorta” ASC`` is a şirkət.
_COMPANY = "şirkət"


class Placed(NamedTuple):
    """A mention and the half-open range of tokens that it covers."""

    mention: Mention
    start: int
    end: int


class Reading:
    """Tokens, the mention on each of them, and sentence starts; built once for a text."""

    def __init__(
        self, segmentation: Segmentation, mentions: Sequence[Mention], entities: Sequence[Entity]
    ) -> None:
        self.text = segmentation.text
        self.tokens: Sequence[Token] = segmentation.tokens
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in entities}
        self.placed = tuple(_place(self.tokens, mentions))
        self.on: dict[int, Placed] = {
            index: placed for placed in self.placed for index in range(placed.start, placed.end)
        }
        self.sentences = segmentation.sentences

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence in which token *index* stands."""
        sentence = covering(self.sentences, self.tokens[index].start)
        first = index
        while first and sentence and self.tokens[first - 1].start >= sentence.start:
            first -= 1
        return first

    def is_body(self, placed: Placed) -> bool:
        """Whether a mention can employ."""
        return placed.mention.label in _BODIES

    def is_place(self, placed: Placed) -> bool:
        """Whether a mention can be served."""
        return placed.mention.label in _PLACES

    def body_of_kind(self, stems: Sequence[str], before: int) -> str | None:
        """The entity last named before a token whose name a generic noun can mean.

        ``Agentliyin`` means the agency named last, ``Şirkətin`` the company.
        """
        for placed in reversed(self.placed):
            if placed.start < before and self.is_body(placed) and self._is_kind(placed, stems):
                return placed.mention.entity
        return None

    def place_of_kind(self, kind: str, before: int) -> str | None:
        """The country, city or district last named before a token."""
        for placed in reversed(self.placed):
            if placed.start < before and placed.mention.label == "GPE":
                if (kind == "country") == _is_country(placed.mention.name):
                    return placed.mention.entity
        return None

    def _is_kind(self, placed: Placed, stems: Sequence[str]) -> bool:
        """Whether the name, or the type word right behind it, is of a kind."""
        entity = self.entities[placed.mention.entity]
        words = [word for name in (entity.name, *entity.aliases) for word in name.split()]
        behind = self.tokens[placed.end : placed.end + 3]
        words += [token.text for token in behind if token.text.islower() and len(token.text) > 3]
        return any(_is_form_of(word, stems) for word in words)


def _place(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Placed]:
    index = 0
    for mention in sorted(mentions, key=lambda item: item.start):
        while index < len(tokens) and tokens[index].end <= mention.start:
            index += 1
        end = index
        while end < len(tokens) and tokens[end].start < mention.end:
            end += 1
        if index < end:
            yield Placed(mention, index, end)


def _is_form_of(word: str, stems: Sequence[str]) -> bool:
    if "legal" in flags_of(word):
        return _COMPANY in stems
    return any(item.stem in stems for item in analyze(lower(word)) if item.possessive in (None, "3"))


def _is_country(name: str) -> bool:
    words = name.split()
    return "GPE.country" in flags_of(name) or "GPE.country" in flags_of(words[0])
