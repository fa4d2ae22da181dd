"""Train Stanza's tokenizer and tagger on what the pack is trained on.

python -m training.stanza [--data DIRECTORY] --out DIRECTORY

The files are those of the pack's recipe, looked for in the same places. Needs
``pip install -e .[stanza]``; for articles of your own, ``azmedia train stanza``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from azmedia_nlp.engines.stanza.train import train
from training.__main__ import HERE, find_data, read_config


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    config = read_config(HERE / "config.toml")
    files = train(find_data(config["data"]["files"], options.data), options.out)
    print(f"{files.ner}: {files.ner.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
