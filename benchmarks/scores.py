"""Print all measures of gold sets as a table, with 95 % bootstrap intervals over articles.

python -m benchmarks.scores SCORE.PY SET.jsonl …

SCORE.PY is the scoring script that stands beside the gold sets.
"""

from __future__ import annotations

import argparse
import collections
import random
from pathlib import Path
from typing import Any

from azmedia_nlp import parse_article
from benchmarks.gold import read_gold
from benchmarks.scripts import load_script


def figures(scorer: Any, path: Path) -> tuple[int, dict[str, dict[str, Any]]]:
    """How many articles a set has, and each measure's F1, interval and number of gold items."""
    tallies: dict[str, Any] = collections.defaultdict(scorer.Tally)
    articles = list(read_gold(path))
    for gold in articles:
        published = gold["published"] if not gold["header"] else None
        found = parse_article(gold["text"], published=published).to_dict()
        scorer.score_article(gold, found, tallies, lambda *_: None)
    return len(articles), {name: tally.figures(random.Random(7)) for name, tally in tallies.items()}


def _cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return " | "
    return f"{row['f1']:.3f} [{row['lo']:.3f}, {row['hi']:.3f}] | {row['gold']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer")
    parser.add_argument("sets", nargs="+", type=Path)
    options = parser.parse_args()
    scorer = load_script(options.scorer)
    columns = [(path.stem, *figures(scorer, path)) for path in options.sets]
    print(
        "| measure | " + " | ".join(f"{name} ({count}) | of" for name, count, _ in columns) + " |"
    )
    print("|---" * (1 + 2 * len(columns)) + "|")
    for measure in dict.fromkeys(name for _, _, rows in columns for name in rows):
        cells = " | ".join(_cell(rows.get(measure)) for _, _, rows in columns)
        print(f"| {measure} | {cells} |")


if __name__ == "__main__":
    main()
