"""Optional dependencies: loaded where they are used, missing with the line that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from azmedia_nlp.errors import MissingExtraError


def require(module: str, extra: str) -> Any:
    """Import a module of an extra.

    Raises:
        MissingExtraError: it is not installed; the message has the line that installs it.
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(
            f"{module} is not installed; run: pip install 'azmedia_nlp[{extra}]'"
        ) from None
