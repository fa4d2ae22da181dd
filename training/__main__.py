"""Train the model that finds names, and write its pack.

python -m training [--data DIRECTORY] [--measure FILE.jsonl …] [--out PACK] [--config FILE.toml]

The files that the configuration names are looked for in DIRECTORY, then in ``training/data``;
each holds one annotated article a line: ``text`` and ``mentions`` of ``start``, ``end``, ``label``.
Needs ``pip install -e .[train]``; one core, some minutes, the same pack every time.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any, Final

from azmedia_nlp.names.pack import write_pack
from training.data import more_examples, read_examples
from training.linear import train_linear
from training.measure import measure
from training.mixing import mix
from training.network import train_network
from training.samples import read_sample

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE: Final = Path(__file__).parent
PACK: Final = HERE.parent / "src" / "azmedia_nlp" / "data" / "names.pack"
RIGHTS: Final = (
    "MIT. Trained on news articles of banker.az (2025), whose texts stay with the outlet, and on "
    "articles written for the project (CC0)."
)


def find_data(names: list[str], directory: Path) -> list[Path]:
    """The training files; what is nowhere is told and left out."""
    found = []
    for name in names:
        paths = [path for path in (directory / name, HERE / "data" / name) if path.exists()]
        if not paths:
            print(f"{name}: not in {directory}; training without it")
        found += paths[:1]
    return found


def read_config(path: Path) -> dict[str, Any]:
    """The settings of a recipe."""
    settings: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return settings


def train(paths: list[Path], config: dict[str, Any]) -> dict[str, Any]:
    """Train both learners on the same features; return what `write_pack` takes."""
    copies = config["augmentation"]["copies"]
    examples = [
        *read_examples(*paths),
        *more_examples(paths, copies, config["augmentation"]["seed"]),
    ]
    samples = [read_sample(example) for example in examples if example.tags]
    print(f"{len(samples)} articles, {sum(len(sample.tags) for sample in samples)} tokens")
    linear = train_linear(samples, config["linear"])
    network = train_network(samples, linear.labels, config["network"])
    vocabularies, arrays = mix(linear, network, config["mixing"]["network"])
    return {"vocabularies": vocabularies, "arrays": arrays, "labels": linear.labels}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument("--measure", type=Path, nargs="*", default=[])
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--out", type=Path, default=PACK)
    options = parser.parse_args()
    config = read_config(options.config)
    paths = find_data(config["data"]["files"], options.data)
    model = train(paths, config)
    about: dict[str, Any] = {
        "architecture": "linear-chain CRF + two convolutions over features' vectors, scores added",
        "recipe": "python -m training",
        "licence": RIGHTS,
        "data": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths},
    }
    options.out.write_bytes(write_pack(**model, **about))
    about["scores"] = measure(options.out, options.measure)
    options.out.write_bytes(write_pack(**model, **about))
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB")
    for name, score in about["scores"].items():
        print(f"{score:.3f}  {name}")


if __name__ == "__main__":
    main()
