"""The text with its times marked inline: a TimeML document of TIMEX3 elements."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Final

import regex

from azmedia_nlp.annotations import Article, TimeExpression

# What XML 1.0 has no way to write.
_UNFIT: Final = regex.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'


def to_timex3(article: Article, *, document: str = "article") -> str:
    """The article as TimeML; the content of its ``TEXT`` is the article's text.

    Characters that XML cannot hold become U+FFFD. Times that overlap an earlier one, which
    inline marks cannot show, are left out.

    >>> from azmedia_nlp import parse_article
    >>> article = parse_article("Sərgi dünən açılıb.", published="2025-03-14")
    >>> print(to_timex3(article).splitlines()[4])
    <TEXT>Sərgi <TIMEX3 tid="t1" type="DATE" value="2025-03-13">dünən</TIMEX3> açılıb.</TEXT>
    """
    parts = [
        f"<DOCID>{xml(document)}</DOCID>",
        f"<DCT>{_creation(article.published)}</DCT>",
        f"<TEXT>{''.join(_inline(article))}</TEXT>",
    ]
    return _HEAD + "\n".join(parts) + "\n</TimeML>\n"


def xml(text: str) -> str:
    """The text as XML, good between tags and between double quotes."""
    return html.escape(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)).replace("\r", "&#13;")


def _creation(published: str | None) -> str:
    if published is None:
        return ""
    kind = "TIME" if "T" in published else "DATE"
    return (
        f'<TIMEX3 tid="t0" type="{kind}" value="{xml(published)}" '
        f'functionInDocument="CREATION_TIME">{xml(published)}</TIMEX3>'
    )


def _inline(article: Article) -> Iterator[str]:
    at = 0
    for number, time in enumerate(article.times, start=1):
        if time.start >= at:
            yield xml(article.text[at : time.start])
            yield f"<TIMEX3 {_attributes(time, number)}>{xml(time.text)}</TIMEX3>"
            at = time.end
    yield xml(article.text[at:])


def _attributes(time: TimeExpression, number: int) -> str:
    values = {
        "tid": f"t{number}",
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
    }
    return " ".join(f'{name}="{xml(value)}"' for name, value in values.items() if value)
