"""An article as a Stanza document, and a Stanza document as an article.

What Stanza has no place for stands in one comment of the first sentence, ``# azmedia = {…}``,
and in MISC: ``Kind`` of a token that is no word, ``Stem``, the length of a token's stem where
an ending is set off, and ``NER``, the BIO tag of a name, which other tools look for beside
Stanza's own ``ner`` in BIOES. Whatever keeps comments and MISC loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from azmedia_nlp.adapters.stanza.layout import Layout, Placed, clean_layout, lay_out
from azmedia_nlp.adapters.tokens import tokens_of
from azmedia_nlp.annotations import (
    Article,
    Mention,
    Segmentation,
    Sentence,
    TimeExpression,
    Token,
)
from azmedia_nlp.article import ArticleParser
from azmedia_nlp.extras import require
from azmedia_nlp.names import find_mentions, tagged_mentions
from azmedia_nlp.names.bio import align, from_bioes, to_bioes, to_tags
from azmedia_nlp.segmentation import split_sentences, tokenize
from azmedia_nlp.serialization import from_dict

KEY: Final = "azmedia"
# Rebuilt from the document's own tokens and sentences.
_DRAWN: Final = ("text", "tokens", "sentences")
# What we write into MISC.
_OURS: Final = ("Kind=", "NER=", "Stem=")


class DocumentEngine(msgspec.Struct, frozen=True):
    """A document's own tokens, sentences and names, for our stages to go on from."""

    segmentation: Segmentation
    tags: tuple[str, ...] | None

    def segment(self, text: str) -> Segmentation:
        """The document's cuts."""
        del text
        return self.segmentation

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The document's names, or ours where no tagger has run."""
        if self.tags is None:
            return find_mentions(segmentation, times)
        return tagged_mentions(self.tags, segmentation, "stanza.document")


def to_stanza(article: Article) -> Any:
    """The article as a ``stanza.Document`` with names in ``ents``.

    ``from_stanza`` gives the article back, whole. An article without tokens gets them.

    Raises:
        MissingExtraError: Stanza is not installed.
    """
    tokens = tokens_of(article)
    tags = token_tags(tokens, article.mentions)
    document = _document(article.text, tokens, article.sentences, tags)
    annotate(document, article)
    return document


def tokenized_document(text: str, *, one_sentence: bool = False) -> Any:
    """A ``stanza.Document`` with our tokens and sentences and nothing else."""
    sentences = () if one_sentence else split_sentences(text)
    return _document(text, tokenize(text), sentences)


def from_stanza(document: Any, *, published: datetime | str | None = None) -> Article:
    """The article of a ``stanza.Document``.

    A document of ours gives the article that it was made of. Any other is read by our rooms:
    its tokens and sentences stay, and its names where a tagger has run. To have a document of
    ours read anew, take its comment away: ``document.remove_comments("azmedia")``. *published*
    dates an article that is read, as ``parse_article`` has it.

    Raises:
        OptionError: *published* cannot be read as a date, or the comment is damaged.
    """
    layout = lay_out(document)
    kept = document.sentences[0].get_comment(KEY) if document.sentences else None
    if kept is not None:
        return _restored(kept, layout)
    return read_document(document, published)


def read_document(document: Any, published: datetime | str | None = None) -> Article:
    """Read a document by our rooms, whatever it carries of ours."""
    layout = lay_out(document)
    clean, segmentation = clean_layout(layout)
    engine = DocumentEngine(segmentation, clean.tags())
    return ArticleParser(engine)(layout.text, published=published)


def annotate(document: Any, article: Article) -> None:
    """Write into a document, in place, what ``from_stanza`` makes the article of again."""
    tokens = {token.start: token for token in article.tokens}
    for placed in lay_out(document).tokens():
        token = tokens.get(placed.start)
        if token is not None:
            placed.unit.misc = "|".join(_misc(placed, token)) or None
    if document.sentences:
        data = {name: value for name, value in article.to_dict().items() if name not in _DRAWN}
        document.sentences[0].set_comment(KEY, json.dumps(data, ensure_ascii=False))


def token_tags(tokens: Sequence[Token], mentions: Iterable[Mention]) -> list[str]:
    """A BIOES tag a token; a mention whose edge falls inside a token has none."""
    spans = (align(tokens, each.start, each.end, each.label) for each in mentions)
    return to_bioes(to_tags((span for span in spans if span is not None), len(tokens)))


def _document(
    text: str,
    tokens: Sequence[Token],
    sentences: Iterable[Sentence],
    tags: Sequence[str] | None = None,
) -> Any:
    documents = require("stanza.models.common.doc", "stanza")
    starts = {sentence.start for sentence in sentences}
    rows: list[list[dict[str, Any]]] = []
    for index, token in enumerate(tokens):
        if not rows or token.start in starts:
            rows.append([])
        entry = _entry(len(rows[-1]) + 1, token)
        rows[-1].append(entry if tags is None else entry | {"ner": tags[index]})
    return documents.Document(rows, text)


def _entry(number: int, token: Token) -> dict[str, Any]:
    return {
        "id": (number,),
        "text": token.text,
        "start_char": token.start,
        "end_char": token.end,
    }


def _misc(placed: Placed, token: Token) -> Iterator[str]:
    """What stands in MISC already and is not ours, then what is."""
    for item in (placed.unit.misc or "").split("|"):
        if item and not item.startswith(_OURS):
            yield item
    if token.kind != "word":
        yield f"Kind={token.kind}"
    if (placed.token.ner or "O") != "O":
        yield f"NER={from_bioes([placed.token.ner])[0]}"
    if token.stem_end < token.end:
        yield f"Stem={token.stem_end - token.start}"


def _restored(kept: str, layout: Layout) -> Article:
    data = json.loads(kept)
    data["text"] = layout.text
    data["tokens"] = [_token(placed) for placed in layout.tokens()]
    data["sentences"] = [{"start": row[0].start, "end": row[-1].end} for row in layout.sentences]
    return from_dict(data)


def _token(placed: Placed) -> dict[str, Any]:
    misc = placed.misc()
    return {
        "start": placed.start,
        "end": placed.end,
        "kind": misc.get("Kind", "word"),
        "stem_end": placed.start + int(misc["Stem"]) if "Stem" in misc else placed.end,
    }
