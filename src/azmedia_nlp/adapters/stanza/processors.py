"""Our rooms as processors of a Stanza pipeline.

``register`` tells Stanza of a variant ``azmedia`` of ``tokenize`` and ``ner``, and of a
processor ``news`` that reads times, roles and quotations into the document. The classes here
are mixed with Stanza's as they are registered, so that the module itself needs no Stanza.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Final

from azmedia_nlp.adapters.stanza.documents import (
    annotate,
    read_document,
    token_tags,
    tokenized_document,
)
from azmedia_nlp.adapters.stanza.layout import clean_layout, lay_out
from azmedia_nlp.extras import require
from azmedia_nlp.names import find_mentions

NAME: Final = "azmedia"
NEWS: Final = "news"
LANGUAGE: Final = "az"
# What Stanza reads instead of its list of downloads: it knows Azerbaijani, and no model of it.
RESOURCES: Final = str(Path(__file__).parents[2] / "data" / "stanza_resources.json")


def pipeline(**options: Any) -> Any:
    """A ``stanza.Pipeline`` of our processors, offline; *options* are Stanza's and win.

    ``news_published="2025-03-14"`` gives the date of publication.

    Raises:
        MissingExtraError: Stanza is not installed.
    """
    register()
    ours: dict[str, Any] = {
        "processors": {"tokenize": NAME, "ner": NAME, NEWS: NAME},
        "download_method": None,
        "resources_filepath": RESOURCES,
        "use_gpu": False,
        "logging_level": "ERROR",
    }
    return require("stanza", "stanza").Pipeline(LANGUAGE, **ours | options)


def register() -> None:
    """Register our processors with Stanza; again does nothing.

    Documents get the properties ``article``, ``times``, ``roles`` and ``quotations``, which
    are None and empty where ``news`` has not run.

    Raises:
        MissingExtraError: Stanza is not installed.
    """
    require("stanza", "stanza")
    processors = require("stanza.pipeline.registry", "stanza").NAME_TO_PROCESSOR_CLASS
    if NEWS in processors:
        return
    stanza = require("stanza.pipeline.processor", "stanza")
    processors["ner"] = type("NERProcessor", (_NerWithVariants, processors["ner"]), {})
    for processor, variant in (("tokenize", _Tokenizer), ("ner", _Tagger)):
        mixed = type(variant.__name__, (variant, stanza.ProcessorVariant), {})
        stanza.register_processor_variant(processor, NAME)(mixed)
    stanza.register_processor(NEWS)(type("NewsProcessor", (_News, stanza.Processor), {}))
    _add_properties(require("stanza.models.common.doc", "stanza").Document)


def _add_properties(document: Any) -> None:
    document.add_property("article", setter=lambda self, value: setattr(self, "_article", value))
    for name in ("times", "roles", "quotations"):
        document.add_property(name, getter=_reader(name))


def _reader(name: str) -> Any:
    return lambda document: getattr(document.article, name, ())


class _Tokenizer:
    """``tokenize`` by our tokens and sentences."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._one_sentence = bool(config.get("no_ssplit"))

    def process(self, document: Any) -> Any:
        """A document of the text, or of the text of a document."""
        text = document if isinstance(document, str) else document.text
        return tokenized_document(text, one_sentence=self._one_sentence)


class _Tagger:
    """``ner`` by our names, whoever made the tokens."""

    OVERRIDE: ClassVar = True  # Stanza's tagger would ask for its model otherwise

    def __init__(self, config: dict[str, Any]) -> None:
        del config

    def process(self, document: Any) -> Any:
        """Give each token a tag and the document its ``ents``."""
        layout, segmentation = clean_layout(lay_out(document))
        tags = token_tags(segmentation.tokens, find_mentions(segmentation, ()))
        for sentence in document.sentences:
            for token in sentence.tokens:
                token.ner = "O"
        for placed, tag in zip(layout.tokens(), tags, strict=True):
            placed.token.ner = tag
        document.build_ents()
        return document


class _NerWithVariants:
    """Stanza's tagger, with room for variants: its set-up looks into a model in any case."""

    def _set_up_final_config(self, config: dict[str, Any]) -> None:
        if hasattr(self, "_variant"):
            self._config = config
            self.model_paths = [NAME]
        else:
            super()._set_up_final_config(config)  # type: ignore[misc]


class _News:
    """``news``: times, roles and quotations, on the tokens and names that are there."""

    PROVIDES_DEFAULT: ClassVar = {NEWS}
    REQUIRES_DEFAULT: ClassVar = {"tokenize"}
    config: dict[str, Any]

    def process(self, document: Any) -> Any:
        """Read the document; set its properties and write into it what CoNLL-U keeps."""
        document.article = read_document(document, self.config.get("published"))
        annotate(document, document.article)
        return document
