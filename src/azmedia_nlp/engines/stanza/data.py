"""Our tokens, sentences and names in the two formats that Stanza's trainers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from azmedia_nlp.annotations import Segmentation, Sentence, Token
from azmedia_nlp.engines.gold import Example
from azmedia_nlp.names.bio import to_bioes
from azmedia_nlp.spans import within

# Stanza takes a blank line for the end of a paragraph and a single line end for a space.
PARAGRAPH_BREAK: Final = "\n\n"

NerSentence = list[dict[str, str]]


class Labelled(NamedTuple):
    """Text, and a digit for each of its characters.

    ``0`` inside a token or between two, ``1`` a token's last character, ``2`` a sentence's;
    blank lines stand in both at the same places.
    """

    text: str
    labels: str


def ner_sentences(example: Example) -> Iterator[NerSentence]:
    """The sentences of an article as Stanza's NER reads them: ``text`` and a BIOES ``ner``."""
    tokens = example.segmentation.tokens
    tags = to_bioes(example.tags)
    for start, end in token_ranges(tokens, example.segmentation.sentences):
        yield [
            {"text": token.text, "ner": tag}
            for token, tag in zip(tokens[start:end], tags[start:end], strict=True)
        ]


def tokenizer_text(segmentations: Iterable[Segmentation]) -> Labelled:
    """The paragraphs of texts with their labels, for Stanza's tokenizer."""
    pieces = [piece for each in segmentations for piece in _paragraphs(each)]
    return Labelled(
        PARAGRAPH_BREAK.join(piece.text for piece in pieces),
        PARAGRAPH_BREAK.join(piece.labels for piece in pieces),
    )


def _paragraphs(segmentation: Segmentation) -> Iterator[Labelled]:
    for paragraph in segmentation.paragraphs:
        tokens = within(segmentation.tokens, paragraph.start, paragraph.end)
        sentences = within(segmentation.sentences, paragraph.start, paragraph.end)
        if tokens:
            yield _labelled(segmentation.text, tokens, sentences)


def _labelled(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Labelled:
    start, end = tokens[0].start, tokens[-1].end
    labels = ["0"] * (end - start)
    for token in tokens:
        labels[token.end - start - 1] = "1"
    for sentence in sentences:
        labels[sentence.end - start - 1] = "2"
    labels[-1] = "2"
    return Labelled(text[start:end], "".join(labels))


def token_ranges(
    tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> Iterator[tuple[int, int]]:
    """Which tokens each sentence holds."""
    starts = {sentence.start for sentence in sentences}
    edges = [index for index, token in enumerate(tokens) if token.start in starts]
    yield from zip(edges, [*edges[1:], len(tokens)], strict=True)
