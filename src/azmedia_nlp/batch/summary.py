"""What a run came to: how many articles, and why the others failed."""

from __future__ import annotations

from collections import Counter


class Summary:
    """Counts that grow as a run goes on; *skipped* is what an earlier run had done."""

    def __init__(self, skipped: int = 0) -> None:
        self.skipped = skipped
        self.articles = 0
        self.failures = 0
        self.reasons: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    @property
    def records(self) -> int:
        """How many records this run has dealt with."""
        return self.articles + self.failures

    def add_failure(self, record_id: str, error: str, message: str) -> None:
        """Count a failure under its reason; the first of each is kept as an example."""
        self.failures += 1
        self.reasons[error] += 1
        self.examples.setdefault(error, f"{record_id}: {message}")
