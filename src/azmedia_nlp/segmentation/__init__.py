"""From text to tokens, sentences and paragraphs."""

from azmedia_nlp.segmentation.layout import read_layout
from azmedia_nlp.segmentation.sentences import find_sentences, split_sentences
from azmedia_nlp.segmentation.tokens import find_tokens, tokenize

__all__ = ["find_sentences", "find_tokens", "read_layout", "split_sentences", "tokenize"]
