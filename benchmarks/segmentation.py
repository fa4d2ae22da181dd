"""Compare our tokens and sentences with other tools: errors, and time, in one run.

python -m benchmarks.segmentation SET.jsonl …

The sets are gold articles with sentences, mentions and times. Rivals: spaCy's blank ``az``,
razdel, turkicnlp's regex tokenizer, pysbd (which knows no Azerbaijani, hence English).

An error is an edge too many or too few. The project's drawn gold draws every edge. Gold
articles draw sentences; of tokens they say that no edge of a mention or time expression may
lie inside one, and that a figure or a word with its ending set off is not broken (an ending
that our tokens mark with ``stem_end`` counts as an edge for mentions).
"""

from __future__ import annotations

import argparse
import gc
import re
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pysbd
import razdel
import spacy
from turkicnlp.models.document import Document
from turkicnlp.processors.tokenizer import RegexTokenizer

from azmedia_nlp.segmentation import segment
from azmedia_nlp.segmentation.sentences import find_sentences, split_sentences
from azmedia_nlp.segmentation.tokens import find_tokens, tokenize
from benchmarks.gold import read_gold

CORPORA = Path(__file__).parent.parent / "tests" / "corpora"
UNBROKEN = re.compile(
    r"""(?<![^\s"“«(])
    (?: \d+(?:[.,:/-]\d+)+(?:-[^\W\d_]{1,5})? | [^\W_]*[^\W_a-zəıöüçşğ]-(?:[^\W\d_A-Z]{1,5}) )
    (?=[\s,;!?)”»"]|[.:](?:\s|$)|$)""",
    re.VERBOSE,
)

# Texts at which a careless rule would read the same characters again and again.
HOSTILE = {
    "quotation marks": "“a ",
    "stops": "A. ",
    "hyphens": "Bakı-",
    "figures": "1 250 000 ",
    "spaces": " ",
}

Edges = set[int]
Cutter = Callable[[str], Iterable[tuple[int, int]]]


class Errors(NamedTuple):
    """Wrong edges among *units* gold units."""

    wrong: int
    units: int

    @property
    def per_thousand(self) -> float:
        """Errors per 1,000 units."""
        return 1000 * self.wrong / self.units


# -- the tools, each a function from text to spans


def our_tokens(text: str) -> list[tuple[int, int]]:
    return [(token.start, token.end) for token in tokenize(text)]


def our_sentences(text: str) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in split_sentences(text)]


@cache
def _spacy(*, sentences: bool) -> Any:
    language = spacy.blank("az")
    if sentences:
        language.add_pipe("sentencizer")
    return language


def spacy_tokens(text: str) -> list[tuple[int, int]]:
    doc = _spacy(sentences=False)(text)
    return [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]


def spacy_sentences(text: str) -> list[tuple[int, int]]:
    doc = _spacy(sentences=True)(text)
    return [(span.start_char, span.end_char) for span in doc.sents]


def razdel_tokens(text: str) -> list[tuple[int, int]]:
    return [(token.start, token.stop) for token in razdel.tokenize(text)]


def razdel_sentences(text: str) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.stop) for sentence in razdel.sentenize(text)]


@cache
def _turkic() -> RegexTokenizer:
    tokenizer = RegexTokenizer("aze")
    tokenizer.load()
    return tokenizer


def turkic_tokens(text: str) -> list[tuple[int, int]]:
    return [(token.start, token.end) for token in _turkic().tokenize(text)]


def turkic_sentences(text: str) -> list[tuple[int, int]]:
    document = _turkic().process(Document(text=text, lang="aze"))
    tokens = ((sentence.tokens[0], sentence.tokens[-1]) for sentence in document.sentences)
    return [(first.start_char or 0, last.end_char or 0) for first, last in tokens]


@cache
def _pysbd() -> Any:
    return pysbd.Segmenter(language="en", clean=False, char_span=True)


def pysbd_sentences(text: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in _pysbd().segment(text)]


def by_line(cut: Cutter) -> Cutter:
    """Give a splitter one line at a time, as most of them take a new line for a space."""

    def cut_lines(text: str) -> list[tuple[int, int]]:
        spans, at = [], 0
        for line in text.split("\n"):
            spans += [(at + start, at + end) for start, end in cut(line)]
            at += len(line) + 1
        return spans

    return cut_lines


TOKENIZERS: dict[str, Cutter] = {
    "azmedia_nlp": our_tokens,
    "spaCy blank az": spacy_tokens,
    "razdel": razdel_tokens,
    "turkicnlp regex": turkic_tokens,
}
SPLITTERS: dict[str, Cutter] = {
    "azmedia_nlp": our_sentences,
    "spaCy sentencizer": by_line(spacy_sentences),
    "pysbd (en)": by_line(pysbd_sentences),
    "razdel": by_line(razdel_sentences),
    "turkicnlp": by_line(turkic_sentences),
}


# -- errors


