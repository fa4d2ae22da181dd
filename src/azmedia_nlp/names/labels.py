"""What an article says once of a name holds for it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from azmedia_nlp.annotations import Label
from azmedia_nlp.names.gazetteer import stems
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.words import is_name


def relabel_known(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """A lexicon that knows the name knows its label: *Kreml* is a body."""
    for name in names:
        if name.end - name.start == 1 and name.start - 1 not in reading.closing:
            label = _only_label(reading, name.start, name.label)
            if label is not None and label != name.label:
                yield name._replace(label=label)
                continue
        yield name


def _only_label(reading: Reading, at: int, label: Label) -> Label | None:
    flags = reading.words[at].flags
    if not flags or not all(flag.startswith("ORG.") for flag in flags):
        return None
    return "ORG" if label in ("PER", "LOC", "FAC") or "ORG.government" in flags else None


def relabel_surnames(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Ançelotti* is a person where *Karlo Ançelotti* is one."""
    names = list(names)
    people = surnames(names, reading)
    for name in names:
        if _may_be_surname(name, reading) and people.intersection(reading.likely_stems(name.start)):
            yield name._replace(label="PER", rule="names.labels.surname")
        else:
            yield name


def _may_be_surname(name: Candidate, reading: Reading) -> bool:
    single = name.end - name.start == 1 and name.label in ("GPE", "LOC", "ORG", "FAC")
    quoted = name.start - 1 in reading.closing
    return single and not quoted and not is_name(reading.words[name.start])


def surnames(names: Iterable[Candidate], reading: Reading) -> frozenset[str]:
    """The last words of the full names of people, with their stems."""
    return frozenset(
        stem
        for name in names
        if name.label == "PER" and name.end - name.start > 1
        for stem in reading.likely_stems(name.end - 1)
        if len(stem) > 3
    )


def relabel_by_majority(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """One name has one label: the commonest in the article."""
    names = list(names)
    votes: dict[tuple[str, ...], Counter[Label]] = {}
    keys = [_key(name, reading) for name in names]
    for name, key in zip(names, keys, strict=True):
        votes.setdefault(key, Counter())[name.label] += 1
    for name, key in zip(names, keys, strict=True):
        yield name if name.start - 1 in reading.closing else _outvoted(name, votes[key])


def _outvoted(name: Candidate, votes: Counter[Label]) -> Candidate:
    """The name with the label that more than two of three give it, else as it is."""
    if len(votes) == 1:
        return name
    [(label, most), (_, fewer)] = votes.most_common(2)
    return name._replace(label=label) if most > 2 * fewer else name


def _key(name: Candidate, reading: Reading) -> tuple[str, ...]:
    forms = reading.forms[name.start : name.end]
    last = stems(forms[-1])
    return (*forms[:-1], last[1] if len(last) > 1 else last[0])


def share_plural_heads(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Vaqif* və *Nizami* küçələrində: a plural head says what each of them is."""
    shared: dict[int, Label] = {}  # by where the next name begins
    found = []
    for name in sorted(names, reverse=True):
        alone = reading.words[name.end - 1].head is None and name.start - 1 not in reading.closing
        if name.label in _SHARING and alone:
            label = _plural_head(name.end, reading) or shared.get(_behind_joint(name.end, reading))
            if label == "FAC":
                shared[name.start] = label
                name = name._replace(label=label, rule="names.labels.plural_head")
        found.append(name)
    yield from reversed(found)


# Places keep their label: Gürcüstan və Özbəkistan bazarlarında.
_SHARING: Final = frozenset(("PER", "ORG", "FAC"))
_MODIFIERS: Final = 1  # small words before the head: hava limanları


def _plural_head(at: int, reading: Reading) -> Label | None:
    for index in range(at, min(at + _MODIFIERS + 1, reading.end)):
        word = reading.words[index]
        if word.capital or not reading.forms[index].isalpha() or word.joins == "and":
            return None
        if word.head is not None:
            return word.head.label if word.head.plural and word.head.possessive else None
    return None


def _behind_joint(at: int, reading: Reading) -> int:
    """The index behind a comma or *və*; a name begins there if it is one of a row."""
    joint = at < reading.end and (reading.forms[at] == "," or reading.words[at].joins == "and")
    return at + 1 if joint else -1
