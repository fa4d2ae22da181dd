"""Articles from web pages, and articles in the formats of other tools; one module each."""

from azmedia_nlp.adapters.brat import Standoff, to_brat
from azmedia_nlp.adapters.conllu import to_conllu
from azmedia_nlp.adapters.frames import to_frames
from azmedia_nlp.adapters.html import parse_html
from azmedia_nlp.adapters.iob2 import to_iob2
from azmedia_nlp.adapters.jsonld import to_jsonld
from azmedia_nlp.adapters.spacy import to_doc
from azmedia_nlp.adapters.timex3 import to_timex3
from azmedia_nlp.adapters.webanno import to_webanno

__all__ = [
    "Standoff",
    "parse_html",
    "to_brat",
    "to_conllu",
    "to_doc",
    "to_frames",
    "to_iob2",
    "to_jsonld",
    "to_timex3",
    "to_webanno",
]
