"""Measure stemmers on word forms judged by hand, and the cost of our analysis.

python -m benchmarks.morphology          (memory is read from Linux's /proc)

The forms are those of ``tests/corpora/name_forms.txt``; an answer is right where it is the name,
case aside, since the others give lower case. Peers: ``pip install azstemmer nltkaz simplemma``.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Label
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.canonical import Evidence, canonical
from benchmarks.intervals import wilson

FORMS: Final = Path(__file__).parent.parent / "tests" / "corpora" / "name_forms.txt"
NOTHING: Final = Evidence({})


class Form(NamedTuple):
    """A word form and the name it is a form of."""

    word: str
    label: Label
    name: str


Stem = Callable[[Form], str]


def read_forms() -> list[Form]:
    """The judged forms."""
    lines = FORMS.read_text(encoding="utf-8").splitlines()
    cells = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [Form(word, label, name) for word, label, name in cells]  # type: ignore[arg-type]


def stemmers() -> Iterator[tuple[str, Stem]]:
    """Ours and those of the peers that are installed."""
    yield "azmedia_nlp", lambda form: canonical(form.word, form.label, NOTHING)
    for name, build in (("azstemmer", _azstemmer), ("nltkaz", _nltkaz), ("simplemma", _simplemma)):
        if find_spec(name) is None:
            print(f"{name}: not measured, it is not installed")
        else:
            yield name, build()


def _azstemmer() -> Stem:
    stemmer: Any = import_module("azstemmer").AzStemmer()
    return lambda form: str(stemmer.stem(form.word)).strip()


def _nltkaz() -> Stem:
    stemmer: Any = import_module("nltkaz").Stemmer()
    return lambda form: str(stemmer.stem(form.word)).strip()


def _simplemma() -> Stem:
    lemmatize: Any = import_module("simplemma").lemmatize
    return lambda form: str(lemmatize(form.word, lang="tr"))


def compare(forms: list[Form]) -> None:
    """Print the share of forms that each stemmer brings back to their name."""
    for name, stem in stemmers():
        right = sum(lower(stem(form)) == lower(form.name) for form in forms)
        low, high = wilson(right, len(forms))
        print(
            f"{name:12} {right / len(forms):.3f} [{low:.3f}, {high:.3f}]  {right} of {len(forms)}"
        )


def show_pace(forms: list[Form]) -> None:
    """Print what the analysis of a word costs, seen for the first time and again."""
    words = [form.word for form in forms]
    analyze("Bakıdan")  # loads the tables
    seconds = []
    for _ in range(5):
        analyze.cache_clear()
        seconds.append(tuple(_seconds(words) for _ in range(2)))
    first, again = (min(column) / len(words) * 1e6 for column in zip(*seconds, strict=True))
    print(f"analysis: {first:.1f} µs a word not seen before, {again:.2f} µs a cached one")


def _seconds(words: list[str]) -> float:
    start = time.process_time()
    for word in words:
        analyze(word)
    return time.process_time() - start


_LOADING: Final = """
import time
from pathlib import Path
import azmedia_nlp
from azmedia_nlp.names import gazetteer, words
from azmedia_nlp.roles import vocabulary

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

before, start = resident(), time.process_time()
gazetteer.name_flags(); gazetteer.acronyms(); gazetteer.heads_of(""); words.type_words()
gazetteer.surname_endings(); azmedia_nlp.analyze("Bakıdan"); words.read_word("Bakıdan")
list(gazetteer.find_long_names(("Milli", "Məclis"), ("milli", "məclis")))
took = time.process_time() - start
print(f"lexicons and tables: {took * 1e3:.0f} ms, {(resident() - before) / 2**20:.0f} MB")
"""


def main() -> None:
    forms = read_forms()
    compare(forms)
    show_pace(forms)
    sys.stdout.flush()
    subprocess.run([sys.executable, "-c", _LOADING], check=True)  # noqa: S603  our own code


if __name__ == "__main__":
    main()
