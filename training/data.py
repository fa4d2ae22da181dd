"""Gold articles as token and tag sequences: the reader that the package has for every trainer."""

from azmedia_nlp.engines.gold import Example, example, read_examples

__all__ = ["Example", "example", "read_examples"]
