"""Read Azerbaijani news: one call, ``parse_article(text)``."""

from azmedia_nlp.article import ArticleParser, parse_article

__version__ = "0.1.0"
__all__ = ["ArticleParser", "parse_article"]
