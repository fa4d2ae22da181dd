"""Stand-off annotations: what every stage produces, and nothing else.

All offsets are code-point offsets into the article text as it was given,
half-open like a slice: ``text[span.start:span.end] == span.text``.

The classes are immutable ``msgspec.Struct``s: they behave as frozen, slotted
dataclasses and are built eight times faster, which is felt at one object a token.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from typing import Any, Final, Literal

import msgspec

from azmedia_nlp.alphabet import lower_word

TokenKind = Literal["word", "number", "punct", "symbol", "url", "email", "handle"]
ParagraphKind = Literal["title", "date", "body", "other"]
Label = Literal["PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "WORK", "LAW", "PRODUCT"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
RoleStatus = Literal["current", "former", "acting"]
QuotationKind = Literal["direct", "indirect"]


class Span(msgspec.Struct, frozen=True, gc=False):
    """A piece of the article text and where it stands."""

    start: int
    end: int
    text: str

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Token(Span, frozen=True, gc=False):
    """A word with its endings, a number, a mark.

    *stem_end* is where the name or number inside the token ends and an ending set off
    by a hyphen or apostrophe begins: the offset after ``ABŞ`` in ``ABŞ-ın``, after
    ``2025`` in ``2025-ci``. It equals *end* where nothing is set off.
    """

    kind: TokenKind
    stem_end: int

    @property
    def stem(self) -> str:
        """The token's text without the ending that is set off."""
        return self.text[: self.stem_end - self.start]

    @property
    def ending(self) -> str:
        """The letters of the ending that is set off, without its hyphen: ``ın``."""
        return self.text[self.stem_end - self.start + 1 :]


class Sentence(Span, frozen=True):
    """A sentence as the guidelines cut it; a headline or a date line is one as well."""


class Paragraph(Span, frozen=True):
    """A line of the article and what it is: title, date line, body, page furniture."""

    kind: ParagraphKind


class TextWarning(msgspec.Struct, frozen=True, gc=False):
    """Something odd in the input that a reader of the result may want to know."""

    code: str
    start: int
    end: int
    message: str


class Segmentation(msgspec.Struct, frozen=True, dict=True):
    """A text cut three ways; what every later stage is given. Sequences are in text order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    warnings: tuple[TextWarning, ...] = ()

    @cached_property
    def starts(self) -> list[int]:
        """Where the tokens begin: with ``bisect``, the token at an offset."""
        return [token.start for token in self.tokens]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple([lower_word(token.text) for token in self.tokens])


class PublicationDate(msgspec.Struct, frozen=True):
    """When the article was published (TimeML's document creation time).

    *value* is ISO 8601, a date alone where no clock time is given; *moment* is the same in
    Asia/Baku, at midnight for a date alone. Both are None where nothing is known.
    """

    value: str | None = None
    moment: datetime | None = None


class TimeExpression(Span, frozen=True, kw_only=True):
    """A temporal expression with its TIMEX3 type and value.

    *begin* and *until* are the half-open interval that the value denotes, or None.
    *known* names the fields that the text itself states (``("month", "day")``); what
    is in *value* beyond them was inferred.
    """

    type: TimeType
    value: str
    begin: str | None = None
    until: str | None = None
    grain: str = "day"
    known: tuple[str, ...] = ()
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    rule: str = ""

    def to_datetime(self) -> datetime | date | None:
        """The first moment of the interval: a date, or a datetime for clock times."""
        if self.begin is None or len(self.begin) < len("2025-11-18"):
            return None
        if "T" in self.begin:
            return datetime.fromisoformat(self.begin)
        return date.fromisoformat(self.begin)


class Mention(Span, frozen=True, kw_only=True):
    """One occurrence of a name; *name* is its nominative, *entity* an entity's id."""

    label: Label
    name: str
    entity: str = ""
    rule: str = ""


class Entity(msgspec.Struct, frozen=True):
    """Who or what the mentions that share it are, under the article's fullest name."""

    id: str
    label: Label
    name: str
    aliases: tuple[str, ...] = ()


class Title(Span, frozen=True):
    """The words that name a position, with the nominative of their head."""

    lemma: str


class Role(Span, frozen=True, kw_only=True):
    """A person's position as the text gives it; the other ends are entity ids.

    The span is the whole phrase, from the body or title to the person's name.
    *place* is whom an official serves, *host* where an ambassador sits.
    """

    person: str
    title: Title
    organization: str | None = None
    place: str | None = None
    host: str | None = None
    status: RoleStatus = "current"
    rule: str = ""


class Cue(Span, frozen=True):
    """The verb or phrase of saying, with the infinitive or base phrase it comes from."""

    lemma: str


class Quotation(Span, frozen=True, kw_only=True):
    """What somebody said: an attribution relation in the sense of PARC 3.0.

    The span is the content. *source* is the words that name the speaker in the
    attribution, *speaker* the entity they mean, *speaker_text* their surface form where
    they are no name themselves: *Səfir*, *O*, or somebody whom the text does not name.
    """

    kind: QuotationKind
    cue: Cue | None = None
    source: Span | None = None
    speaker: str | None = None
    speaker_text: str | None = None
    rule: str = ""


class Source(Span, frozen=True):
    """A news outlet that the text gives credit to."""

    name: str
    entity: str | None = None


class QuotationReading(msgspec.Struct, frozen=True):
    """What the quotation stage finds: statements, credited outlets, oddities."""

    quotations: tuple[Quotation, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: tuple[TextWarning, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A text and everything that was read in it.

    *title* is the headline, *published* ISO 8601 in Asia/Baku (a date alone where no clock
    time is known). Every sequence is in text order.
    """

    text: str
    title: str | None
    published: str | None
    sources: tuple[Source, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    roles: tuple[Role, ...]
    quotations: tuple[Quotation, ...]
    warnings: tuple[TextWarning, ...]
    tokens: tuple[Token, ...] = ()

    def to_dict(self, *, tokens: bool = False) -> dict[str, Any]:
        """The article as JSON types; ``article_schema()`` describes them.

        Spans are given by their offsets alone; *tokens* adds the tokens.
        """
        data: dict[str, Any] = _plain(self)
        if not tokens:
            del data["tokens"]
        return data

    def to_html(self, *, language: str = "az") -> str:
        """The article as a self-contained page; its own words in *language*: ``az`` or ``en``.

        Raises:
            OptionError: the pages do not speak *language*.
        """
        page: str = import_module(_VIEWER).article_page(self, language=language)
        return page

    def _repr_html_(self) -> str:
        """The page in a frame, for notebooks."""
        cell: str = import_module(_VIEWER).notebook_cell(self)
        return cell

    def entity(self, entity_id: str | None) -> Entity | None:
        """The entity of that id, or None."""
        return next((entity for entity in self.entities if entity.id == entity_id), None)


# Named, not imported: the viewer stands below and knows the classes of this file. It is
# read only by whoever asks for a page.
_VIEWER: Final = "azmedia_nlp.viewer"

# A position's words and the article itself keep their text; other spans are offsets.
_WITH_TEXT = (Title, Article)


def _plain(value: Any) -> Any:
    """A struct as a dictionary, a tuple as a list, all the way down."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not isinstance(value, msgspec.Struct):
        return value
    return {
        name: _plain(getattr(value, name))
        for name in value.__struct_fields__
        if name != "text" or isinstance(value, _WITH_TEXT)
    }
