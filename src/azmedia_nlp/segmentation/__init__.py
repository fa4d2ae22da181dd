"""From text to tokens, sentences and paragraphs."""

from azmedia_nlp.annotations import Segmentation
from azmedia_nlp.segmentation.foreign import segment_as
from azmedia_nlp.segmentation.layout import read_layout
from azmedia_nlp.segmentation.oddities import find_oddities
from azmedia_nlp.segmentation.sentences import find_sentences, split_sentences
from azmedia_nlp.segmentation.tokens import find_tokens, tokenize

__all__ = ["segment", "segment_as", "split_sentences", "tokenize"]


def segment(text: str) -> Segmentation:
    """Cut a clean text into tokens, sentences and paragraphs; say what is odd about it."""
    tokens = find_tokens(text)
    return Segmentation(
        text,
        tokens,
        find_sentences(text, tokens),
        read_layout(text, tokens),
        find_oddities(text, tokens),
    )
