"""Archives: tables of articles and what was read in them, and questions to them."""

from azmedia_nlp.archive.building import build_archive
from azmedia_nlp.archive.reading import Archive, open_archive

__all__ = ["Archive", "build_archive", "open_archive"]
