"""Train Stanza's tokenizer and tagger with Stanza's own trainers, from annotated articles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from azmedia_nlp.engines.gold import Example, read_examples
from azmedia_nlp.engines.stanza.data import ner_sentences, tokenizer_text
from azmedia_nlp.engines.stanza.files import LANGUAGE, ModelFiles
from azmedia_nlp.engines.stanza.vectors import write_vectors
from azmedia_nlp.errors import OptionError
from azmedia_nlp.extras import require

_SHORTHAND: Final = f"{LANGUAGE}_azmedia"
# Every so many articles one is held out; Stanza stops by it and keeps the best model.
_HELD_OUT: Final = 20


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How long and how large to train; the defaults are those of the published figures.

    Attributes:
        steps: The tagger's most steps, a batch each.
        every: Steps from one test on held-out articles to the next.
        tokenizer_steps: The tokenizer's steps.
        vector_size: Numbers in a word vector.
        hidden: Units of the tagger's LSTM, each way.
        rate: Adam's learning rate at first; it is halved when held-out articles do not gain.
        seed: Of Stanza's random numbers.
    """

    steps: int = 6000
    every: int = 200
    tokenizer_steps: int = 1000
    vector_size: int = 100
    hidden: int = 256
    rate: float = 0.002
    seed: int = 1234


DEFAULT: Final = Settings()


class Work(msgspec.Struct, frozen=True):
    """The files that Stanza's trainers read, in a folder of their own."""

    folder: Path

    def ner(self, part: str) -> Path:
        """Sentences with tags."""
        return self.folder / f"{part}.ner.json"

    def text(self, part: str) -> Path:
        """Plain text."""
        return self.folder / f"{part}.txt"

    @property
    def words(self) -> Path:
        """Tokens of several words: Azerbaijani has none, the trainer wants the file."""
        return self.folder / "mwt.json"

    def labels(self, part: str) -> Path:
        """A digit for each character of the text."""
        return self.folder / f"{part}.toklabels"


def train(paths: Sequence[Path], out: Path, settings: Settings = DEFAULT) -> ModelFiles:
    """Train both models on the articles of *paths* and write them into *out*.

    The files that the trainers read stay in ``out/work``.

    Raises:
        MissingExtraError: Stanza is not installed.
        OptionError: a line holds no annotated article, or there are too few to hold any out.
    """
    require("stanza", "stanza")
    examples = list(read_examples(*paths))
    if len(examples) <= 1:
        raise OptionError(f"{len(examples)} articles to train on: two are the least")
    files, work = ModelFiles(out), Work(out / "work")
    work.folder.mkdir(parents=True, exist_ok=True)
    sentences = _write_parts(examples, work)
    write_vectors(sentences, files.vectors, size=settings.vector_size)
    _train_tokenizer(work, files, settings)
    _train_ner(work, files, settings)
    files.resources.write_text("{}\n", encoding="utf-8")
    files.recipe.write_text(_recipe(paths, settings), encoding="utf-8")
    return files


def _write_parts(examples: Sequence[Example], work: Work) -> list[list[str]]:
    """Write what is trained on and what is held out; return the former's words."""
    work.words.write_text("[]", encoding="utf-8")
    _write_part(examples[::_HELD_OUT], work, "dev")
    kept = [each for at, each in enumerate(examples) if at % _HELD_OUT]
    return _write_part(kept, work, "train")


def _write_part(examples: Sequence[Example], work: Work, part: str) -> list[list[str]]:
    sentences = [sentence for each in examples for sentence in ner_sentences(each)]
    labelled = tokenizer_text(each.segmentation for each in examples)
    work.ner(part).write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
    work.text(part).write_text(labelled.text, encoding="utf-8")
    work.labels(part).write_text(labelled.labels, encoding="utf-8")
    return [[token["text"] for token in sentence] for sentence in sentences]


def _train_tokenizer(work: Work, files: ModelFiles, settings: Settings) -> None:
    trainer = require("stanza.models.tokenizer", "stanza")
    options = {
        "txt_file": work.text("train"),
        "label_file": work.labels("train"),
        "dev_txt_file": work.text("dev"),
        "dev_label_file": work.labels("dev"),
        "mwt_json_file": work.words,
        "lang": LANGUAGE,
        "max_seqlen": 300,
        "steps": settings.tokenizer_steps,
        "eval_steps": min(200, settings.tokenizer_steps),
    }
    trainer.main(_arguments(options, files.tokenizer, settings))


def _train_ner(work: Work, files: ModelFiles, settings: Settings) -> None:
    trainer = require("stanza.models.ner_tagger", "stanza")
    options = {
        "train_file": work.ner("train"),
        "eval_file": work.ner("dev"),
        "wordvec_pretrain_file": files.vectors,
        "hidden_dim": settings.hidden,
        "optim": "adam",
        "lr": settings.rate,
        "patience": 2,
        "max_steps": settings.steps,
        "eval_interval": min(settings.every, settings.steps),
        "max_batch_words": 1000,
    }
    trainer.main(_arguments(options, files.ner, settings))


def _arguments(options: dict[str, Any], model: Path, settings: Settings) -> list[str]:
    """The command line of a trainer of Stanza's."""
    shared = {
        "mode": "train",
        "shorthand": _SHORTHAND,
        "save_dir": model.parent,
        "save_name": model.name,
        "seed": settings.seed,
    }
    return [
        part for name, value in (shared | options).items() for part in (f"--{name}", str(value))
    ]


def _recipe(paths: Sequence[Path], settings: Settings) -> str:
    about = {
        "command": "azmedia train stanza",
        "stanza": require("stanza", "stanza").__version__,
        "torch": require("torch", "stanza").__version__,
        "settings": msgspec.structs.asdict(settings),
        "data": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths},
    }
    return json.dumps(about, indent=2) + "\n"
