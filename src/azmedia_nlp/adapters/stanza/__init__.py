"""Articles as Stanza documents and back, and our rooms inside a Stanza pipeline.

Needs the extra ``stanza``; nothing is imported from it before one of these is called.
"""

from azmedia_nlp.adapters.stanza.conllu import read_conllu, write_conllu
from azmedia_nlp.adapters.stanza.documents import from_stanza, to_stanza
from azmedia_nlp.adapters.stanza.processors import RESOURCES, pipeline, register

__all__ = [
    "RESOURCES",
    "from_stanza",
    "pipeline",
    "read_conllu",
    "register",
    "to_stanza",
    "write_conllu",
]
