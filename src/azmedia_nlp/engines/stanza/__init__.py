"""Stanza as an engine: its tokenizer and tagger, trained on Azerbaijani news, behind our rooms."""

from __future__ import annotations

import os

from azmedia_nlp.engines.stanza.engine import StanzaEngine
from azmedia_nlp.engines.stanza.files import find_models
from azmedia_nlp.extras import require

__all__ = ["StanzaEngine", "load_engine"]


def load_engine(model_dir: str | os.PathLike[str] | None = None) -> StanzaEngine:
    """An engine over the models of *model_dir*, or of the one ``AZMEDIA_STANZA`` names.

    Raises:
        MissingExtraError: Stanza is not installed.
        OptionError: no directory is named.
        ModelNotFoundError: the directory lacks files.
    """
    require("stanza", "stanza")
    return StanzaEngine(str(find_models(model_dir).directory))
