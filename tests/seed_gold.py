"""The seed's gold and its variants: one template, other names, dates and marks."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
SEED = next((ROOT / "seeds").glob("*.txt"))

_SLOT = re.compile(r"\{(\w+)\}")
# What fills the slots in the seed itself; with brackets round the mention, as in a variant.
ORIGINAL = {
    "date": "18 noyabr, 2025",
    "clock": "13:54",
    "tv": "[Baku TV]",
    "tv_gen": "[Baku TV]-nin",
    "ia_short": "[Report İA]",
    "ia": "[Report İnformasiya Agentliyi]",
    "ia_gen": "[Report İnformasiya Agentliyinin]",
    "ia_bare": '"[Report]"',
    "country": "[Qazaxıstan]",
    "country_gen": "[Qazaxıstanın]",
    "country_rel": "[Qazaxıstandakı]",
    "country_ins": "[Qazaxıstanla]",
    "agency": '["Xabar" Agentliyi]',
    "agency_gen": '["Xabar" Agentliyinin]',
    "group_dat": '"[Global Media Group]"a',
    "group_gen": '"[Global Media Group]"un',
    "city_loc": "[Astana şəhərində]",
    "director": "[Ramin Cəfərov]",
    "chief": "[Fuad Hüseynəliyev]",
    "chair": "[Kəməlbək Oyşıbayev]",
    "member": "[Orxan Məmmədov]",
    "envoy": "[Ağalar Atamoğlanov]",
    "home": "[Azərbaycan]",
    "home_gen": "[Azərbaycanın]",
    "region": "[Cənubi Qafqaz]",
    "steppe": "[Mərkəzi Asiya]",
    "steppe_loc": "[Mərkəzi Asiyada]",
    "third_gen": "[Özbəkistanın]",
    "channel": '"[Özbəkistan 24]"',
}


class Filled(NamedTuple):
    """A filled template and where each offset of the seed came to stand in it."""

    text: str
    moved: dict[int, int]


def seed_gold() -> dict[str, Any]:
    return json.loads((GOLD / "seed.json").read_text(encoding="utf-8"))


def variants() -> list[dict[str, str]]:
    return tomllib.loads((GOLD / "seed_variants.toml").read_text(encoding="utf-8"))["variant"]


def fill(template: str, values: dict[str, str]) -> Filled:
    """Fill the slots; offsets of literals and of mentions' edges are mapped from the seed."""
    moved: dict[int, int] = {}
    old = new = 0
    pieces = []
    for literal, slot in _pieces(template):
        for index in range(len(literal) + 1):
            moved[old + index] = new + index
        old, new = old + len(literal), new + len(literal)
        pieces.append(literal)
        if slot:
            before, after = _marked(ORIGINAL[slot]), _marked(values[slot])
            for source, target in zip(before[1:], after[1:], strict=True):
                moved[old + source] = new + target
            old, new = old + len(before[0]), new + len(after[0])
            pieces.append(after[0])
    return Filled("".join(pieces), moved)


def _pieces(template: str) -> list[tuple[str, str]]:
    parts = _SLOT.split(template)
    return list(zip(parts[::2], [*parts[1::2], ""], strict=True))


def _marked(value: str) -> tuple[str, int, int, int, int]:
    """The bare text of a slot's value; its start, its mention's start and end, its end."""
    bare = value.replace("[", "").replace("]", "")
    start = value.find("[")
    end = value.find("]") - 1
    inner = (start, end) if start >= 0 else (0, len(bare))
    return bare, 0, *inner, len(bare)


def with_marks(text: str, marks: str) -> str:
    """Give the straight quotation marks of *text* another shape, by turns."""
    closing = False
    characters = []
    for character in text:
        if character == '"':
            character = marks[closing]
            closing = not closing
        characters.append(character)
    return "".join(characters)


def variant_gold(variant: dict[str, str]) -> dict[str, Any]:
    """The seed's gold with every name, date and offset replaced as in the text."""
    seed = seed_gold()
    template = (GOLD / "seed_template.txt").read_text(encoding="utf-8")
    filled = fill(template, variant)
    text = with_marks(filled.text, variant["marks"])
    names = _name_map(variant)
    values = {
        "2025-11-18": variant["published"][:10],
        "2025-11-18T13:54": variant["published"][:16],
        "2025-10": variant["last_month"],
    }

    def move(item: dict[str, Any]) -> dict[str, Any]:
        return {key: _moved(key, value, filled.moved) for key, value in item.items()}

    def rename(item: dict[str, Any], *keys: str) -> dict[str, Any]:
        return item | {key: names[item[key]] for key in keys if item[key] is not None}

    return {
        "text": text,
        "published": variant["published"],
        "mentions": [rename(move(item), "name", "entity") for item in seed["mentions"]],
        "times": [
            move(item) | {"value": values.get(item["value"], item["value"])}
            for item in seed["times"]
        ],
        "roles": [
            rename(move(item), "person", "organization", "place", "host") for item in seed["roles"]
        ],
        "quotations": [rename(move(item), "speaker") for item in seed["quotations"]],
        "sentences": [[filled.moved[edge] for edge in span] for span in seed["sentences"]],
        "sources": [names[name] for name in seed["sources"]],
    }


def _moved(key: str, value: Any, moved: dict[int, int]) -> Any:
    if key in ("start", "end", "title_start", "title_end"):
        return moved[value]
    if key in ("cue", "source"):
        return [moved[edge] for edge in value]
    return value


def _name_map(variant: dict[str, str]) -> dict[str, str]:
    # Nominative slots come first: a later, inflected slot of the same name adds nothing.
    names: dict[str, str] = {}
    for slot, value in ORIGINAL.items():
        names.setdefault(_mention(value), _mention(variant[slot]))
    names["Astana şəhəri"] = _mention(variant["city_loc"]).removesuffix("ndə")
    names["Özbəkistan"] = _mention(variant["third"])
    return names


def _mention(value: str) -> str:
    return value[value.find("[") + 1 : value.find("]")] if "[" in value else value
