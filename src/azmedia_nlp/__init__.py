"""Read Azerbaijani news: sentences, dates, names, positions, and who said what.

>>> from azmedia_nlp import parse_article
>>> article = parse_article("Nazir Elçin Qaralı bildirib ki, yol mayın 12-də açılacaq.")
>>> [entity.name for entity in article.entities]
['Elçin Qaralı']
"""

from azmedia_nlp.adapters.html import parse_html
from azmedia_nlp.annotations import (
    Article,
    Entity,
    Mention,
    Quotation,
    Role,
    Sentence,
    Span,
    TimeExpression,
    Token,
)
from azmedia_nlp.article import ArticleParser, parse_article
from azmedia_nlp.errors import (
    AzmediaError,
    LexiconError,
    MissingExtraError,
    ModelError,
    OptionError,
)
from azmedia_nlp.morphology import analyze, inflect
from azmedia_nlp.names import extract_mentions
from azmedia_nlp.normalization import normalize_text
from azmedia_nlp.segmentation import split_sentences, tokenize
from azmedia_nlp.serialization import article_schema, from_dict, to_json
from azmedia_nlp.times import extract_times, parse_date

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleParser",
    "AzmediaError",
    "Entity",
    "LexiconError",
    "Mention",
    "MissingExtraError",
    "ModelError",
    "OptionError",
    "Quotation",
    "Role",
    "Sentence",
    "Span",
    "TimeExpression",
    "Token",
    "analyze",
    "article_schema",
    "extract_mentions",
    "extract_times",
    "from_dict",
    "inflect",
    "normalize_text",
    "parse_article",
    "parse_date",
    "parse_html",
    "split_sentences",
    "to_json",
    "tokenize",
]
