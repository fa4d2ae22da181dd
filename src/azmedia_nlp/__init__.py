"""Read Azerbaijani news: one call, ``parse_article(text)``."""

__version__ = "0.1.0"