def drawn(name: str) -> list[tuple[str, Edges]]:
    """The lines of a drawn corpus: their texts, and where their pieces begin and end."""
    cases = []
    for line in (CORPORA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith(("# ", "@ ")):
            continue
        pieces = line.removeprefix("~ ").replace("^", "").replace("↵", "\n").split("|")
        edges, at = set(), 0
        for piece in pieces:
            if piece.strip():
                edges |= {at, at + len(piece)}
            at += len(piece)
        cases.append(("".join(pieces), edges))
    return cases


def edges_of(text: str, spans: Iterable[tuple[int, int]]) -> Edges:
    """Where spans begin and end, white space at their ends aside."""
    edges = set()
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            edges.add(start + len(piece) - len(piece.lstrip()))
            edges.add(start + len(piece.rstrip()))
    return edges


def drawn_errors(name: str, cut: Cutter) -> Errors:
    """Wrong edges on the drawn gold, per gold unit."""
    cases = drawn(name)
    wrong = sum(len(edges_of(text, cut(text)) ^ edges) for text, edges in cases)
    return Errors(wrong, sum(len(edges) for _, edges in cases) // 2)


def sentence_errors(articles: list[dict[str, Any]], cut: Cutter) -> Errors:
    """Wrong sentence ends on gold articles, as the scoring script counts them."""
    wrong = 0
    for gold in articles:
        text = gold["text"]
        ends = {end for _, end in gold["sentences"]}
        found = {start + len(text[start:end].rstrip()) for start, end in cut(text)}
        wrong += len(found ^ ends)
    return Errors(wrong, sum(len(gold["sentences"]) for gold in articles))


def token_errors(articles: list[dict[str, Any]], cut: Cutter) -> Errors:
    """Edges of annotations inside tokens and cuts inside what is not to be broken."""
    wrong = units = 0
    for gold in articles:
        text = gold["text"]
        edges = edges_of(text, cut(text))
        needed = {
            item[edge] for item in gold["mentions"] + gold["times"] for edge in ("start", "end")
        }
        stems = {token.stem_end for token in tokenize(text)} if cut is our_tokens else set()
        wrong += len(needed - edges - stems)
        whole = [match.span() for match in UNBROKEN.finditer(text)]
        wrong += sum(start < edge < end for start, end in whole for edge in edges)
        units += len(text.split())
    return Errors(wrong, units)


# -- time


def seconds(work: Callable[[str], object], texts: list[str], repeats: int = 5) -> float:
    """The best processor time over all texts, garbage collection off, as ``timeit`` has it."""
    best = float("inf")
    for _ in range(repeats):
        gc.collect()
        gc.disable()
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
        gc.enable()
    return best


def both(text: str) -> object:
    """Tokens, and sentences decided on them."""
    return find_sentences(text, find_tokens(text))


def nanoseconds_a_character(text: str, megabytes: float) -> float:
    """How long a text of that size takes, the given one repeated."""
    long = (text * (int(megabytes * 1e6 / len(text)) + 1))[: int(megabytes * 1e6)]
    return seconds(segment, [long], repeats=2) / len(long) * 1e9


def ratio(costs: list[float]) -> float:
    """How much dearer a character is in the dearest text than in the shortest."""
    return max(costs) / costs[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    articles = list(read_gold(*parser.parse_args().sets))
    texts = [gold["text"] for gold in articles]
    print(f"{len(articles)} articles, {sum(map(len, texts))} characters\n")
    print("| tokens | errors per 1,000, drawn | per 1,000 words, articles | ms, articles |")
    print("|---|---|---|---|")
    for name, cut in TOKENIZERS.items():
        figures = drawn_errors("tokens", cut), token_errors(articles, cut)
        cells = (f"{errors.per_thousand:.1f} ({errors.wrong})" for errors in figures)
        print(f"| {name} | {' | '.join(cells)} | {1000 * seconds(cut, texts):.0f} |")
    print("\n| sentences | errors per 1,000, drawn | per 1,000, articles | ms, articles |")
    print("|---|---|---|---|")
    for name, cut in SPLITTERS.items():
        figures = drawn_errors("sentences", cut), sentence_errors(articles, cut)
        cells = (f"{errors.per_thousand:.1f} ({errors.wrong})" for errors in figures)
        repeats = 1 if name.startswith("pysbd") else 5
        print(f"| {name} | {' | '.join(cells)} | {1000 * seconds(cut, texts, repeats):.0f} |")
    ours, theirs = seconds(both, texts), seconds(_spacy(sentences=False), texts)
    print(f"\ntokens and sentences: {ours / theirs:.2f} times the time of spaCy's blank az")
    for name, unit in {"articles": "\n".join(texts), **HOSTILE}.items():
        costs = [nanoseconds_a_character(unit, size) for size in (0.1, 1, 10)]
        shown = " / ".join(f"{cost:.0f}" for cost in costs)
        print(f"ns a character at 0.1 / 1 / 10 MB, {name}: {shown}, ratio {ratio(costs):.2f}")


if __name__ == "__main__":
    main()
