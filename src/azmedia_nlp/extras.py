"""Optional dependencies: imported when first needed, missed with the install line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from azmedia_nlp.errors import MissingExtraError


def require(module: str, extra: str) -> Any:
    """Import an optional dependency.

    Raises:
        MissingExtraError: *module* is not installed; *extra* would bring it.
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(
            f"{module} is not installed; run: pip install 'azmedia_nlp[{extra}]'"
        ) from None
