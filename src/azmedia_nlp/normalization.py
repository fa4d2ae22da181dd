"""A clean view of the text, and the way back from it.

Articles come with carriage returns, soft hyphens, ``i̇`` of two characters, Cyrillic
letters inside Latin words, entities of HTML. Every stage works on the clean view, and
``Normalized`` maps its offsets back, so that annotations always point into the untouched
text. What is read as one letter and what is left out is told in ``docs/segmentation.md``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any, Final

import msgspec
import regex

from azmedia_nlp.annotations import Article
from azmedia_nlp.spans import SpanT

_SPACES: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_LINE_ENDS: Final = "\r\v\f\x85\u2028\u2029"
_INVISIBLE: Final = "\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_LIGATURES: Final = "\ufb00-\ufb04"
_ACCENTS: Final = "\u0300-\u036f"
_FULL_WIDTH: Final = range(0xFF01, 0xFF5F)
_TO_ASCII: Final = 0xFF01 - ord("!")

# Cyrillic and Greek letters that pass for Latin ones, in the alphabets' order. The Cyrillic
# schwa is among them: sites of the 2000s wrote "sәssiz" for "səssiz".
_LOOK_ALIKES: Final = dict(
    zip(
        "АВЕКМНОРСТУХаеокрсухәӘіІјЈѕЅһҺԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοκ",
        "ABEKMHOPCTYXaeokpcyxəƏiIjJsShHqwABEZHIKMNOPTYXok",
        strict=True,
    )
)


class Normalized(msgspec.Struct, frozen=True):
    """The clean text, with the source offsets of its characters where lengths changed.

    *origins* has the offset at which each character's source begins, and the source's
    length at the end; *ends* has, one place further on, where it ends. Both are None where
    no length changed, which is the rule.
    """

    text: str
    origins: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def start(self, offset: int) -> int:
        """Where in the untouched text a span begins that begins at *offset* in this one."""
        return offset if self.origins is None else self.origins[offset]

    def end(self, offset: int) -> int:
        """Where in the untouched text a span ends that ends at *offset* in this one."""
        return offset if self.ends is None else self.ends[offset]


def normalize_text(text: str) -> str:
    """Return *text* with its letters and white space put right.

    >>> normalize_text("Bakı\u00adda\u00a0Әli &quot;Kür&quot; sәhnәsindә")
    'Bakıda Əli "Kür" səhnəsində'
    """
    return normalize(text).text


def normalize(text: str) -> Normalized:
    """Build the clean view of *text*."""
    if _suspect().search(text) is None:
        return Normalized(text)
    if _resized().search(text) is None:
        return Normalized(_with_latin_letters(text.translate(_letters())))
    pieces: list[str] = []
    origins: list[int] = []
    ends = [0]
    for start, end, piece in _pieces(text):
        pieces.append(piece)
        resized = len(piece) != end - start
        origins.extend([start] * len(piece) if resized else range(start, end))
        ends.extend([end] * len(piece) if resized else range(start + 1, end + 1))
    clean = _with_latin_letters("".join(pieces).translate(_letters()))
    return Normalized(clean, (*origins, len(text)), tuple(ends))


def restore(article: Article, clean: Normalized, text: str) -> Article:
    """Make an article read from the clean view point into the untouched *text*."""
    if clean.origins is None and clean.text == text:
        return article
    moved = {
        name: _moved(getattr(article, name), clean, text) for name in article.__struct_fields__
    }
    return Article(**moved | {"text": text})


def restore_spans(spans: tuple[SpanT, ...], clean: Normalized, text: str) -> tuple[SpanT, ...]:
    """Make spans found in the clean view point into the untouched *text*."""
    if clean.origins is None and clean.text == text:
        return spans
    return tuple(_moved(span, clean, text) for span in spans)


@cache
def _suspect() -> re.Pattern[str]:
    """Any character that the clean view may change."""
    letters = "".join(map(chr, _letters())) + "".join(_LOOK_ALIKES)
    return re.compile(f"[{letters}{_INVISIBLE}{_LIGATURES}{_ACCENTS}\u200d&]")


@cache
def _resized() -> regex.Pattern[str]:
    """What has another length in the clean view."""
    return regex.compile(
        rf"""
          (?P<line>\r\n)
        | (?P<letter>\p{{L}}[{_ACCENTS}]{{1,4}})
        | (?P<entity>&(?:[a-zA-Z]{{2,8}}|\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}});)
        | (?P<ligature>[{_LIGATURES}])
        | (?P<invisible>[{_INVISIBLE}]+|\u200d(?!\p{{Extended_Pictographic}}))
        """,
        regex.VERBOSE,
    )


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}]")


@cache
def _letters() -> dict[int, str]:
    """What has the same length in the clean view, wherever it stands."""
    sources = f"{_LINE_ENDS}{_SPACES}ǝƎțȚșȘ"
    clean = "\n" * len(_LINE_ENDS) + " " * len(_SPACES) + "əƏţŢşŞ"
    table = dict(zip(map(ord, sources), clean, strict=True))
    return table | {code: chr(code - _TO_ASCII) for code in _FULL_WIDTH}


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """The text in pieces with what each is in the clean view."""
    at = 0
    for match in _resized().finditer(text):
        if at < match.start():
            yield at, match.start(), text[at : match.start()]
        yield match.start(), match.end(), _replacement(match.lastgroup, match.group())
        at = match.end()
    if at < len(text):
        yield at, len(text), text[at:]


def _replacement(kind: str, source: str) -> str:
    if kind == "invisible":
        return ""
    if kind == "line":
        return "\n"
    if kind == "letter":
        return _composed(source)
    if kind == "ligature":
        return unicodedata.normalize("NFKC", source)
    char = unescape(source)
    return "" if _invisible().fullmatch(char) else char


def _composed(source: str) -> str:
    """One letter for a letter and its marks; ``i`` keeps its dot in one character."""
    return unicodedata.normalize("NFC", source.replace("i\u0307", "i"))


def _with_latin_letters(text: str) -> str:
    """Put Latin letters for look-alikes in words that have Latin letters besides."""
    if _look_alike().search(text) is None:
        return text
    return str(_word().sub(_latin, text))


@cache
def _look_alike() -> regex.Pattern[str]:
    return regex.compile(f"[{''.join(_LOOK_ALIKES)}]")


@cache
def _word() -> regex.Pattern[str]:
    return regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]{2,}+")


@cache
def _latin_letter() -> regex.Pattern[str]:
    return regex.compile(r"\p{Latin}")


def _latin(match: regex.Match[str]) -> str:
    word: str = match.group()
    if _latin_letter().search(word) is None:
        return word
    return "".join(_LOOK_ALIKES.get(char, char) for char in word)


def _moved(value: Any, clean: Normalized, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_moved(item, clean, text) for item in value)
    if not isinstance(value, msgspec.Struct) or not hasattr(value, "start"):
        return value
    fields = {
        name: _moved(field, clean, text) for name, field in msgspec.structs.asdict(value).items()
    }
    fields["start"] = clean.start(fields["start"])
    for name in {"end", "stem_end"} & fields.keys():
        fields[name] = clean.end(fields[name])
    if "text" in fields:
        fields["text"] = text[fields["start"] : fields["end"]]
    return type(value)(**fields)
