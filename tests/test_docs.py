"""README and docs: examples run, links lead somewhere, the changelog is up to date."""

import doctest
import re
from pathlib import Path

import pytest

import azmedia_nlp
from azmedia_nlp import Article, Entity, Mention, Quotation, Role, TimeExpression, Token

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "README.az.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
RESULTS = (Article, Entity, Mention, Quotation, Role, TimeExpression, Token)
SPAN = {"start", "end", "text"}  # said once for all


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run(page):
    parser = doctest.DocTestParser()
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    globs: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    for block in blocks:
        test = parser.get_doctest(block, globs, page.name, str(page), 0)
        runner.run(test, clear_globs=False)
        globs = test.globs
    assert runner.failures == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_the_readme_shows_two_set_up_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)
    assert len(commands) == 2
    assert "azmedia parse seeds/" in commands[0]
    assert commands[1].endswith("pytest")
    assert (ROOT / commands[0].rpartition(" ")[2]).exists()


def test_the_changelog_knows_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)
    assert newest is not None
    assert newest[1] == azmedia_nlp.__version__


@pytest.fixture(scope="module")
def api():
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    return set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", page))))


def test_the_api_page_names_all_that_is_public(api):
    assert set(azmedia_nlp.__all__) - api == set()


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: result.__name__)
def test_the_api_page_names_the_fields_of_a_result(result, api):
    own = {name for name in vars(result) if not name.startswith("_")}
    assert (own | set(result.__struct_fields__)) - SPAN - api == set()


def test_the_benchmarks_page_names_every_module():
    page = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    modules = {path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py")}
    assert modules - set(re.findall(r"`(\w+)", page)) == set()


@pytest.mark.parametrize(
    "page",
    [*PAGES, ROOT / "benchmarks" / "README.md"],
    ids=lambda page: page.parent.name + "-" + page.name,
)
def test_files_that_a_page_names_exist(page):
    text = page.read_text(encoding="utf-8")
    paths = re.findall(r"`((?:src|tests|docs|training|benchmarks|\.ci)/[\w./-]+)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_figures_of_the_readme_are_those_of_the_evaluation():
    measured = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8").splitlines()
    shown = re.findall(r"^\| .*\[0\..*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert shown
    assert set(shown) <= set(measured)
