"""Intervals for shares."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964  # 95 %


def wilson(right: int, asked: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson (1927), which holds near 1 as well.

    >>> [round(edge, 3) for edge in wilson(95, 100)]
    [0.888, 0.978]
    """
    if not asked:
        return 0.0, 1.0
    share = right / asked
    middle = share + _Z**2 / (2 * asked)
    reach = _Z * sqrt(share * (1 - share) / asked + _Z**2 / (4 * asked**2))
    scale = 1 + _Z**2 / asked
    return (middle - reach) / scale, (middle + reach) / scale
