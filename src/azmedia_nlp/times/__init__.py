"""Temporal expressions: found, resolved, given a TIMEX3 value and an interval."""

from azmedia_nlp.times.extraction import extract_times, find_times, parse_date
from azmedia_nlp.times.published import read_published

__all__ = ["extract_times", "find_times", "parse_date", "read_published"]
