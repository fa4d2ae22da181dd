"""A corpus of any size: the authored articles with other people in them, and poison.

The articles are fiction: events and statements in them are invented, real names stand there
for realism only. In each copy of an article its people have other given names and surnames,
some lines are left out and some are another article's, and the copy has another day and
outlet; one copy of five is the one before it in another outlet, as the wire's stories are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from azmedia_nlp.alphabet import lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.gazetteer import GivenName

SOURCE: Final = Path(__file__).parent.parent / "training" / "data" / "authored_train.jsonl"
_OUTLETS: Final = tuple(f"{name}.example" for name in ("xəzri", "şəfəq", "körpü", "səda", "aran"))
_EPOCH: Final = date(2024, 1, 1)
_REPRINT: Final = 5
_HEAD: Final = 3  # lines that stay: the headline, the date
_LEFT_OUT: Final = 0.3
_ADDED: Final = 2

Record = dict[str, Any]


def make_corpus(count: int, seed: int = 0) -> Iterator[Record]:
    """Records in a fixed order; the same *seed* gives the same."""
    sources = [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    pools = _Pools()
    for number in range(count):
        copy, at = divmod(number, len(sources))
        reprint = copy % _REPRINT == _REPRINT - 1
        random = Random(f"{seed} {at} {copy - reprint}")
        day = _EPOCH + timedelta(days=random.randrange(700))
        yield {
            "id": f"{sources[at]['id']}/{copy:04}",
            "text": _varied(sources, at, pools, random),
            "published": day.isoformat(),
            "outlet": _OUTLETS[(copy + at) % len(_OUTLETS)],
            "url": f"https://{_OUTLETS[(copy + at) % len(_OUTLETS)]}/{number}",
            "rubric": sources[at]["id"].split("-")[0],
        }


class _Pools:
    """Names that may stand for one another: of one gender, with like endings."""

    def __init__(self) -> None:
        self._given = _by_kind("given_names")
        self._surnames = _by_kind("surnames")
        self._kinds = {
            lower(name): (pools, kind)
            for pools in (self._surnames, self._given)
            for kind, names in pools.items()
            for name in names
        }

    def other(self, word: str, random: Random) -> str | None:
        """Another name of the kind of *word*, or a surname with its ending; None for others."""
        found = self._kinds.get(lower(word))
        if found is not None:
            return random.choice(found[0][found[1]])
        alike = [name for (_, end), names in self._surnames.items() for name in names
                 if end == word[-2:]]  # fmt: skip
        return random.choice(alike) if alike else None


def _by_kind(lexicon: str) -> dict[tuple[str, str], list[str]]:
    pools: dict[tuple[str, str], list[str]] = {}
    for row in read_lexicon(lexicon, GivenName):
        pools.setdefault((row.gender, row.name[-2:]), []).append(row.name)
    return pools


def _varied(sources: list[Record], at: int, pools: _Pools, random: Random) -> str:
    """A copy of an article: other people, some lines left out, some of another article."""
    lines = _with_other_people(sources[at], pools, random).split("\n")
    kept = [line for line in lines[_HEAD:] if random.random() > _LEFT_OUT]
    other = _with_other_people(random.choice(sources), pools, random).split("\n")[_HEAD:]
    added = random.sample(other, min(_ADDED, len(other)))
    return "\n".join([*lines[:_HEAD], *kept, *added])


def _with_other_people(source: Record, pools: _Pools, random: Random) -> str:
    """The text with the names of its people changed, whatever ending they have."""
    people = [mention for mention in source["mentions"] if mention["label"] == "PER"]
    words = sorted({word for mention in people for word in mention["entity"].split()})
    others = {word: other for word in words if (other := pools.other(word, random))}
    text, pieces, at = source["text"], [], 0
    for mention in people:
        pieces.append(text[at : mention["start"]])
        surface = text[mention["start"] : mention["end"]]
        pieces.append(" ".join(_changed(word, others) for word in surface.split(" ")))
        at = mention["end"]
    return "".join([*pieces, text[at:]])


def _changed(word: str, others: dict[str, str]) -> str:
    for name in sorted(others, key=len, reverse=True):
        if word.startswith(name):
            return others[name] + word[len(name) :]
    return word


def poison() -> list[bytes]:
    """Lines that no article can be read from, each in its own way."""
    good = {"id": "p", "text": "Sərgi dünən açılıb.", "published": "2025-03-14"}
    bad: list[Record] = [
        good | {"id": "p-empty", "text": ""},
        good | {"id": "p-blank", "text": " \n "},
        good | {"id": "p-huge", "text": "Sərgi dünən açılıb. " * 1_000_000},
        good | {"id": "p-number", "text": 7},
        good | {"id": "p-list", "text": ["Sərgi"]},
        good | {"id": "p-null", "text": None},
        good | {"id": "p-date", "published": "dünənki"},
        good | {"id": "p-date-type", "published": {"il": 2025}},
        {"id": "p-missing", "published": "2025-03-14"},
    ]
    lines = [json.dumps(record, ensure_ascii=False).encode() for record in bad]
    turkish = '{"id": "p-cp1254", "text": "Şəhər"}'.replace("ə", "e").encode("cp1254")
    return [*lines, b"[1, 2]", b'{"id": "p-cut", "te', b"\x89PNG\r\x1a\x00\xff\xfe", turkish]


def write_corpus(path: Path, count: int, *, poisoned: bool = False) -> None:
    """Write a corpus as JSON lines; poison stands evenly among the articles."""
    bad = poison() if poisoned else []
    every = max(count // (len(bad) + 1), 1)
    with path.open("wb") as file:
        for number, record in enumerate(make_corpus(count)):
            if bad and number % every == every // 2:
                file.write(bad.pop() + b"\n")
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        file.writelines(line + b"\n" for line in bad)
