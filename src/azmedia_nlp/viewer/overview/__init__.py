"""An archive of articles as one page: who speaks, where, of whom, in which position."""

from azmedia_nlp.viewer.overview.page import archive_page

__all__ = ["archive_page"]
