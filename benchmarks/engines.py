"""Names by three engines trained on the same articles: quality, time, memory, install size.

python -m benchmarks.engines SET.jsonl … --data DIRECTORY --stanza DIRECTORY

The sets are gold articles. ``--data`` has the files of the pack's recipe, on which the plain CRF
is trained here; ``--stanza`` has the models that ``python -m training.stanza`` wrote from them.

Each engine runs in a process of its own, on one core. A mention counts where its edges and its
label are right. Time is that of tokens, sentences and names, the best of three passes over all
articles; memory is the process's peak.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final, get_args

import msgspec
from training.__main__ import HERE, PACK, find_data, read_config

from azmedia_nlp.annotations import Label, Mention, Segmentation, TimeExpression
from azmedia_nlp.article import CompactEngine, Engine
from azmedia_nlp.engines.stanza import load_engine
from azmedia_nlp.normalization import normalize, restore_spans
from azmedia_nlp.segmentation import segment
from benchmarks.gold import read_gold
from benchmarks.installed import install_size
from benchmarks.plain_crf import CrfEngine, train

_ROWS: Final = {
    "compact": "compact (the default)",
    "stanza": "Stanza, tokenizer and NER",
    "stanza-ner": "Stanza NER on our tokens",
    "crf": "linear CRF, plain features",
}
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


def milliseconds(engine: Engine, texts: list[str]) -> float:
    """The mean time of an article in the best pass."""
    best = float("inf")
    for _ in range(_PASSES):
        start = time.process_time()
        for text in texts:
            mentions(engine, text)
        best = min(best, time.process_time() - start)
    return 1000 * best / len(texts)


def measure(name: str, model: str, sets: list[str]) -> dict[str, Any]:
    """All figures of one engine, in this process."""
    engine = make_engine(name, model)
    articles = {Path(path).stem: list(read_gold(path)) for path in sets}
    found = {stem: scores(*count(engine, each)) for stem, each in articles.items()}
    texts = [gold["text"] for each in articles.values() for gold in each]
    return {
        "f1": found,
        "ms": milliseconds(engine, texts),
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
        return PACK.stat().st_size / 1e6
    path = Path(model)
    files = path.glob("*.pt") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files) / 1e6


def measure_apart(name: str, model: str, sets: list[str]) -> dict[str, Any]:
    """The same in a process of its own, on one core."""
    command = [sys.executable, "-m", "benchmarks.engines", *sets, "--one", name, "--model", model]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603
    figures: dict[str, Any] = json.loads(run.stdout)
    return figures


Figures = dict[str, dict[str, Any]]


def summary(figures: Figures, stems: list[str]) -> list[list[str]]:
    """A row an engine: quality on each set, time, sizes."""
    heads = ["engine", *(f"F1 {stem}" for stem in stems)]
    rows = [[*heads, "ms an article", "MB memory", "MB model", "MB installed"]]
    for name, row in figures.items():
        quality = [_quality(row["f1"][stem]) for stem in stems]
        sizes = [f"{row['memory']:.0f}", f"{row['model']:.1f}", f"{row['install']:.0f}"]
        rows.append([_ROWS[name], *quality, f"{row['ms']:.1f}", *sizes])
    return rows


def _quality(f1: dict[str, float]) -> str:
    return f"{f1['all']:.3f} [{f1['low']:.3f}, {f1['high']:.3f}]"


def by_label(figures: Figures, stem: str) -> list[list[str]]:
    """A row a label that a set has, a column an engine."""
    rows = [[stem, *(_ROWS[name] for name in figures)]]
    for label in get_args(Label):
        found = [row["f1"][stem].get(label) for row in figures.values()]
        if any(found):
            rows.append([label, *("–" if score is None else f"{score:.3f}" for score in found)])
    return rows


def print_table(rows: list[list[str]]) -> None:
    """Print rows as Markdown, the first as a head."""
    for row in (rows[0], ["---"] * len(rows[0]), *rows[1:]):
        print("|", " | ".join(row), "|")
    print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument("--stanza", default=os.environ.get("AZMEDIA_STANZA", ""))
    parser.add_argument("--one", choices=_ROWS)
    parser.add_argument("--model", default="")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.model, options.sets)))
        return
    with tempfile.TemporaryDirectory() as folder:
        crf = str(Path(folder) / "plain.crfsuite")
        config = read_config(HERE / "config.toml")
        train(find_data(config["data"]["files"], options.data), Path(crf))
        models = {"compact": "", "stanza": options.stanza, "stanza-ner": options.stanza, "crf": crf}
        figures = {name: measure_apart(name, models[name], options.sets) for name in _ROWS}
    stems = [Path(path).stem for path in options.sets]
    print_table(summary(figures, stems))
    for stem in stems:
        print_table(by_label(figures, stem))


if __name__ == "__main__":
    main()
