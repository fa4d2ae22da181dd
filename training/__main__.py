"""Train the model that finds names, and write its pack.

python -m training --data FILE.jsonl … [--out PACK] [--config FILE.toml]

FILES hold one annotated article a line: ``text`` and ``mentions`` of ``start``, ``end``,
``label``. Needs ``python-crfsuite``; two cores, a few minutes, the same pack every time.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pycrfsuite

from azmedia_nlp.names.pack import write_pack
from azmedia_nlp.names.tagger import sentence_bounds
from training.data import read_examples
from training.export import read_crf
from training.features import Items, masked_items, read_items

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE: Final = Path(__file__).parent
PACK: Final = HERE.parent / "src" / "azmedia_nlp" / "data" / "names.pack"
AUTHORED: Final = HERE / "data" / "authored_train.jsonl"
RIGHTS: Final = (
    "MIT. Trained on news articles of banker.az (2025), whose texts stay with the outlet, and on "
    "articles written for the project (CC0)."
)


def sequences(paths: list[Path], masking: dict[str, Any]) -> Iterator[tuple[Items, list[str]]]:
    """Every sentence as features and tags, as it is and with words masked."""
    generator = random.Random(masking["seed"])
    for example in read_examples(*paths):
        bounds = sentence_bounds(example.segmentation)
        masked = (
            masked_items(example, masking["probability"], generator)
            for _ in range(masking["copies"])
        )
        for items in (read_items(example), *masked):
            yield from ((items[start:end], example.tags[start:end]) for start, end in bounds)


def train(paths: list[Path], config: dict[str, Any]) -> dict[str, Any]:
    """Train a CRF and return its features, weights, transitions and labels."""
    crf = config["crf"]
    trainer = pycrfsuite.Trainer(verbose=True)
    for items, tags in sequences(paths, config["masking"]):
        trainer.append(items, tags)
    trainer.set_params(
        {
            "c1": crf["c1"],
            "c2": crf["c2"],
            "max_iterations": crf["iterations"],
            "feature.minfreq": crf["least"],
            "feature.possible_transitions": False,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "names.crfsuite"
        trainer.train(str(model))
        return read_crf(model, crf["floor"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, nargs="+", default=[HERE / "data/authored_train.jsonl"]
    )
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--out", type=Path, default=PACK)
    options = parser.parse_args()
    config = tomllib.loads(options.config.read_text(encoding="utf-8"))
    model = train(options.data, config)
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in options.data}
    about = {"recipe": "python -m training", "licence": RIGHTS, "data": hashes}
    content = write_pack(
        model["names"], model["weights"], model["transitions"], labels=model["labels"], **about
    )
    options.out.write_bytes(content)
    print(f"{options.out}: {len(model['names'])} features, {len(content) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
