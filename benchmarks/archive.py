"""An archive of many articles: speed, memory, a kill in the middle, the ready questions.

``python -m benchmarks.archive`` makes a corpus of 10,000 articles and prints every figure of
``docs/batch.md`` and ``docs/archive.md``; ``--articles N`` makes it smaller, ``--only
scaling|memory|kill|questions`` prints one. Needs Linux (it reads /proc) and the extra ``archive``.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Any, Final, NamedTuple

from azmedia_nlp.archive import Archive, open_archive
from azmedia_nlp.archive.manifest import read_manifest
from azmedia_nlp.archive.schema import TABLES
from benchmarks.archive_corpus import write_corpus

_MEGABYTE: Final = 1 << 20
_REPEATS: Final = 7
_ROWS: Final = 100


class Run(NamedTuple):
    """A run of ``azmedia batch``: its time, what it held at most, the last of its output."""

    seconds: float
    peak: int
    summary: str


def batch(
    corpus: Path,
    out: Path,
    *options: str,
    until: Callable[[], bool] | None = None,
    watched: bool = True,
) -> Run:
    """Run the command; *until* says when it is killed.

    Its memory is looked at once a second where it is *watched*, which costs it time.
    """
    command = [sys.executable, "-m", "azmedia_nlp", "batch", str(corpus), "--out", str(out)]
    started = perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [*command, *options], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    peak = 0
    while process.poll() is None:
        if watched:
            peak = max(peak, _memory_of(process.pid))
        if until is not None and until():
            os.killpg(process.pid, signal.SIGKILL)
        sleep(1 if watched else 0.05)
    seconds = perf_counter() - started
    assert process.stderr is not None
    return Run(seconds, peak, process.stderr.read().strip())


def _memory_of(pid: int) -> int:
    """The memory of a process and its children, in bytes; shared pages count by their share."""
    total = 0
    for process in [pid, *_children(pid)]:
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def _children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [child for one in found for child in (int(one), *_children(int(one)))]


def scaling(folder: Path, count: int) -> None:
    # Workers multiply in one thread; so does the one process here, or it would have two cores.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    corpus = folder / "scaling.jsonl"
    write_corpus(corpus, count)
    rates = {}
    for processes in (1, 2):
        run = batch(
            corpus, folder / f"scaling-{processes}", "--processes", str(processes), watched=False
        )
        rates[processes] = count / run.seconds
        print(f"{processes} process(es): {rates[processes]:.1f} articles a second, {run.summary}")
    print(f"two processes do {rates[2] / rates[1]:.2f} times what one does")


def memory(folder: Path, count: int) -> None:
    for size in (count // 10, count):
        corpus = folder / f"memory-{size}.jsonl"
        write_corpus(corpus, size)
        run = batch(corpus, folder / f"memory-{size}", "--processes", "2")
        print(f"{size} articles: at most {run.peak / _MEGABYTE:.0f} MB, {run.summary}")


def kill(folder: Path, count: int) -> None:
    corpus = folder / "kill.jsonl"
    write_corpus(corpus, count, poisoned=True)
    whole, broken = folder / "whole", folder / "broken"
    run = batch(corpus, whole, "--processes", "2")
    print(f"unbroken: at most {run.peak / _MEGABYTE:.0f} MB, {run.summary}")

    def half_done() -> bool:
        manifest = read_manifest(broken)
        return manifest is not None and manifest.records >= count // 2

    batch(corpus, broken, "--processes", "2", until=half_done)
    print(f"killed: {read_manifest(broken).records} records are safe")  # type: ignore[union-attr]
    print(f"resumed: {batch(corpus, broken, '--processes', '2', '--resume').summary}")
    print(f"the same, row for row: {_is_same(whole, broken)}")


def _is_same(left: Path, right: Path) -> bool:
    pair = open_archive(left), open_archive(right)
    return all(_rows(pair[0], table) == _rows(pair[1], table) for table in TABLES)


def _rows(archive: Archive, table: str) -> Any:
    return archive.table(table).fetchall()


def questions(folder: Path, count: int) -> None:
    corpus, out = folder / "questions.jsonl", folder / "questions"
    if not out.exists():
        write_corpus(corpus, count)
        batch(corpus, out, "--processes", "2")
    ask_all(out)


def ask_all(out: Path) -> None:
    """Time the first hundred rows of each question, which is what the command line prints.

    The first time counts apart, since it prepares what questions share.
    """
    archive = open_archive(out)
    print("| question | rows in all | first (ms) | then (ms) |\n|---|---|---|---|")
    for name, ask in _asked(archive).items():
        times = []
        for _ in range(_REPEATS):
            started = perf_counter()
            ask().limit(_ROWS).fetchall()
            times.append((perf_counter() - started) * 1000)
        print(f"| `{name}` | {len(ask().fetchall())} | {times[0]:.0f} | {median(times[1:]):.0f} |")


def _asked(archive: Archive) -> dict[str, Callable[[], Any]]:
    return {
        'quotations(speaker="Əliyevin")': lambda: archive.quotations(speaker="Əliyevin"),
        'quotations("Aliyev", about="Bakıda")': lambda: archive.quotations("Aliyev", "Bakıda"),
        'quotations(about="yollar", since="2025-03")': lambda: archive.quotations(
            about="yollar", since="2025-03"
        ),
        "quotations(once=True)": lambda: archive.quotations(once=True),
        "people()": archive.people,
        'roles(person="Əliyev")': lambda: archive.roles("Əliyev"),
        'roles(organization="Xarici İşlər Nazirliyi")': lambda: archive.roles(
            organization="Xarici İşlər Nazirliyi"
        ),
        'timeline("Bakı")': lambda: archive.timeline("Bakı"),
        'timeline("Bakı", once=True)': lambda: archive.timeline("Bakı", once=True),
        "cooccurrence()": archive.cooccurrence,
        'cooccurrence(within="article")': lambda: archive.cooccurrence(within="article"),
        "duplicates()": archive.duplicates,
    }


_STEPS: Final[dict[str, Callable[[Path, int], None]]] = {
    "scaling": scaling,
    "memory": memory,
    "kill": kill,
    "questions": questions,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--only", choices=sorted(_STEPS))
    parser.add_argument("--folder", type=Path, help="where to work, kept; a temporary one else")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name in [arguments.only] if arguments.only else list(_STEPS):
            print(f"== {name}, {arguments.articles} articles", flush=True)
            _STEPS[name](folder, arguments.articles)


if __name__ == "__main__":
    main()
