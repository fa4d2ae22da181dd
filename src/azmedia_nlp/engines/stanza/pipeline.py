"""A Stanza pipeline over local files: nothing is downloaded, ever."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from azmedia_nlp.engines.stanza.files import LANGUAGE, ModelFiles
from azmedia_nlp.extras import require


@lru_cache(maxsize=4)
def load_pipeline(directory: str) -> Any:
    """Stanza's tokenizer and tagger from the files of *directory*, on the processor.

    Raises:
        MissingExtraError: Stanza is not installed.
    """
    stanza = require("stanza", "stanza")
    files = ModelFiles(Path(directory))
    return stanza.Pipeline(
        LANGUAGE,
        dir=directory,
        processors={"tokenize": "default", "ner": "default"},
        tokenize_model_path=str(files.tokenizer),
        ner_model_path=str(files.ner),
        ner_pretrain_path=str(files.vectors),
        resources_filepath=str(files.resources),
        download_method=None,
        allow_unknown_language=True,
        use_gpu=False,
        logging_level="ERROR",
    )
