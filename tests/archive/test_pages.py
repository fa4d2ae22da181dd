"""The pages' examples that need extras; tests/test_docs.py runs the others."""

import doctest
import re
from pathlib import Path

import pytest

from azmedia_nlp.archive.schema import TABLES, columns_of

ROOT = Path(__file__).parent.parent.parent
EXTRAS = {"batch": ("pyarrow", "datasketch", "polars"), "archive": ("duckdb", "datasketch")}


@pytest.mark.parametrize("page", EXTRAS)
def test_examples_run(page, tmp_path, monkeypatch):
    for extra in EXTRAS[page]:
        pytest.importorskip(extra)
    monkeypatch.chdir(tmp_path)
    source = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```py\n(.*?)```", source, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(blocks, {}, page, page, 0)
    assert test.examples
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runner.run(test).failed == 0
    assert [path.name for path in tmp_path.iterdir()] == [page] * (page == "archive")


def test_the_page_lists_every_column():
    page = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    for table in TABLES:
        columns = ", ".join(f"`{name}` {kind}" for name, kind in columns_of(table).items())
        assert f"| `{table}` | {columns} |" in page
