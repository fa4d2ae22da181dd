"""What a package and all that it needs take up on the disk."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def install_size(name: str, extra: str = "") -> float:
    """Megabytes of a distribution and its dependencies as they are installed here."""
    found: set[str] = set()
    _collect(name, extra, found)
    return sum(_size(each) for each in found) / 1e6


def _collect(name: str, extra: str, found: set[str]) -> None:
    """Add the names of what is needed and installed."""
    try:
        needed = distribution(name).requires or []
    except PackageNotFoundError:
        return
    found.add(_normal(name))
    for requirement in needed:
        wanted, _, marker = requirement.partition(";")
        asked = re.search(r"extra\s*==\s*['\"]([^'\"]+)", marker)
        if asked is None or asked[1] == extra:
            dependency = _normal(re.split(r"[^\w.-]", wanted.strip(), maxsplit=1)[0])
            if dependency not in found:
                _collect(dependency, "", found)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _size(name: str) -> int:
    paths = (Path(str(file.locate())) for file in distribution(name).files or [])
    return sum(path.stat().st_size for path in paths if path.is_file())
