"""Articles from web pages, and articles in the formats of other tools; one module each."""

from azmedia_nlp.adapters.html import parse_html

__all__ = ["parse_html"]
