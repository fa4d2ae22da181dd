"""Measure the speed of the whole and of its rooms beside other tools, in one run on one core.

python -m benchmarks.speed [FILE] [--crf MODEL --stanza DIRECTORY]

The text is the article in ``seeds/`` unless FILE is given. Each is warmed up and then timed in
turns with the others, so that what else the machine does hits all alike; the figure is the
median of the processor time. ``--crf`` is a model that ``benchmarks.plain_crf`` trained and
``--stanza`` a directory of Stanza models. Growth, hostile texts, memory and cold starts follow.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from azmedia_nlp import ArticleParser
from azmedia_nlp.names import find_mentions, link_mentions
from azmedia_nlp.normalization import normalize
from azmedia_nlp.quotations import find_quotations
from azmedia_nlp.roles import find_roles
from azmedia_nlp.segmentation import segment
from azmedia_nlp.times import find_times, read_published

ROOT: Final = Path(__file__).parent.parent
ROUNDS: Final = 30
Task = Callable[[], Any]

# Thirty ways in which a careless rule would read the same characters again and again.
HOSTILE: Final = (
    '"', "“a ", "«“„ ", "'a ", "1", "1 250 ", "-", "a-", "Bakı-", ".", "A. ", "Q.Q.Q. ", "B", "Bə ",
    "bir", "nazir ", "Nazir Əli ", "noyabr ", "18 noyabr 2025, ", "Foto: a\n", "deyib ki, ",
    "“Biz” deyib, ", "ABŞ-ın ", "(", "https://a.az/ ", "a@a.az ", "ə\u0430", "&quot;", "\n", "🌼",
)  # fmt: skip


def rooms(text: str) -> Iterator[tuple[str, Task]]:
    """Each room by itself, on what the rooms before it give."""
    clean = normalize(text).text
    parts = segment(clean)
    published = read_published(parts, None)
    times = find_times(parts, published)
    found = find_mentions(parts, times)
    mentions, entities = link_mentions(found, parts)
    roles = find_roles(parts, mentions, entities)
    yield "tokens, sentences, layout", lambda: segment(clean)
    yield "times", lambda: find_times(parts, published)
    yield "names", lambda: link_mentions(find_mentions(parts, times), parts)
    yield (
        "roles, quotations",
        lambda: (
            find_roles(parts, mentions, entities),
            find_quotations(parts, mentions, entities, roles),
        ),
    )
    parse = ArticleParser()
    yield "the whole", lambda: parse(text)


def peers(text: str, crf: str | None, stanza: str | None) -> Iterator[tuple[str, Task]]:
    """Other tools on the same text, as far as they are installed."""
    if find_spec("spacy"):
        import spacy

        blank = spacy.blank("az")
        yield "spaCy's blank az", lambda: blank(text)
    from dateparser.search import search_dates

    yield "dateparser.search_dates", lambda: search_dates(text, languages=["az"])
    if crf is not None:
        from benchmarks.plain_crf import CrfEngine

        tagger, parts = CrfEngine(crf), segment(normalize(text).text)
        yield "a plain CRF's names", lambda: tagger.find_mentions(parts, ())
    if stanza is not None:
        from azmedia_nlp.engines.stanza import load_engine

        engine = load_engine(stanza)
        yield "Stanza tokenize + NER", lambda: engine.find_mentions(engine.segment(text), ())


def medians(tasks: list[tuple[str, Task]]) -> dict[str, float]:
    """The median processor time of each task in seconds; the tasks take turns."""
    taken: dict[str, list[float]] = {name: [] for name, _ in tasks}
    for _, task in tasks * 3:
        task()
    for _ in range(ROUNDS):
        for name, task in tasks:
            taken[name].append(_seconds(task))
    return {name: statistics.median(values) for name, values in taken.items()}


def _seconds(task: Task) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def _best(task: Task, rounds: int = 3) -> float:
    return min(_seconds(task) for _ in range(rounds))


def growth(text: str) -> Iterator[str]:
    """The cost of a character from one kilobyte to five megabytes of the article repeated."""
    parse = ArticleParser()
    base = None
    for size in (1_000, 10_000, 100_000, 1_000_000, 5_000_000):
        repeated = (text * (size // len(text) + 1))[:size]
        gc.collect()
        best = _best(partial(parse, repeated), 3 if size < 1_000_000 else 1)
        cost = best / size * 1e6
        base = base or cost
        yield f"{size:>9,} characters  {cost:.2f} µs each  {cost / base:.2f}"


def hostile(text: str, size: int = 100_000) -> Iterator[str]:
    """The time of hostile texts against that of real text of the same length."""
    parse = ArticleParser()
    real = _best(partial(parse, (text * (size // len(text) + 1))[:size]))
    for unit in HOSTILE:
        taken = _best(partial(parse, (unit * (size // len(unit) + 1))[:size]))
        yield f"{unit!r:24} {taken / real:.2f}"


_COLD: Final = {
    "import azmedia_nlp": "import azmedia_nlp",
    "import and first parse": (
        "import sys; from pathlib import Path; from azmedia_nlp import parse_article;"
        "parse_article(Path(sys.argv[1]).read_text(encoding='utf-8'))"
    ),
}
_MEMORY: Final = """
import sys
from pathlib import Path
import azmedia_nlp
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
text = Path(sys.argv[1]).read_text(encoding="utf-8")
azmedia_nlp.parse_article(text)
base = peak()
large = text * (1_000_000 // len(text) + 1)
azmedia_nlp.parse_article(large)
more = (peak() - base) / len(large)
print(f"{base / 2**20:.0f} MB for the article, {more:.0f} bytes a character more")
"""


def cold(path: str) -> Iterator[str]:
    """Wall times of fresh processes, the bare interpreter's taken off, and their memory."""
    bare = _wall([sys.executable, "-c", "pass"])
    for name, code in _COLD.items():
        yield f"{name:28} {(_wall([sys.executable, '-c', code, path]) - bare) * 1e3:.0f} ms"
    command = [sys.executable, "-m", "azmedia_nlp", "parse", path, "--format", "json"]
    yield f"{'azmedia parse, all of it':28} {_wall(command) * 1e3:.0f} ms"
    yield subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", _MEMORY, path], check=True, capture_output=True, text=True
    ).stdout.strip()


def _wall(command: list[str], rounds: int = 7) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=str(next((ROOT / "seeds").glob("*.txt"))))
    parser.add_argument("--crf")
    parser.add_argument("--stanza")
    options = parser.parse_args()
    text = Path(options.file).read_text(encoding="utf-8")
    taken = medians([*rooms(text), *peers(text, options.crf, options.stanza)])
    whole = taken["the whole"]
    for name, seconds in taken.items():
        print(f"{name:28} {seconds * 1e3:8.2f} ms  {seconds / whole:6.2f} of the whole")
    print(f"{1 / whole:.0f} articles a second of {len(text)} characters")
    for title, lines in (
        ("growth", growth(text)),
        ("hostile texts, against real text of that length", hostile(text)),
        ("cold starts and memory", cold(options.file)),
    ):
        print(f"\n{title}")
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
