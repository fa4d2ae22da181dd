"""Score roles and quotations with gold names fed in: what the rooms themselves lose.

python -m benchmarks.gold_names SCORE.PY SET.jsonl … [--errors SECTION]

SCORE.PY is the scoring script that stands beside the gold sets.
"""

from __future__ import annotations

import argparse
import collections
import random
from typing import Any

from azmedia_nlp import ArticleParser
from benchmarks.gold import GoldEngine, read_gold
from benchmarks.scripts import load_script


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer")
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--errors", metavar="SECTION")
    options = parser.parse_args()
    scorer = load_script(options.scorer)
    tallies: dict[str, Any] = collections.defaultdict(scorer.Tally)
    for gold in read_gold(*options.sets):
        published = gold["published"] if not gold["header"] else None
        article = ArticleParser(engine=GoldEngine(gold))(gold["text"], published=published)

        def log(section: str, line: str, name: str = gold["id"]) -> None:
            if section == options.errors:
                print(f"{name}: {line}")

        scorer.score_article(gold, article.to_dict(), tallies, log)
    generator = random.Random(7)
    for measure, tally in tallies.items():
        row = tally.figures(generator)
        print(f"{measure:24} {row['p']:6.3f} {row['r']:6.3f} {row['f1']:6.3f}  {row['gold']:5}")


if __name__ == "__main__":
    main()
