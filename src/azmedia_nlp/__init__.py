"""Read Azerbaijani news: sentences, dates, names, positions, and who said what.

>>> from azmedia_nlp import parse_article
>>> article = parse_article("Nazir Elçin Qaralı bildirib ki, yol mayın 12-də açılacaq.")
>>> [entity.name for entity in article.entities]
['Elçin Qaralı']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
    ArchiveError,
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

if TYPE_CHECKING:
    from azmedia_nlp.adapters import parse_html
    from azmedia_nlp.archive import build_archive, open_archive
    from azmedia_nlp.batch import ArticleFailure, ArticleRecord, ParsedArticle, parse_articles

__version__ = "0.1.0"

__all__ = [
    "ArchiveError",
    "Article",
    "ArticleFailure",
    "ArticleParser",
    "ArticleRecord",
    "AzmediaError",
    "Entity",
    "LexiconError",
    "Mention",
    "MissingExtraError",
    "ModelError",
    "OptionError",
    "ParsedArticle",
    "Quotation",
    "Role",
    "Sentence",
    "Span",
    "TimeExpression",
    "Token",
    "analyze",
    "article_schema",
    "build_archive",
    "extract_mentions",
    "extract_times",
    "from_dict",
    "inflect",
    "normalize_text",
    "open_archive",
    "parse_article",
    "parse_articles",
    "parse_date",
    "parse_html",
    "split_sentences",
    "to_json",
    "tokenize",
]

# What most programs do without is loaded when it is first named.
_LAZY = {
    "parse_html": "azmedia_nlp.adapters",
    "ArticleFailure": "azmedia_nlp.batch",
    "ArticleRecord": "azmedia_nlp.batch",
    "ParsedArticle": "azmedia_nlp.batch",
    "build_archive": "azmedia_nlp.archive",
    "open_archive": "azmedia_nlp.archive",
    "parse_articles": "azmedia_nlp.batch",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
