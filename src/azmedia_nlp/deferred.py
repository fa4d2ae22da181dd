"""Modules that take long to import, imported when they are first used.

``import azmedia_nlp`` costs a program that only reads dates no more than it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Deferred:
    """Stands for a module until one of its names is asked for.

    >>> json = Deferred("json")
    >>> json.dumps("Bakı", ensure_ascii=False)
    '"Bakı"'
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        value = getattr(import_module(self._name), attribute)
        setattr(self, attribute, value)  # the next time no function is called
        return value
