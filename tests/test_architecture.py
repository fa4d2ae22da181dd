"""Imports point one way: a room may use what stands above it in this list, only."""

import ast
from pathlib import Path

import pytest

PACKAGE = "azmedia_nlp"
ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / PACKAGE

# The order is the law; rooms on one line may not know each other.
ROOMS = """
    errors alphabet
    annotations
    spans lexicon extras deferred
    normalization
    morphology
    segmentation
    times
    names
    roles
    quotations
    engine
    article
    serialization
    batch
    archive
    engines adapters viewer report explanation
    __init__
    cli
    __main__
"""
RANK = {room: rank for rank, line in enumerate(ROOMS.split("\n")) for room in line.split()}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imported_modules(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] == PACKAGE}


def uphill_imports(room: str, source: str) -> list[str]:
    return [
        f"{room} -> {module}"
        for module in sorted(imported_modules(source))
        if (target := room_of(module)) != room and RANK[target] >= RANK[room]
    ]


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path):
    room = path.relative_to(SOURCE).with_suffix("").parts[0]
    assert uphill_imports(room, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("alphabet", "from azmedia_nlp.times import extract_times"),
        ("alphabet", "import azmedia_nlp.annotations"),
        ("roles", "from azmedia_nlp.quotations.cues import find_cues"),
        ("names", "from azmedia_nlp import parse_article"),
        ("article", "def late():\n    from azmedia_nlp.cli import main"),
    ],
)
def test_a_planted_violation_is_seen(room, source):
    assert uphill_imports(room, source) != []


def test_who_names_modules_in_strings_is_known():
    """``Article.to_html`` and the façade, whose late imports the law above does not see."""
    named = {path.stem for path in MODULES if '"azmedia_nlp.' in path.read_text(encoding="utf-8")}
    assert named == {"annotations", "__init__"}


def test_every_module_has_a_rank():
    rooms = {path.relative_to(SOURCE).with_suffix("").parts[0] for path in MODULES}
    assert rooms <= set(RANK)


FORBIDDEN_CALLS = {"now", "today", "utcnow"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_asks_the_clock(path):
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert calls & FORBIDDEN_CALLS == set()


LIVED_IN = [path for folder in ("src", "training", "benchmarks", "tests")
            for path in sorted((ROOT / folder).rglob("*.py"))]  # fmt: skip


@pytest.mark.parametrize("path", LIVED_IN, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_livable(path):
    assert path.stem not in {"utils", "helpers", "common"}
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name
