"""One engine's figures, in a process that imports nothing for the others.

python -m benchmarks.one_engine ENGINE MODEL SET.jsonl …

Prints JSON; ``benchmarks.engines`` runs it and says what the figures are.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

import msgspec

from azmedia_nlp.annotations import Mention, Segmentation, TimeExpression
from azmedia_nlp.engine import CompactEngine, Engine
from azmedia_nlp.engines.stanza import load_engine
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import segment
from benchmarks.gold import read_gold
from benchmarks.installed import install_size
from benchmarks.plain_crf import CrfEngine

_PACK: Final = Path(__file__).parents[1] / "src" / "azmedia_nlp" / "data" / "names.pack"
_PASSES: Final = 3
_RESAMPLES: Final = 400


class OnOurTokens(msgspec.Struct, frozen=True):
    """Another engine's names on our tokens and sentences."""

    engine: Any

    def segment(self, text: str) -> Segmentation:
        """Cut a clean text."""
        return segment(text)

    def find_mentions(
        self, segmentation: Segmentation, times: tuple[TimeExpression, ...]
    ) -> tuple[Mention, ...]:
        """The other engine's names."""
        found: tuple[Mention, ...] = self.engine.find_mentions(segmentation, times)
        return found


def make_engine(name: str, model: str) -> Engine:
    """The engine of a row, over its model."""
    if name == "compact":
        return CompactEngine()
    if name == "crf":
        return CrfEngine(model)
    engine = load_engine(model)
    return engine if name == "stanza" else OnOurTokens(engine)


def mentions(engine: Engine, text: str) -> tuple[Mention, ...]:
    """The names of an untouched text."""
    clean = normalize(text)
    return restore_spans(engine.find_mentions(engine.segment(clean.text), ()), clean, text)


Counts = list[Counter[str]]


def count(engine: Engine, articles: list[dict[str, Any]]) -> tuple[Counts, Counts]:
    """By article and label: twice the right mentions, and the wanted and found together."""
    right: Counts = []
    total: Counts = []
    for gold in articles:
        wanted = {(each["start"], each["end"], each["label"]) for each in gold["mentions"]}
        found = {(each.start, each.end, each.label) for each in mentions(engine, gold["text"])}
        right.append(_by_label([*(wanted & found), *(wanted & found)]))
        total.append(_by_label([*wanted, *found]))
    return right, total


def _by_label(spans: list[tuple[int, int, str]]) -> Counter[str]:
    return Counter(label for span in spans for label in (span[2], "all"))


def scores(right: Counts, total: Counts) -> dict[str, float]:
    """F1 of exact mentions over all labels, by label, and the 95 % interval's two ends.

    The interval is a bootstrap's over articles.
    """
    summed = sum(right, Counter()), sum(total, Counter())
    found = {label: summed[0][label] / summed[1][label] for label in summed[1]}
    draw = random.Random(7)
    drawn = []
    for _ in range(_RESAMPLES):
        picks = draw.choices(range(len(right)), k=len(right))
        drawn.append(sum(right[at]["all"] for at in picks) / sum(total[at]["all"] for at in picks))
    drawn.sort()
    edge = _RESAMPLES // 40
    return found | {"low": drawn[edge], "high": drawn[-edge - 1]}


def milliseconds(engine: Engine, texts: list[str]) -> tuple[float, float]:
    """The mean time of an article when it is new, and in the best of some passes after."""
    mentions(engine, "Bakı.")
    passes = [_seconds(engine, texts) for _ in range(_PASSES)]
    return 1000 * passes[0] / len(texts), 1000 * min(passes[1:]) / len(texts)


def _seconds(engine: Engine, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        mentions(engine, text)
    return time.process_time() - start


def measure(name: str, model: str, sets: list[str]) -> dict[str, Any]:
    """All figures of one engine, in this process."""
    engine = make_engine(name, model)
    articles = {Path(path).stem: list(read_gold(path)) for path in sets}
    first, again = milliseconds(
        engine, [gold["text"] for each in articles.values() for gold in each]
    )
    return {
        "f1": {stem: scores(*count(engine, each)) for stem, each in articles.items()},
        "first": first,
        "again": again,
        "memory": peak_memory(),
        "model": _model_size(name, model),
        "install": install_size("azmedia-nlp", "stanza" if "stanza" in name else ""),
    }


def peak_memory() -> float:
    """The most megabytes that this process has held, from Linux.

    ``getrusage`` would count what the parent held before it became this program.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1e3 if found else float("nan")


def _model_size(name: str, model: str) -> float:
    if name == "compact":
        return _PACK.stat().st_size / 1e6
    path = Path(model)
    files = path.glob("*.pt") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine")
    parser.add_argument("model")
    parser.add_argument("sets", nargs="+")
    options = parser.parse_args()
    print(json.dumps(measure(options.engine, options.model, options.sets)))


if __name__ == "__main__":
    main()
