"""Tokens, sentences and names from Stanza's models; everything behind them is ours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression, Token
from azmedia_nlp.engines.stanza.data import PARAGRAPH_BREAK, token_ranges
from azmedia_nlp.engines.stanza.pipeline import load_pipeline
from azmedia_nlp.extras import require
from azmedia_nlp.names import tagged_mentions
from azmedia_nlp.segmentation import segment, segment_as

Offsets = tuple[int, int]


class StanzaEngine(msgspec.Struct, frozen=True):
    """Stanza's tokenizer and tagger from the models of a directory.

    The engine holds the directory's name alone, so it pickles; the models are loaded once a
    process, on first use.
    """

    model_dir: str

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text into Stanza's tokens and sentences and our paragraphs."""
        document = _tokenized(text, load_pipeline(self.model_dir))
        if document is None:
            return segment(text)
        lines = _Lines(text)
        sentences = [list(lines.back(sentence)) for sentence in document.sentences]
        return segment_as(
            text,
            [token for sentence in sentences for token in sentence],
            [(sentence[0][0], sentence[-1][1]) for sentence in sentences],
        )

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """Stanza's names with our nominatives; an ending that is set off stays outside."""
        del times
        if not segmentation.tokens:
            return ()
        tags = _tags(segmentation, load_pipeline(self.model_dir))
        return tagged_mentions(tags, segmentation, "stanza.ner")


class _Lines:
    """The line ends of a text, which Stanza is given twice over as ends of paragraphs."""

    def __init__(self, text: str) -> None:
        ends = (match.start() for match in re.finditer("\n", text))
        self._ends = [end + number for number, end in enumerate(ends)]

    def back(self, sentence: Any) -> Iterator[Offsets]:
        """The offsets of a sentence's tokens in the text with single line ends."""
        for token in sentence.tokens:
            doubled = bisect_left(self._ends, token.start_char)
            yield token.start_char - doubled, token.end_char - doubled


def _tokenized(text: str, pipeline: Any) -> Any:
    """Stanza's document of a text, or None for a text without words."""
    if not text.strip():
        return None
    document = pipeline(text.replace("\n", PARAGRAPH_BREAK), processors="tokenize")
    return document if document.sentences else None


def _tags(segmentation: Segmentation, pipeline: Any) -> list[str]:
    """A BIOES tag for each token."""
    documents = require("stanza.models.common.doc", "stanza")
    ranges = token_ranges(segmentation.tokens, segmentation.sentences)
    sentences = [list(_entries(segmentation.tokens[start:end])) for start, end in ranges]
    document = pipeline(documents.Document(sentences), processors="ner")
    return [token.ner for sentence in document.sentences for token in sentence.tokens]


def _entries(tokens: Iterable[Token]) -> Iterator[dict[str, Any]]:
    for number, token in enumerate(tokens, start=1):
        yield {"id": (number,), "text": token.text}
