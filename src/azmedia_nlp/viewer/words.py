"""The words of the pages themselves, in the language that the reader chose."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

import msgspec

from azmedia_nlp.errors import OptionError
from azmedia_nlp.lexicon import parse_lexicon

Language = Literal["az", "en"]
_LANGUAGES: Final = get_args(Language)


class _Word(msgspec.Struct, frozen=True):
    key: str
    az: str
    en: str


class Words(msgspec.Struct, frozen=True):
    """What a page says around an article, by key."""

    language: str
    by_key: dict[str, str]

    def __call__(self, key: str, n: object = "") -> str:
        """The word of that key, with *n* in the place that it holds."""
        return self.by_key[key].replace("{n}", str(n))


@cache
def words(language: str) -> Words:
    """The words of a language.

    Raises:
        OptionError: the pages do not speak *language*.
    """
    if language not in _LANGUAGES:
        raise OptionError(f"language={language!r}: the pages speak {' and '.join(_LANGUAGES)}")
    rows = parse_lexicon(asset("words.tsv"), _Word, where="viewer/words.tsv")
    return Words(language, {row.key: getattr(row, language) for row in rows})


@cache
def asset(name: str) -> str:
    """A file that stands beside this module: template, style sheet, script, words."""
    return (resources.files("azmedia_nlp") / "viewer" / name).read_text(encoding="utf-8")
