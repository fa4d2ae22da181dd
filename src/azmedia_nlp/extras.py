"""Optional dependencies: one way to ask for them, one way to say what to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from azmedia_nlp.errors import MissingExtraError


def require(module: str, extra: str) -> Any:
    """Import *module*, which the optional dependencies *extra* bring.

    Raises:
        MissingExtraError: it is not installed; the message has the install line.
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(
            f"{module} is not installed; run: pip install 'azmedia_nlp[{extra}]'"
        ) from None
