"""Names by three engines trained on the same articles: quality, time, memory, install size.

python -m benchmarks.engines SET.jsonl … --data DIRECTORY --stanza DIRECTORY

The sets are gold articles. ``--data`` has the files of the pack's recipe, on which the plain CRF
is trained here; ``--stanza`` has the models that ``python -m training.stanza`` wrote from them.

Each engine runs in a process of its own, on one core. A mention counts where its edges and its
label are right. Time is the processor's for tokens, sentences and names of an article, models
loaded: when the articles are new, and the best of two passes over them again, when an engine may
have kept what it knows of words. Memory is the process's peak.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final, get_args

from training.__main__ import HERE, find_data, read_config

from azmedia_nlp.annotations import Label
from benchmarks.plain_crf import train

_ROWS: Final = {
    "compact": "compact (the default)",
    "stanza": "Stanza, tokenizer and NER",
    "stanza-ner": "Stanza NER on our tokens",
    "crf": "linear CRF, plain features",
}


def measure_apart(name: str, model: str, sets: list[str]) -> dict[str, Any]:
    """The same in a process of its own, on one core."""
    command = [sys.executable, "-m", "benchmarks.one_engine", name, model, *sets]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603
    figures: dict[str, Any] = json.loads(run.stdout)
    return figures


Figures = dict[str, dict[str, Any]]


def summary(figures: Figures, stems: list[str]) -> list[list[str]]:
    """A row an engine: quality on each set, time, sizes."""
    heads = ["engine", *(f"F1 {stem}" for stem in stems)]
    rows = [[*heads, "ms new", "ms again", "MB memory", "MB model", "MB installed"]]
    for name, row in figures.items():
        quality = [_quality(row["f1"][stem]) for stem in stems]
        sizes = [f"{row['memory']:.0f}", f"{row['model']:.1f}", f"{row['install']:.0f}"]
        rows.append([_ROWS[name], *quality, f"{row['first']:.1f}", f"{row['again']:.1f}", *sizes])
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


def measure_all(sets: list[str], data: Path, stanza: str, crf: Path) -> Figures:
    """The figures of every engine; the CRF is trained where it is not there yet."""
    if not crf.exists():
        train(find_data(read_config(HERE / "config.toml")["data"]["files"], data), crf)
    models = {"compact": "-", "stanza": stanza, "stanza-ner": stanza, "crf": str(crf)}
    return {name: measure_apart(name, models[name], sets) for name in _ROWS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument("--stanza", default=os.environ.get("AZMEDIA_STANZA", ""))
    parser.add_argument("--crf", type=Path, help="where the trained CRF is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        crf = options.crf or Path(folder) / "plain.crfsuite"
        figures = measure_all(options.sets, options.data, options.stanza, crf)
    stems = [Path(path).stem for path in options.sets]
    print_table(summary(figures, stems))
    for stem in stems:
        print_table(by_label(figures, stem))


if __name__ == "__main__":
    main()
