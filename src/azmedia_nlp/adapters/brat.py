"""brat standoff: names, times, positions and statements with their relations.

Text-bound annotations: the labels of names; ``DATE TIME DURATION SET``; ``Title``; ``Quotation``,
``Cue`` and ``Source``. Relations: ``Holds`` (title, person), ``At`` (title, body), ``Serves``
and ``SitsIn`` (title, place), ``SaidBy`` (quotation, source or speaker), ``CuedBy`` (quotation,
cue). The mentions of an entity are equivalent (``*``); notes hold names and values.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Final, NamedTuple, get_args

import regex

from azmedia_nlp.adapters.tokens import in_one_line
from azmedia_nlp.annotations import Article, Label, Mention, Span, TimeType
from azmedia_nlp.spans import in_order

Keys = dict[tuple[str, int, int], str]
Groups = dict[str, list[Mention]]

_STATUSES: Final = {"former": "Former", "acting": "Acting"}


class Standoff(NamedTuple):
    """A brat document: the text of ``NAME.txt``, the lines of ``NAME.ann``."""

    text: str
    annotations: str


class _Bound(NamedTuple):
    key: str
    kind: str
    span: Span


def to_brat(article: Article) -> Standoff:
    r"""The article as a brat document.

    >>> from azmedia_nlp import parse_article
    >>> to_brat(parse_article("Elçin Bakıdadır.")).annotations.splitlines()[0].split("\t")
    ['T1', 'PER 0 5', 'Elçin']
    """
    keys = (f"T{number}" for number in count(1))
    bounds = [_Bound(next(keys), kind, span) for kind, span in _spans(article)]
    key_of = {(bound.kind, bound.span.start, bound.span.end): bound.key for bound in bounds}
    groups = _groups(article)
    relations = [
        *_role_relations(article, groups, key_of),
        *_quotation_relations(article, groups, key_of),
    ]
    lines = [
        *(_bound_line(bound, article.text) for bound in bounds),
        *_equivalences(groups, key_of),
        *(
            f"R{number}\t{name} Arg1:{one} Arg2:{two}"
            for number, (name, one, two) in enumerate(dict.fromkeys(relations), start=1)
        ),
        *_attributes(article, key_of),
        *_notes(article, key_of),
    ]
    return Standoff(article.text, "".join(f"{line}\n" for line in lines))


def configuration() -> str:
    """An ``annotation.conf`` under which brat shows these documents."""
    names = [*get_args(Label), *get_args(TimeType)]
    entities = "\n".join([*names, "Title", "Quotation", "Cue", "Source"])
    relations = "\n".join(
        f"{name}\tArg1:{one}, Arg2:<ENTITY>"
        for name, one in (
            ("Holds", "Title"),
            ("At", "Title"),
            ("Serves", "Title"),
            ("SitsIn", "Title"),
            ("SaidBy", "Quotation"),
            ("CuedBy", "Quotation"),
        )
    )
    equal = "Same\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive"
    overlaps = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    attributes = "Indirect\tArg:Quotation\nFormer\tArg:Title\nActing\tArg:Title"
    return (
        f"[entities]\n{entities}\n\n[relations]\n{overlaps}\n{equal}\n{relations}\n\n"
        f"[events]\n\n[attributes]\n{attributes}\n"
    )


def _groups(article: Article) -> Groups:
    """The mentions of each entity, in text order."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in in_order(article.mentions):
        groups[mention.entity].append(mention)
    return groups


def _spans(article: Article) -> Iterator[tuple[str, Span]]:
    """Each kind and place once, as brat wants it."""
    found: list[tuple[str, Span]] = [(mention.label, mention) for mention in article.mentions]
    found += [(time.type, time) for time in article.times]
    found += [("Title", role.title) for role in article.roles]
    found += [("Quotation", quotation) for quotation in article.quotations]
    found += [("Cue", one.cue) for one in article.quotations if one.cue]
    found += [("Source", one.source) for one in article.quotations if one.source]
    once = {(kind, span.start, span.end): (kind, span) for kind, span in found}
    yield from once.values()


def _bound_line(bound: _Bound, text: str) -> str:
    """A span over several lines is written in pieces, one a line, as brat wants it."""
    inside = text[bound.span.start : bound.span.end]
    pieces = [
        (bound.span.start + piece.start(), bound.span.start + piece.end())
        for piece in regex.finditer(r"[^\r\n]+", inside)
    ]
    places = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(text[start:end] for start, end in pieces)
    return f"{bound.key}\t{bound.kind} {places}\t{words}"


def _key(keys: Keys, kind: str, span: Span) -> str:
    return keys[kind, span.start, span.end]


def _role_relations(article: Article, groups: Groups, keys: Keys) -> Iterator[tuple[str, str, str]]:
    for role in article.roles:
        title = _key(keys, "Title", role.title)
        for name, entity in (
            ("Holds", role.person),
            ("At", role.organization),
            ("Serves", role.place),
            ("SitsIn", role.host),
        ):
            mention = _nearest(groups, entity, role)
            if mention:
                yield name, title, _key(keys, mention.label, mention)


def _nearest(groups: Groups, entity: str | None, words: Span) -> Mention | None:
    """The mention of an entity that the words hold, else the one next to them."""
    mentions = groups.get(entity or "", [])
    at = bisect_left(mentions, words.start, key=lambda mention: mention.start)
    near = mentions[max(0, at - 1) : at + 2]
    return min(near, key=lambda mention: _distance(mention, words), default=None)


def _distance(one: Span, two: Span) -> int:
    return max(two.start - one.end, one.start - two.end, 0)


def _quotation_relations(
    article: Article, groups: Groups, keys: Keys
) -> Iterator[tuple[str, str, str]]:
    for quotation in article.quotations:
        said = _key(keys, "Quotation", quotation)
        if quotation.source:
            yield "SaidBy", said, _key(keys, "Source", quotation.source)
        speaker = _nearest(groups, quotation.speaker, quotation.source or quotation)
        if speaker:
            yield "SaidBy", said, _key(keys, speaker.label, speaker)
        if quotation.cue:
            yield "CuedBy", said, _key(keys, "Cue", quotation.cue)


def _equivalences(groups: Groups, keys: Keys) -> Iterator[str]:
    for group in groups.values():
        same = dict.fromkeys(_key(keys, mention.label, mention) for mention in group)
        if len(same) > 1:
            yield f"*\tSame {' '.join(same)}"


def _attributes(article: Article, keys: Keys) -> Iterator[str]:
    marked = [
        ("Indirect", _key(keys, "Quotation", quotation))
        for quotation in article.quotations
        if quotation.kind == "indirect"
    ]
    marked += [
        (_STATUSES[role.status], _key(keys, "Title", role.title))
        for role in article.roles
        if role.status in _STATUSES
    ]
    for number, (name, key) in enumerate(dict.fromkeys(marked), start=1):
        yield f"A{number}\t{name} {key}"


def _notes(article: Article, keys: Keys) -> Iterator[str]:
    """Values of times and the fullest names behind mentions, for who annotates by hand."""
    names = {entity.id: entity.name for entity in article.entities}
    notes = [(_key(keys, time.type, time), time.value) for time in article.times]
    notes += [
        (_key(keys, mention.label, mention), names.get(mention.entity, mention.name))
        for mention in article.mentions
    ]
    for number, (key, note) in enumerate(notes, start=1):
        yield f"#{number}\tAnnotatorNotes {key}\t{in_one_line(note)}"
