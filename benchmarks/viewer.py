"""Sizes and times of the pages: ``python -m benchmarks.viewer [ARTICLES]``.

The page is of 3,000 words of ``training/data/authored_train.jsonl``. The archive is made up:
ARTICLES (10,000) articles of 30 outlets and 2,000 people in three years, ten statements each.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

from azmedia_nlp import parse_article
from azmedia_nlp.viewer import article_page
from azmedia_nlp.viewer.overview import archive_page

_DATA = Path(__file__).parent.parent / "training" / "data" / "authored_train.jsonl"
_WORDS = 3_000
_ARCHIVE = """
CREATE TABLE articles AS SELECT 'a' || i AS id, 'Nəşr ' || hash(i) % 30 AS outlet,
  (DATE '2023-01-01' + (hash(i, 1) % 1095)::INT) AS day, ['Nəşr 1'] AS sources
FROM range({n}) r(i);
CREATE TABLE entities AS SELECT 'a' || i AS article, 'e' || j AS id,
  CASE WHEN j < 8 THEN 'PER' ELSE 'ORG' END AS label,
  'Ad Soyad ' || k AS name, 'ad soyad ' || k AS key
FROM (SELECT i, j, floor(pow((hash(i, j) % 10000) / 10000, 2) * 2000)::INT AS k
      FROM range({n}) r(i), range(1, 13) s(j));
CREATE TABLE roles AS SELECT 'a' || i AS article, 'e' || j AS person,
  'vəzifə ' || hash(i, j) % 50 AS title, 'Qurum ' || hash(j, i) % 40 AS organization_name,
  NULL AS place_name, 'current' AS status
FROM range({n}) r(i), range(1, 5) s(j);
CREATE TABLE quotations AS SELECT 'a' || i AS article, 'e' || (1 + j % 7) AS speaker,
  CASE WHEN hash(i, j) % 3 = 0 THEN 'direct' ELSE 'indirect' END AS kind,
  'söz ' || hash(i, j) % 60000 AS key,
  ['e' || (1 + (j + 1) % 12), 'e' || (1 + (j + 4) % 12)] AS about
FROM range({n}) r(i), range(10) s(j);
"""


def main(arguments: list[str]) -> None:
    """Print a line a figure."""
    page()
    overview(int(arguments[0]) if arguments else 10_000)


def page() -> None:
    article = parse_article(_long_text())
    began = time.perf_counter()
    content = article_page(article)
    drawn = time.perf_counter() - began
    size = len(content.encode())
    print(
        f"page of {len(article.text.split())} words: {size / 1000:.0f} kB, drawn in {drawn:.3f} s"
    )
    opened = _opened(content)
    print(f"opened by Chromium in {opened:.2f} s" if opened else "no Playwright: not opened")


def _long_text() -> str:
    lines: list[str] = []
    for row in _DATA.read_text(encoding="utf-8").splitlines():
        lines += json.loads(row)["text"].splitlines()
        if sum(len(line.split()) for line in lines) >= _WORDS:
            break
    return "\n".join(lines)


def _opened(content: str) -> float | None:
    """Seconds from asking for the page to its load event and first layout."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(content, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        tab: Any = browser.new_page()
        tab.goto("about:blank")
        began = time.perf_counter()
        tab.goto(file.as_uri())
        tab.evaluate("document.body.offsetHeight")
        taken = time.perf_counter() - began
        browser.close()
    return taken


def overview(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _write_archive(Path(folder), articles)
        began = time.perf_counter()
        content = archive_page(folder)
        taken = time.perf_counter() - began
    size = len(content.encode())
    print(f"overview of {articles} articles: {size / 1000:.0f} kB, built in {taken:.1f} s")


def _write_archive(folder: Path, articles: int) -> None:
    connection = duckdb.connect()
    connection.execute(_ARCHIVE.format(n=articles))
    for table in ("articles", "entities", "roles", "quotations"):
        (folder / table).mkdir()
        connection.execute(f"COPY {table} TO '{folder}/{table}/part-00000.parquet'")


if __name__ == "__main__":
    main(sys.argv[1:])
