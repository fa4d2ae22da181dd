"""Many articles: records, the processes that read them, the files that they come in."""

from azmedia_nlp.batch.parsing import parse_articles
from azmedia_nlp.batch.records import ArticleFailure, ArticleRecord, FieldNames, ParsedArticle

__all__ = ["ArticleFailure", "ArticleRecord", "FieldNames", "ParsedArticle", "parse_articles"]
