"""What carries over to outlets that the model has not seen: leave one source out.

python -m training.transfer --data DIRECTORY

Trains on the articles of an outlet and tests on authored ones, then the other way round;
scores are the tagger's alone, before finders and refiners are heard.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Final

from azmedia_nlp.names.pack import write_pack
from training.__main__ import HERE, read_config, train
from training.measure import measure

SPLITS: Final = (
    (["names_train.jsonl"], ["authored_train.jsonl", "authored_dev.jsonl"]),
    (["authored_train.jsonl", "authored_names.jsonl"], ["names_train.jsonl", "dev.jsonl"]),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    options = parser.parse_args()
    config = read_config(options.config)
    for seen, unseen in SPLITS:
        model = train([options.data / name for name in seen], config)
        with tempfile.TemporaryDirectory() as folder:
            pack = Path(folder) / "names.pack"
            pack.write_bytes(write_pack(**model))
            scores = measure(pack, [options.data / name for name in unseen])
        print(f"trained on {', '.join(seen)}")
        for name, score in scores.items():
            print(f"{score:.3f}  {name}")


if __name__ == "__main__":
    main()
