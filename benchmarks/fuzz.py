"""Fuzz every public function with coverage as the guide.

python -m benchmarks.fuzz [-max_total_time=900] [CORPUS]

Needs ``pip install atheris``. The bytes choose a function and become a text in which the phenomena
of news stand beside anything at all. What raises, and is no error that the function documents,
stops the run and is written down as a file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import azmedia_nlp
from azmedia_nlp.adapters.brat import to_brat
from azmedia_nlp.adapters.conllu import to_conllu
from azmedia_nlp.adapters.iob2 import to_iob2
from azmedia_nlp.adapters.jsonld import to_jsonld
from azmedia_nlp.adapters.timex3 import to_timex3
from azmedia_nlp.adapters.webanno import to_webanno
from azmedia_nlp.errors import AzmediaError

atheris: Any = import_module("atheris")

_PIECES: Final = (
    "“Bu belədir”, – deyə nazir Elçin Qaralı bildirib. ",
    "BAKI, 18 noyabr, AZƏRTAC. ",
    "18.11.2025 13:54\n",
    "Onun sözlərinə görə, ",
    "\n- 18 noyabr, 2025\n",
    "Azərbaycanın Qazaxıstandakı səfiri ",
    "M.Ə.Rəsulzadə küç. 7",
    "«Neftçi» – «Səbail» 2:1. ",
    "ötən ayın 20-də saat 14:00-dan ",
    "XX əsrin 90-cı illərində ",
    "https://a.az/b?c ",
    "i\u0307ə\u0430\u00ad\u00a0",
    '{"start": 1, "end": "a"}',
)


def _text(data: Any) -> str:
    pieces: list[str] = []
    while data.remaining_bytes() and len(pieces) < 64:
        if data.ConsumeBool():
            pieces.append(_PIECES[data.ConsumeIntInRange(0, len(_PIECES) - 1)])
        else:
            pieces.append(data.ConsumeUnicode(24))
    return "".join(pieces)


def _parse(text: str) -> None:
    article = azmedia_nlp.parse_article(text)
    assert azmedia_nlp.from_dict(article.to_dict(tokens=True)) == article
    for span in (*article.mentions, *article.times, *article.quotations, *article.tokens):
        assert text[span.start : span.end] == span.text


def _inflect(text: str) -> None:
    for case in ("gen", "dat", "ter"):
        try:
            word = azmedia_nlp.inflect(text, case=case)
        except ValueError:
            return
        inverse = (
            len(text) < 2
            or not text.isalpha()
            or any(item.stem == text for item in azmedia_nlp.analyze(word))
        )
        assert inverse, (text, word)


def _published(text: str) -> None:
    try:
        azmedia_nlp.parse_article("Bakı, 18 noyabr.", published=text)
    except AzmediaError:
        return


def _export(text: str) -> None:
    article = azmedia_nlp.parse_article(text)
    azmedia_nlp.to_json(article, tokens=True)
    article.to_html()
    for export in (to_brat, to_conllu, to_iob2, to_jsonld, to_timex3, to_webanno):
        export(article)


def _restore(text: str) -> None:
    """What is no article at all: any JSON, and an article with one value of another kind."""
    whole = azmedia_nlp.parse_article(_PIECES[0] + text).to_dict()
    try:
        value = json.loads(text)
    except ValueError:
        value = text
    for data in (value, {"text": text, "tokens": value}, {**whole, "mentions": value}):
        _restored(data)


def _restored(data: Any) -> None:
    try:
        azmedia_nlp.from_dict(data)
    except AzmediaError:
        return


def _batch(text: str) -> None:
    results = [*azmedia_nlp.parse_articles([text, {"text": text, "published": text}, {text: 1}])]
    assert len(results) == 3


_TARGETS: Final[tuple[Callable[[str], object], ...]] = (
    _parse,
    _parse,
    azmedia_nlp.tokenize,
    azmedia_nlp.split_sentences,
    azmedia_nlp.extract_times,
    azmedia_nlp.extract_mentions,
    azmedia_nlp.parse_date,
    azmedia_nlp.analyze,
    azmedia_nlp.normalize_text,
    _inflect,
    _published,
    _export,
    _restore,
    _batch,
)


def one_input(content: bytes) -> None:
    """Run one function on one text."""
    data = atheris.FuzzedDataProvider(content)
    target = _TARGETS[data.ConsumeIntInRange(0, len(_TARGETS) - 1)]
    target(_text(data))


def main() -> None:
    Path("fuzz").mkdir(exist_ok=True)
    atheris.instrument_all()
    options = ["-artifact_prefix=fuzz/", "-max_len=2048", *sys.argv[1:]]
    atheris.Setup([sys.argv[0], *options], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
