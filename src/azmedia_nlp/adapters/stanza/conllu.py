"""CoNLL-U through Stanza's own ``CoNLL`` class; names stand in MISC as ``ner=S-PER``."""

from __future__ import annotations

import io
from typing import Any

from azmedia_nlp.adapters.stanza.documents import from_stanza, to_stanza
from azmedia_nlp.annotations import Article
from azmedia_nlp.extras import require


def write_conllu(article: Article) -> str:
    """The article as CoNLL-U; ``read_conllu`` gives it back, whole.

    A text without any word has no sentence and gives nothing but an end of line.

    Raises:
        MissingExtraError: Stanza is not installed.
    """
    written = io.StringIO()
    _conll().write_doc2conll(to_stanza(article), written)
    return written.getvalue()


def read_conllu(text: str) -> Article:
    """The article of a CoNLL-U text, ours or another tool's.

    Raises:
        MissingExtraError: Stanza is not installed.
        OptionError: our comment in it is damaged.
    """
    return from_stanza(_conll().conll2doc(input_str=text))


def _conll() -> Any:
    return require("stanza.utils.conll", "stanza").CoNLL
