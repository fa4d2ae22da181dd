"""Articles to look at: self-contained HTML pages, and themselves in notebooks.

A page loads nothing and sends nothing: styles and script stand in it, and its content
security policy lets a browser run those and no others.
"""

from azmedia_nlp.viewer.page import article_page, articles_page, notebook_cell

__all__ = ["article_page", "articles_page", "notebook_cell"]
