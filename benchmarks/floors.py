"""Hold the gold sets' scores above their floors.

python -m benchmarks.floors GOLD_DIRECTORY [--raise]

GOLD_DIRECTORY holds ``score.py`` and the sets named in ``floors.toml``. Exit status 1 when a
measure falls below its floor; ``--raise`` writes the present figures where they are higher.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

from benchmarks.scores import figures
from benchmarks.scripts import load_script

FLOORS: Final = Path(__file__).parent / "floors.toml"
SETS: Final = ("seed", "dev", "authored_dev")
# What one article more or less decides is no measure to hold.
SMALLEST: Final = 10
SLACK: Final = 0.0005

Table = dict[str, dict[str, float]]


def read_floors(path: Path = FLOORS) -> Table:
    """The floors by set and measure."""
    floors: Table = {}
    current: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = floors.setdefault(line.strip("[]"), {})
        elif "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            current[name.strip().strip('"')] = float(value)
    return floors


def write_floors(floors: Table, path: Path = FLOORS) -> None:
    """Write the floors below the comment that heads the file."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    body = []
    for name, measures in floors.items():
        body += ["", f"[{name}]", *(f'"{key}" = {value:.3f}' for key, value in measures.items())]
    path.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


def measure(scorer: ModuleType, path: Path) -> dict[str, float]:
    """F1 of every measure of a set that has enough to count."""
    _, rows = figures(scorer, path)
    return {name: row["f1"] for name, row in rows.items() if row["gold"] >= SMALLEST}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--raise", dest="raised", action="store_true")
    options = parser.parse_args()
    scorer, floors, fallen = load_script(options.gold / "score.py"), read_floors(), 0
    for name in SETS:
        measured = measure(scorer, options.gold / f"{name}.jsonl")
        held = floors.setdefault(name, {})
        below = [key for key, value in measured.items() if value < held.get(key, 0.0) - SLACK]
        for key in below:
            print(f"{name}: {key} is {measured[key]:.3f}, its floor {held[key]:.3f}")
        for key, value in measured.items():
            held[key] = max(held.get(key, 0.0), round(value, 3))
        fallen += len(below)
        print(f"{name}: {len(measured)} measures, {len(below)} below their floors")
    if options.raised:
        write_floors(floors)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
