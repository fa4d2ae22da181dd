"""The article itself as HTML: its lines, and in them names, times, statements, positions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from azmedia_nlp.annotations import Article, Paragraph, Quotation, Span
from azmedia_nlp.viewer.cast import Cast
from azmedia_nlp.viewer.layers import layers
from azmedia_nlp.viewer.marks import marked
from azmedia_nlp.viewer.markup import element, escape, one_line
from azmedia_nlp.viewer.segments import Segment, flatten
from azmedia_nlp.viewer.words import Words


def body(article: Article, cast: Cast, words: Words) -> str:
    """The lines of an article, the first title as its heading."""
    lines = tuple(_lines(article))
    titles = [line for line in lines if line.kind == "title"][:1]
    drawn = [] if titles else [_stand_in(words)]
    for line, spans in zip(lines, _by_line(layers(article), lines), strict=True):
        inner = "".join(
            _run(article, segment, cast, words) for segment in flatten(spans, line.start, line.end)
        )
        tag = "h1" if line in titles else "p"
        drawn.append(element(tag, inner, class_=f"line {line.kind}"))
    return "\n".join(drawn)


def _stand_in(words: Words) -> str:
    """A heading that is heard and not seen, for a text without a title."""
    return element("h1", escape(words("untitled")), class_="unseen")


def _lines(article: Article) -> Iterator[Paragraph]:
    """The article's paragraphs, and what stands between them if it is no white space."""
    at = 0
    end = Paragraph(len(article.text), len(article.text), "", "body")
    for paragraph in (*article.paragraphs, end):
        between = article.text[at : paragraph.start]
        if between.strip():
            yield Paragraph(at, paragraph.start, between, "body")
        if paragraph.start < paragraph.end:
            yield paragraph
        at = max(at, paragraph.end)


def _by_line(spans: Iterator[Span], lines: Sequence[Paragraph]) -> list[list[Span]]:
    """For each line the spans that reach into it."""
    found: list[list[Span]] = [[] for _ in lines]
    for span in spans:
        at = bisect_right(lines, span.start, key=lambda line: line.end)
        while at < len(lines) and lines[at].start < span.end:
            found[at].append(span)
            at += 1
    return found


def _run(article: Article, segment: Segment, cast: Cast, words: Words) -> str:
    content = escape(article.text[segment.start : segment.end])
    if not segment.spans:
        return content
    said = [span for span in segment.spans if isinstance(span, Quotation)]
    begun = (cast.quotation_keys[one] for one in said if one.start == segment.start)
    ended = (one for one in said if one.end == segment.end)
    parts = [
        *(element("span", id=key, class_="at") for key in begun),
        marked(segment, content, cast, words),
        *(_speaker_mark(one, cast, words) for one in ended),
    ]
    return "".join(parts)


def _speaker_mark(quotation: Quotation, cast: Cast, words: Words) -> str:
    """Behind a statement: the initials of who made it, a link to them."""
    figure = cast.figure(quotation.speaker)
    name = figure.entity.name if figure else one_line(quotation.speaker_text or "")
    said_by = words("said_by", name) if name else words("unknown_speaker")
    marks = {"class_": "by", "aria_label": said_by, "title": said_by}
    if figure is None:
        return element("span", data_i="?", role="img", **marks)
    key = figure.key
    return element("a", href=f"#{key}", data_e=key, data_i=figure.initials, **marks)
