"""What a reader should know about a text: another script or language, missing spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import msgspec
import regex

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import TextWarning, Token
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.spans import covering

_SAMPLE: Final = 4000  # characters
_FEWEST_KINDS: Final = 2  # different function words; one may be part of a name
# Every eleventh letter of an Azerbaijani text is ə; one in fifty characters settles it.
_LEAST_SCHWAS: Final = 1 / 50
_LEAST_SHARE: Final = 1 / 12  # of words that only another language has

_SCRIPTS: Final = {"Cyrillic": "Cyrillic", "Arabic": "Arabic", "Greek": "Greek", "Han": "Chinese"}
_LANGUAGES: Final = {
    "tr": "Turkish",
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
}


class FunctionWord(msgspec.Struct, frozen=True):
    """A common word and the languages, by ISO 639-1, that have it and no neighbour has."""

    word: str
    language: str


@cache
def _function_words() -> dict[str, str]:
    return {row.word: row.language for row in read_lexicon("function_words", FunctionWord)}


@cache
def _scripts() -> regex.Pattern[str]:
    letters = "|".join(rf"(?P<{name}>\p{{{name}}}+)" for name in (*_SCRIPTS, "Latin"))
    return regex.compile(letters)


@cache
def _missing_space() -> re.Pattern[str]:
    # The stop comes first: the search runs from stop to stop.
    return re.compile(r"[.!?…](?<=[^\W\d_].)(?=[^\W\d_])")


def find_oddities(text: str, tokens: Sequence[Token]) -> tuple[TextWarning, ...]:
    """The warnings about a clean text, in order."""
    return (*_foreign(text, tokens), *_missing_spaces(text, tokens))


def _foreign(text: str, tokens: Sequence[Token]) -> Iterator[TextWarning]:
    sample = text[:_SAMPLE]
    if sample.count("ə") + sample.count("Ə") > _LEAST_SCHWAS * len(sample):
        return
    script = _script(sample)
    if script is not None:
        yield TextWarning("script", 0, len(text), f"the text is written in {script} letters")
        return
    language = _language(tokens)
    if language is not None:
        yield TextWarning("language", 0, len(text), f"the text reads like {language}")


def _script(sample: str) -> str | None:
    """The name of the script that most letters are of, unless they are Latin."""
    letters: Counter[str] = Counter()
    for match in _scripts().finditer(sample):
        letters[match.lastgroup or ""] += len(match.group())
    most = letters.most_common(1)
    return _SCRIPTS.get(most[0][0]) if most else None


def _language(tokens: Sequence[Token]) -> str | None:
    """The language other than Azerbaijani whose function words are commoner than its."""
    words = [lower(token.text) for token in tokens[: _SAMPLE // 8] if token.kind == "word"]
    known = _function_words()
    found = Counter(known[word] for word in words if word in known)
    [(language, count)] = found.most_common(1) or [("az", 0)]
    kinds = {word for word in words if known.get(word) == language}
    enough = len(kinds) >= _FEWEST_KINDS and count >= _LEAST_SHARE * len(words)
    return _LANGUAGES.get(language) if enough else None


def _missing_spaces(text: str, tokens: Sequence[Token]) -> Iterator[TextWarning]:
    """``olacaq.Biz``: a small letter, a stop that is a token, a capital."""
    for match in _missing_space().finditer(text):
        at = match.start()
        if not (text[at - 1].islower() and text[at + 1].isupper()):
            continue
        token = covering(tokens, at)
        if token is not None and token.text == match.group():
            yield TextWarning("missing-space", at, at + 1, "no space stands after the stop")
