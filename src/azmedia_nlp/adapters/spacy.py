"""spaCy: an article as a ``Doc``, and the pipe ``azmedia`` for a pipeline of yours.

``spacy.blank("az").add_pipe("azmedia")`` reads each document with ``parse_article``: names are
``doc.ents`` (an entity's id is ``ent.ent_id_``), times, statements and titles span groups,
sentences ``doc.sents``; the whole ``Article`` is ``doc._.azmedia``. Needs the extra ``spacy``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

import msgspec
import regex

from azmedia_nlp.adapters.tokens import tokens_of
from azmedia_nlp.annotations import Article, Span, Token
from azmedia_nlp.article import parse_article
from azmedia_nlp.extras import require
from azmedia_nlp.serialization import from_dict, to_json

_NAME: Final = "azmedia"
# spaCy keeps its strings in UTF-8, which has no halves of surrogate pairs.
_HALVES: Final = regex.compile(r"\p{Cs}")
_FACTORY: Final = "make_component"


class Reader(msgspec.Struct, frozen=True):
    """The pipe: reads a document's text and writes on it what stands in it."""

    published: str | None = None

    def __call__(self, doc: Any) -> Any:
        """Annotate *doc* and give it back."""
        return _annotated(doc, parse_article(doc.text, published=self.published))


def to_doc(article: Article, vocab: Any = None) -> Any:
    """The article as a spaCy ``Doc`` with our tokens; ``doc.text`` is the article's text.

    Halves of surrogate pairs become U+FFFD; offsets stay.

    Args:
        article: The article.
        vocab: The ``Vocab`` of the pipeline that is to read on; one of ``az`` by default.

    Raises:
        MissingExtraError: spaCy is not installed.
    """
    spacy = require("spacy", "spacy")
    text = _HALVES.sub("\N{REPLACEMENT CHARACTER}", article.text)
    words, spaces = _cut(text, tokens_of(article))
    shared = vocab if vocab is not None else spacy.blank("az").vocab
    return _annotated(spacy.tokens.Doc(shared, words=words, spaces=spaces), article)


def __getattr__(name: str) -> Any:
    """The factory that spaCy finds by its entry point; made when spaCy asks for it."""
    if name != _FACTORY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _factory()


@lru_cache(maxsize=1)
def _factory() -> Any:
    """Tell spaCy of the pipe."""

    def make_component(nlp: Any, name: str, published: str | None = None) -> Reader:
        del nlp, name
        return Reader(published)

    assigns = ["doc.ents", "doc.spans", "doc._.azmedia", "token.is_sent_start"]
    language = require("spacy.language", "spacy").Language
    _extend()
    return language.factory(
        _NAME, default_config={"published": None}, assigns=assigns, func=make_component
    )


def _annotated(doc: Any, article: Article) -> Any:
    _extend()
    doc.user_data[_NAME] = to_json(article)
    doc.ents = tuple(_entities(doc, article))
    doc.spans["times"] = list(_group(doc, article.times, "type"))
    doc.spans["quotations"] = list(_group(doc, article.quotations, "kind"))
    doc.spans["titles"] = list(_group(doc, [role.title for role in article.roles], "lemma"))
    _cut_sentences(doc, article)
    return doc


def _extend() -> None:
    """Give documents ``doc._.azmedia``; kept as JSON, so that ``DocBin`` can store it."""
    doc = require("spacy.tokens", "spacy").Doc
    if not doc.has_extension(_NAME):
        doc.set_extension(_NAME, getter=_article)


def _article(doc: Any) -> Article | None:
    stored = doc.user_data.get(_NAME)
    return _read(stored) if stored else None


@lru_cache(maxsize=16)
def _read(stored: str) -> Article:
    return from_dict(msgspec.json.decode(stored))


def _entities(doc: Any, article: Article) -> Iterator[Any]:
    """One entity a name; where names share a token of spaCy's the first has it."""
    at = 0
    for mention in article.mentions:
        span = doc.char_span(
            mention.start,
            mention.end,
            label=mention.label,
            span_id=mention.entity,
            alignment_mode="expand",
        )
        if span is not None and span.start >= at:
            at = span.end
            yield span


def _group(doc: Any, spans: Iterable[Span], label: str) -> Iterator[Any]:
    for span in spans:
        found = doc.char_span(
            span.start, span.end, label=getattr(span, label), alignment_mode="expand"
        )
        if found is not None:
            yield found


def _cut_sentences(doc: Any, article: Article) -> None:
    starts = {sentence.start for sentence in article.sentences}
    for token in doc:
        token.is_sent_start = token.idx in starts or token.i == 0


def _cut(text: str, tokens: Iterable[Token]) -> tuple[list[str], list[bool]]:
    """Words and whether one space follows; other white space is a word, as spaCy has it."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in [*((token.start, token.end) for token in tokens), (len(text), len(text))]:
        gap = text[at:start]
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
        at = end
    return words, spaces
