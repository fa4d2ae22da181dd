"""Of names that overlap, one stays."""

from __future__ import annotations

from collections.abc import Iterable

from azmedia_nlp.names.reading import Candidate


def select(candidates: Iterable[Candidate], length: int) -> tuple[Candidate, ...]:
    """Keep the surest, then the longest, then the first; *length* counts the tokens."""
    taken = bytearray(length)
    kept = []
    for candidate in sorted(candidates, key=_rank):
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            kept.append(candidate)
    return tuple(sorted(kept))


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    return -candidate.strength, candidate.start - candidate.end, candidate.start
