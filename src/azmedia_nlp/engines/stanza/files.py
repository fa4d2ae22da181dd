"""Where the models of a Stanza engine lie, and what to do when they do not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import msgspec

from azmedia_nlp.errors import ModelNotFoundError, OptionError

LANGUAGE: Final = "az"
# Names the directory where no argument does.
VARIABLE: Final = "AZMEDIA_STANZA"
_RECIPE: Final = (
    "pip install 'azmedia_nlp[stanza]', then: "
    "azmedia train stanza --data ARTICLES.jsonl --out DIRECTORY"
)


class ModelFiles(msgspec.Struct, frozen=True):
    """The files of one directory; Stanza is given each of them by its path."""

    directory: Path

    @property
    def tokenizer(self) -> Path:
        """Stanza's tokenizer."""
        return self.directory / "tokenizer.pt"

    @property
    def ner(self) -> Path:
        """Stanza's tagger."""
        return self.directory / "ner.pt"

    @property
    def vectors(self) -> Path:
        """The word vectors that the tagger was trained with."""
        return self.directory / "vectors.pt"

    @property
    def resources(self) -> Path:
        """The list of downloads that Stanza asks for; ours is empty."""
        return self.directory / "resources.json"

    @property
    def recipe(self) -> Path:
        """How the models were trained, in JSON."""
        return self.directory / "recipe.json"

    def missing(self) -> list[str]:
        """The names of the files that are not there."""
        needed = (self.tokenizer, self.ner, self.vectors, self.resources)
        return [path.name for path in needed if not path.is_file()]


def find_models(directory: str | os.PathLike[str] | None) -> ModelFiles:
    """The model files of *directory*, or of the one that ``AZMEDIA_STANZA`` names.

    Raises:
        OptionError: no directory is named.
        ModelNotFoundError: the directory lacks files.
    """
    named = directory or os.environ.get(VARIABLE)
    if not named:
        raise OptionError(
            f"engine='stanza' needs model_dir=DIRECTORY or the variable {VARIABLE}; "
            f"to train models: {_RECIPE}"
        )
    files = ModelFiles(Path(named))
    if lacking := files.missing():
        raise ModelNotFoundError(
            f"{files.directory}: no {', '.join(lacking)}; to train models: {_RECIPE}"
        )
    return files
