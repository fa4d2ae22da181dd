"""The seed's results hold by rule: other names, dates and marks, the same structure."""

from __future__ import annotations

from typing import Any

import pytest

import seed_gold
from azmedia_nlp import parse_article

FLOOR = 0.95
MARKS = str.maketrans(dict.fromkeys('"“”„«»'))


def bare(name: str | None) -> str | None:
    """A name without quotation marks."""
    return None if name is None else name.translate(MARKS)


def f_score(expected: list[Any], found: list[Any]) -> float:
    common = len(set(expected) & set(found))
    return 2 * common / (len(expected) + len(found)) if expected or found else 1.0


def gold_facts(gold: dict[str, Any]) -> dict[str, list[Any]]:
    return {
        "mentions": [(m["start"], m["end"], m["label"]) for m in gold["mentions"]],
        "names": [(m["start"], bare(m["name"])) for m in gold["mentions"]],
        "entities": [(m["start"], bare(m["entity"])) for m in gold["mentions"]],
        "times": [(t["start"], t["end"], t["type"], t["value"]) for t in gold["times"]],
        "roles": [
            (
                r["title_start"],
                r["title_end"],
                *(bare(r[key]) for key in ("person", "organization", "place", "host")),
            )
            for r in gold["roles"]
        ],
        "quotations": [
            (q["start"], q["end"], q["kind"], *q["cue"], *q["source"], bare(q["speaker"]))
            for q in gold["quotations"]
        ],
        "sentences": [end for _, end in gold["sentences"]],
        "sources": [bare(name) for name in gold["sources"]],
        "published": [gold["published"]],
    }


def found_facts(text: str) -> dict[str, list[Any]]:
    article = parse_article(text).to_dict()
    names = {entity["id"]: bare(entity["name"]) for entity in article["entities"]} | {None: None}
    return {
        "mentions": [(m["start"], m["end"], m["label"]) for m in article["mentions"]],
        "names": [(m["start"], bare(m["name"])) for m in article["mentions"]],
        "entities": [(m["start"], names[m["entity"]]) for m in article["mentions"]],
        "times": [(t["start"], t["end"], t["type"], t["value"]) for t in article["times"]],
        "roles": [
            (
                r["title"]["start"],
                r["title"]["end"],
                *(names[r[key]] for key in ("person", "organization", "place", "host")),
            )
            for r in article["roles"]
        ],
        "quotations": [
            (q["start"], q["end"], q["kind"], *_edges(q["cue"]), *_edges(q["source"]), speaker)
            for q in article["quotations"]
            for speaker in [names[q["speaker"]]]
        ],
        "sentences": [sentence["end"] for sentence in article["sentences"]],
        "sources": [bare(source["name"]) for source in article["sources"]],
        "published": [article["published"]],
    }


def _edges(span: dict[str, Any] | None) -> tuple[int, int]:
    return (span["start"], span["end"]) if span else (-1, -1)


MEASURES = tuple(gold_facts(seed_gold.seed_gold()))
VARIANTS = {variant["id"]: seed_gold.variant_gold(variant) for variant in seed_gold.variants()}


def test_the_template_filled_with_the_original_is_the_seed():
    template = (seed_gold.GOLD / "seed_template.txt").read_text(encoding="utf-8")
    filled = seed_gold.fill(template, seed_gold.ORIGINAL)
    assert filled.text == seed_gold.SEED.read_text(encoding="utf-8")
    assert all(old == new for old, new in filled.moved.items())


def test_no_name_of_the_seed_is_left_in_a_variant():
    for gold in VARIANTS.values():
        for slot in ("tv", "ia", "director", "chief", "chair", "member", "envoy", "date"):
            assert seed_gold.ORIGINAL[slot].strip("[]") not in gold["text"]


@pytest.mark.parametrize("measure", MEASURES)
def test_the_seed_is_read_perfectly(measure):
    gold = seed_gold.seed_gold()
    assert found_facts(gold["text"])[measure] == gold_facts(gold)[measure]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("measure", MEASURES)
def test_a_variant_is_read_as_well(variant, measure):
    gold = VARIANTS[variant]
    expected, found = gold_facts(gold)[measure], found_facts(gold["text"])[measure]
    missed, invented = set(expected) - set(found), set(found) - set(expected)
    assert f_score(expected, found) >= FLOOR, (missed, invented)


# Outlets, countries and cities are public knowledge of their lexicons; these names are not.
PRIVATE = ("Cəfərov", "Hüseynəliyev", "Oyşıbayev", "Kəməlbək", "Atamoğlanov", "Global Media")
PUBLIC = {"surnames.tsv": {"Cəfərov"}}


@pytest.mark.parametrize(
    "path",
    sorted((seed_gold.ROOT / "src/azmedia_nlp/data/lexicon").glob("*.tsv")),
    ids=lambda p: p.name,
)
def test_no_lexicon_knows_the_seed_by_heart(path):
    content = path.read_text(encoding="utf-8")
    known = {name for name in PRIVATE if name in content}
    assert known <= PUBLIC.get(path.name, set())
