"""Measure canonical names: gold spans, every name of the lexicons, real forms.

python -m benchmarks.canonical [SET.jsonl …] [--errors]

*Lexicons*: every person, place and body, its head inflected through all cases by the
inflector, the nominative asked for again without an article around it. *Gold spans*: the
nominative of each gold mention, its article known, against the gold name.
"""

from __future__ import annotations

import argparse
import collections
from collections.abc import Iterator
from typing import Final, NamedTuple

from azmedia_nlp import normalize_text, tokenize
from azmedia_nlp.alphabet import QUOTATION_MARKS, lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze, inflect
from azmedia_nlp.morphology.stems import is_known
from azmedia_nlp.morphology.suffixes import Case
from azmedia_nlp.names.canonical import Evidence, build_evidence, canonical
from azmedia_nlp.names.gazetteer import Country, GivenName, Organization, Place
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.words import type_words
from azmedia_nlp.segmentation import segment
from benchmarks.gold import gold_mentions, read_gold
from benchmarks.intervals import wilson

CASES: Final[tuple[Case, ...]] = ("gen", "dat", "acc", "loc", "abl", "ins", "ter")
GIVEN: Final = {"m": "Elçin", "f": "Nigar", "u": "Elçin"}
NOTHING: Final = Evidence({})


class Failure(NamedTuple):
    """A form, what was made of it, and the name it is a form of."""

    form: str
    found: str
    name: str
    reason: str


def lexicon_names() -> Iterator[tuple[str, Label]]:
    """Every person, place and body of the lexicons under its usual name."""
    for person in read_lexicon("given_names", GivenName):
        yield person.name, "PER"
    for person in read_lexicon("surnames", GivenName):  # Abbasova alone may be the dative of a man
        yield f"{GIVEN[person.gender]} {person.name}", "PER"
    for country in read_lexicon("countries", Country):
        yield country.name, "GPE"
        for city in country.capital:
            yield city, "GPE"
    for place in read_lexicon("places", Place):
        yield place.name, place.label
    for body in read_lexicon("organizations", Organization):
        yield body.name, "ORG"


def forms_of(name: str) -> Iterator[tuple[Case, str]]:
    """The name in every case but the nominative; only its head inflects."""
    *modifiers, head = name.split(" ")
    for case in CASES:
        yield case, " ".join((*modifiers, _inflected(head, case, compound=bool(modifiers))))
    relative = _inflected(head, "loc", compound=bool(modifiers), relative=True)
    yield "loc", " ".join((*modifiers, relative))


def _inflected(head: str, case: Case, *, compound: bool, relative: bool = False) -> str:
    """The head in a case; a compound keeps its possessive: *Nazirliyi*, *Nazirliyindən*."""
    readings = [item for item in analyze(head) if item.possessive == "3" and item.case == "nom"]
    owned = next((item for item in readings if _is_noun(item.stem)), None)
    if compound and owned is not None:
        return inflect(
            owned.stem, plural=owned.plural, possessive="3", case=case, relative=relative,
            softens=not head.startswith(owned.stem),
        )  # fmt: skip
    return inflect(head, case=case, relative=relative)


def _is_noun(stem: str) -> bool:
    return lower(stem) in type_words() or is_known(stem)


def round_trip() -> tuple[int, list[Failure]]:
    """How many forms were asked for, and those that did not come back."""
    asked, failures = 0, []
    for name, label in dict.fromkeys(lexicon_names()):
        for case, form in forms_of(name):
            asked += 1
            found = canonical(_without_ending_set_off(form), label, NOTHING)
            if found != name:
                failures.append(Failure(form, found, name, _reason(name, found, case)))
    return asked, failures


def _without_ending_set_off(form: str) -> str:
    """The form as a mention has it: up to where a hyphen sets an ending off."""
    last = tokenize(form)[-1]
    return form[: last.stem_end]


def _reason(name: str, found: str, case: Case) -> str:
    """Why a form does not come back."""
    if found in {known for known, _ in lexicon_names()}:
        return f"the form is that of another name in the lexicon ({case})"
    if found.startswith(name):
        return f"the ending was taken for the stem's own ({case})"
    return f"the stem's end was taken for an ending ({case})"


def gold_spans(path: str) -> tuple[int, list[Failure]]:
    """How many gold mentions there are, and those whose nominative is another."""
    asked, failures = 0, []
    for gold in read_gold(path):
        mentions = gold_mentions(gold)
        segmentation = segment(normalize_text(gold["text"]))
        evidence = build_evidence(Reading(segmentation))
        for mention in mentions:
            asked += 1
            quoted = _is_quoted(segmentation.text, mention.start, mention.end)
            found = canonical(mention.text, mention.label, evidence, quoted=quoted)
            if _folded(found) != _folded(mention.name):
                failures.append(Failure(mention.text, found, mention.name, mention.label))
    return asked, failures


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the span stands whole in quotation marks."""
    return {text[start - 1 : start], text[end : end + 1]} <= QUOTATION_MARKS


def _folded(name: str) -> str:
    """The name as the scoring rule compares it: case, marks and spaces aside."""
    return " ".join(lower(name).translate(dict.fromkeys(map(ord, "\"“”„«»'"))).split())


def show(title: str, asked: int, failures: list[Failure], *, errors: bool) -> None:
    """Print one line of figures and, if asked, what failed."""
    right = asked - len(failures)
    low, high = wilson(right, asked)
    print(f"{title:24} {right / asked:.4f} [{low:.4f}, {high:.4f}]  {right} of {asked}")
    if errors:
        for form, found, name, reason in failures:
            print(f"    {form} → {found}, not {name}: {reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    asked, failures = round_trip()
    show("lexicon round trip", asked, failures, errors=options.errors)
    for reason, count in collections.Counter(item.reason for item in failures).most_common():
        print(f"    {count:4}  {reason}")
    for path in options.sets:
        show(path.rpartition("/")[2], *gold_spans(path), errors=options.errors)


if __name__ == "__main__":
    main()
