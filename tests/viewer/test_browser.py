"""The page in a real browser: quiet, by mouse and by keyboard, in both schemes.

Needs Playwright for Python and a Chromium; ``AXE`` names axe-core's ``axe.min.js``.
"""

import importlib
import importlib.util
import os
import shutil
import time
from pathlib import Path

import pytest

import seed_gold
from azmedia_nlp import parse_article
from azmedia_nlp.viewer import article_page, articles_page
from azmedia_nlp.viewer.overview import archive_page
from viewer.archives import write_archive
from viewer.hostile import HOSTILE
from viewer.pages import long_article, museum

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
SEED = parse_article(seed_gold.SEED.read_text(encoding="utf-8"))
PAGES = {
    "seed": article_page(SEED),
    "hostile": article_page(parse_article(HOSTILE)),
    "english": article_page(museum(), language="en"),
    "several": articles_page([SEED, parse_article(HOSTILE), museum()]),
}


CHARTS = all(map(importlib.util.find_spec, ("duckdb", "altair", "vl_convert")))
NAMES = [*PAGES, pytest.param("overview", marks=pytest.mark.skipif(not CHARTS, reason="no charts"))]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    if not CHARTS:
        return PAGES
    archive = write_archive(
        importlib.import_module("duckdb"), tmp_path_factory.mktemp("archives") / "a", 60
    )
    return {**PAGES, "overview": archive_page(archive)}


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page from disk; what it says or asks for is in ``page.heard``."""
    opened = []

    def visit(content, width=1280, scheme="light"):
        file = tmp_path / "page.html"
        file.write_bytes(content.encode("utf-8"))
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        page.heard = []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("dialog", lambda dialog: page.heard.append(dialog.message))
        page.on("request", lambda request: page.heard.append(request.url))
        page.goto(file.as_uri())
        assert page.heard.pop(0) == file.as_uri()
        opened.append(page)
        return page

    yield visit
    for page in opened:
        page.close()


def lit(page):
    return page.locator(".text .lit").all_inner_texts()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_opens_without_a_word_or_a_request(visit, pages, name, scheme, width):
    page = visit(pages[name], width, scheme)
    page.mouse.move(200, 300)
    assert page.heard == []
    assert page.evaluate("window.broken") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_text_is_seen_as_it_stands(visit):
    page = visit(PAGES["hostile"])
    shown = "".join(page.locator(".text .line").all_text_contents())
    expected = HOSTILE.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert "".join(shown.split()) == "".join(expected.split())


def test_the_mouse_lights_up_what_somebody_said_and_is(visit):
    page = visit(PAGES["seed"])
    page.get_by_role("link", name="Ağalar Atamoğlanov").first.hover()
    shown = lit(page)
    assert "Səfir" in shown
    assert "O" in shown
    assert "səfiri" in shown
    assert any(text.startswith("bu əməkdaşlığın regionda") for text in shown)
    assert not any("Birgə fəaliyyətimiz" in text for text in shown)
    page.mouse.move(5, 5)
    assert lit(page) == []


def test_a_statement_lights_up_its_speaker(visit):
    page = visit(PAGES["seed"])
    page.get_by_text("Birgə fəaliyyətimiz həm").first.hover()
    assert "Kəməlbək Oyşıbayev" in lit(page)
    assert page.locator(".card.lit .name").all_inner_texts() == ["Kəməlbək Oyşıbayev"]


def test_the_keyboard_does_what_the_mouse_does(visit):
    page = visit(PAGES["seed"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Ağalar Atamoğlanov":
            break
    assert "Səfir" in lit(page)
    page.keyboard.press("Enter")
    assert page.locator(".chosen .who").inner_text() == "Ağalar Atamoğlanov"
    page.keyboard.press("Tab")
    assert page.locator(".chosen").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".chosen").is_hidden()


def test_a_card_is_a_button_that_keeps_its_person_lit(visit):
    page = visit(PAGES["seed"])
    button = page.get_by_role("button", name="Orxan Məmmədov")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    page.mouse.move(5, 5)
    assert any("Bu tərəfdaşlıq yalnız" in text for text in lit(page))
    page.get_by_role("button", name="Növbəti yer").click()
    assert page.locator(".place").inner_text() == "1 / 4"
    card = page.locator(".chosen .who a").get_attribute("href")
    assert page.locator(f"{card} .name").inner_text() == "Orxan Məmmədov"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"


def test_filters_take_a_layer_away_and_give_it_back(visit):
    page = visit(PAGES["seed"])
    name = page.locator(".text p .m.PER").first
    before = name.evaluate("element => getComputedStyle(element).color")
    box = page.locator("[data-layer=PER]")
    page.get_by_text("Şəxs", exact=True).click()
    assert not box.is_checked()
    assert name.evaluate("element => getComputedStyle(element).color") != before
    assert name.get_attribute("tabindex") == "-1"
    box.focus()
    page.keyboard.press("Space")
    assert name.evaluate("element => getComputedStyle(element).color") == before
    assert name.get_attribute("tabindex") is None


def test_statements_can_be_taken_away(visit):
    page = visit(PAGES["seed"])
    page.get_by_text("Sitat", exact=True).click()
    said = page.locator(".said.direct").first
    assert (
        said.evaluate("element => getComputedStyle(element).backgroundColor") == "rgba(0, 0, 0, 0)"
    )
    assert page.locator(".by:visible").count() == 0


def test_the_scheme_follows_the_system_until_the_reader_chooses(visit):
    ground = "getComputedStyle(document.body).backgroundColor"
    light = visit(PAGES["seed"]).evaluate(ground)
    page = visit(PAGES["seed"], scheme="dark")
    dark = page.evaluate(ground)
    assert dark != light
    page.get_by_role("combobox").select_option("light")
    assert page.evaluate(ground) == light


def test_several_articles_open_from_an_index(visit):
    page = visit(PAGES["several"])
    assert page.locator(".reading:visible").count() == 0
    page.get_by_role("link", name="Şəkidə yeni muzey açılıb").click()
    page.locator(".index").wait_for(state="hidden")  # a browser turns to an anchor in its own time
    assert page.locator(".reading:visible").count() == 1
    page.get_by_role("link", name="Bütün məqalələr").locator("visible=true").click()
    page.locator(".index").wait_for(state="visible")
    assert page.locator(".reading:visible").count() == 0


def test_the_page_reads_without_its_script(browser, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGES["several"], encoding="utf-8", errors="replace")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(file.as_uri())
    assert page.locator(".reading:visible").count() == 3
    page.close()


def test_a_page_in_a_notebooks_frame_works(visit):
    page = visit(f"<!doctype html><title>x</title>{museum()._repr_html_()}")
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Nərmin Qaratağlı").first.click()
    assert frame.locator(".chosen .who").inner_text() == "Nərmin Qaratağlı"
    assert page.heard in ([], ["about:srcdoc"])


def test_a_page_of_three_thousand_words_opens_in_a_second(visit):
    content = article_page(long_article(3000))
    taken = []
    for _ in range(3):  # a busy machine may be slow once
        began = time.perf_counter()
        page = visit(content)
        taken.append(time.perf_counter() - began)
    assert min(taken) < 1
    assert page.locator(".text .m").count() > 100


AXE = os.environ.get("AXE")


@pytest.mark.skipif(AXE is None, reason="AXE names no axe.min.js")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_serious_issue(visit, pages, name, scheme, width):
    page = visit(pages[name], width, scheme)
    if name == "several":
        page.get_by_role("link", name="Şəkidə yeni muzey açılıb").click()
        page.locator(".index").wait_for(state="hidden")
    if page.locator(".card .who:visible").count():
        page.locator(".card .who:visible").first.click()
    page.evaluate(Path(AXE).read_text(encoding="utf-8") + ";0")
    found = page.evaluate("axe.run(document)")["violations"]
    assert [
        (issue["id"], issue["impact"], [node["html"][:120] for node in issue["nodes"]][:3])
        for issue in found
        if issue["impact"] in ("moderate", "serious", "critical")
    ] == []
