"""From a word to its stem and endings, and back."""

from azmedia_nlp.morphology.analysis import Analysis, analyze
from azmedia_nlp.morphology.inflection import inflect

__all__ = ["Analysis", "analyze", "inflect"]
