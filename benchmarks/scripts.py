"""Python files that lie outside every package, as modules."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType


def load_script(path: str | Path) -> ModuleType:
    """The file as a module; ends the command where there is none."""
    path = Path(path)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"{path}: no Python file is there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
