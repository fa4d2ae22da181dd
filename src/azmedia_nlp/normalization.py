"""A clean view of the text, and the way back from it.

Articles come with carriage returns, soft hyphens, ``i̇`` of two characters, Cyrillic
letters inside Latin words. Every stage works on the clean view; ``Normalized.origin`` maps
its offsets back, so that annotations always point into the untouched text.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

import msgspec
import regex

from azmedia_nlp.annotations import Article, Span

SpanT = TypeVar("SpanT", bound=Span)

# Letters that look or stand for the Azerbaijani ones, one for one.
_LETTERS: Final = str.maketrans(
    {
        "ә": "ə",
        "Ә": "Ə",
        "ǝ": "ə",
        "Ǝ": "Ə",
        "ţ": "t",
        "ș": "ş",
        "Ș": "Ş",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\r": "\n",
    }
)
_CHANGED: Final = regex.compile(r"\r\n|i\u0307|[\u00ad\ufeff\u200b-\u200f\u2060]")
_REPLACED: Final = {"\r\n": "\n", "i\u0307": "i"}


class Normalized(msgspec.Struct, frozen=True):
    """The clean text; *origins* has the source offset of each character and the end.

    It is None where no length changed, which is the rule.
    """

    text: str
    origins: tuple[int, ...] | None

    def origin(self, offset: int) -> int:
        """The offset in the untouched text that *offset* in the clean text stands for."""
        return offset if self.origins is None else self.origins[offset]


def normalize(text: str) -> Normalized:
    """Build the clean view of *text*."""
    clean = text.translate(_LETTERS)
    if _CHANGED.search(text) is None:
        return Normalized(clean, None)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for match in _CHANGED.finditer(text):
        pieces.append(clean[at : match.start()])
        origins.extend(range(at, match.start()))
        replacement = _REPLACED.get(match.group(), "")
        pieces.append(replacement)
        origins.extend([match.start()] * len(replacement))
        at = match.end()
    pieces.append(clean[at:])
    origins.extend(range(at, len(text) + 1))
    return Normalized("".join(pieces), tuple(origins))


def normalize_text(text: str) -> str:
    """The text with its letters and white space put right, for those who want it clean.

    >>> normalize_text("Bakı\u00adda Әli")
    'Bakıda Əli'
    """
    return normalize(text).text


def restore(article: Article, clean: Normalized, text: str) -> Article:
    """Make an article read from the clean view point into the untouched *text*."""
    if clean.origins is None and clean.text == text:
        return article
    moved = {name: _moved(getattr(article, name), clean, text) for name in article.__struct_fields__}
    return Article(**moved | {"text": text})


def restore_spans(
    spans: tuple[SpanT, ...], clean: Normalized, text: str
) -> tuple[SpanT, ...]:
    """Make spans found in the clean view point into the untouched *text*."""
    if clean.origins is None and clean.text == text:
        return spans
    return tuple(_moved(span, clean, text) for span in spans)


def _moved(value: Any, clean: Normalized, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_moved(item, clean, text) for item in value)
    if not isinstance(value, msgspec.Struct) or not hasattr(value, "start"):
        return value
    fields = {
        name: _moved(getattr(value, name), clean, text) for name in value.__struct_fields__
    }
    for name in {"start", "end", "stem_end"} & fields.keys():
        fields[name] = clean.origin(fields[name])
    if "text" in fields:
        fields["text"] = text[fields["start"] : fields["end"]]
    return type(value)(**fields)
