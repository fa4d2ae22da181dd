"""The page as HTML: whole text, escaped, self-contained, tied together by keys."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import msgspec
import pytest

from azmedia_nlp import OptionError, from_dict, parse_article
from azmedia_nlp.annotations import Mention, Quotation
from azmedia_nlp.viewer import article_page, articles_page
from azmedia_nlp.viewer.words import asset
from viewer.hostile import HOSTILE
from viewer.pages import long_article, museum

VOID = {"meta", "link", "input", "img", "br"}


class Reader(HTMLParser):
    """Elements of a page, the text of its articles, what it would load."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.lines, self.text = [], [], [], ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        assert len(attributes) == len(attrs)
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if any("line" in (attributes.get("class") or "").split() for _, attributes in self.open):
            self.text += data


def squeezed(text):
    return "".join(text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd").split())


ARTICLES = [
    pytest.param(museum(), id="museum"),
    pytest.param(parse_article(HOSTILE), id="hostile"),
    pytest.param(parse_article(""), id="empty"),
    pytest.param(parse_article("<b>"), id="markup"),
    pytest.param(parse_article("Başlıq\r\n\r\nElçin Qaralı gəlib.\r\n"), id="crlf"),
]


@pytest.mark.parametrize("article", ARTICLES)
def test_the_page_is_well_formed_and_shows_the_whole_text(article):
    reader = Reader(article_page(article))
    assert reader.open == []
    assert squeezed(reader.text) == squeezed(article.text)


@pytest.mark.parametrize("article", ARTICLES)
def test_nothing_of_an_article_becomes_an_element(article):
    allowed = {tag for tag, _ in Reader(article_page(museum())).elements} | {"h1", "details"}
    elements = Reader(article_page(article)).elements
    assert {tag for tag, _ in elements} <= allowed
    assert [tag for tag, _ in elements].count("script") == 1
    assert not any(name.startswith("on") for _, attributes in elements for name in attributes)


@pytest.mark.parametrize("article", ARTICLES)
def test_nothing_is_loaded(article):
    for tag, attributes in Reader(article_page(article)).elements:
        assert "src" not in attributes
        assert "style" not in attributes
        target = attributes.get("href", "#")
        assert target.startswith("#") or (tag == "link" and target.startswith("data:"))


def test_the_policy_names_the_style_and_the_script_by_digest():
    page = article_page(parse_article(HOSTILE))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.replace("&#x27;", "'").startswith("default-src 'none'")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy
        assert content == asset(f"page.{'css' if tag == 'style' else 'js'}")


@pytest.mark.parametrize("pages", [[museum()], [museum(), parse_article(HOSTILE), museum()]])
def test_keys_are_unique_and_links_lead_somewhere(pages):
    elements = Reader(articles_page(pages)).elements
    keys = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(keys) == len(set(keys))
    for _, attributes in elements:
        if attributes.get("href", "").startswith("#"):
            assert attributes["href"][1:] in keys
        for name in ("data-e", "data-by", "data-of"):
            assert set(attributes.get(name, "").split()) <= set(keys)


def test_a_statement_is_tied_to_its_speaker():
    article = museum()
    elements = Reader(article_page(article, language="en")).elements
    marks = [attributes for _, attributes in elements if attributes.get("class") == "by"]
    assert len(marks) == len(article.quotations)
    assert "Said by Nərmin Qaratağlı" in [mark["aria-label"] for mark in marks]
    person = next(mark["href"][1:] for mark in marks if mark["data-i"] == "NQ")
    said = [attributes for _, attributes in elements if attributes.get("data-by") == person]
    assert len(said) >= 3


def test_times_carry_their_values():
    page = article_page(museum())
    assert 'datetime="2025-05-12"' in page
    assert 'data-v="12.05.2025"' in page


def test_positions_and_counts_stand_in_the_panel():
    page = article_page(museum())
    assert "<b>şöbə müdiri</b> · Mədəniyyət Nazirliyi" in page
    assert "3 sitat" in page


def crossing():
    """An article whose name, statement and date cross, as other engines may give them."""
    article = parse_article("Elçin Qaralı dünən gəlib.", published="2025-03-14")
    (name,) = article.mentions
    return msgspec.structs.replace(
        article,
        mentions=(
            name,
            Mention(6, 18, "Qaralı dünən", label="ORG", name='"><script>', entity=name.entity),
        ),
        quotations=(Quotation(9, 24, article.text[9:24], kind="direct", speaker=name.entity),),
    )


def test_spans_that_cross_are_cut_and_nothing_is_lost():
    article = crossing()
    reader = Reader(article_page(article))
    assert squeezed(reader.text) == squeezed(article.text)
    assert sum(attributes.get("class") == "by" for _, attributes in reader.elements) == 1


def test_foreign_ids_never_become_keys():
    data = museum().to_dict()
    bad = 'e1"><script>alert(1)</script> x'
    for kind in ("mentions", "entities", "roles", "quotations"):
        for item in data[kind]:
            for field in ("entity", "id", "person", "speaker"):
                if item.get(field) == data["entities"][0]["id"]:
                    item[field] = bad
    assert "alert(1)" not in article_page(from_dict(data))


def test_an_unknown_language_says_which_there_are():
    with pytest.raises(OptionError, match="az and en"):
        museum().to_html(language="de")


def test_the_languages_have_the_same_words():
    rows = [line.split("\t") for line in asset("words.tsv").splitlines()[1:]]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert all(("{n}" in az) == ("{n}" in en) for _, az, en in rows)


def test_an_article_draws_itself():
    article = museum()
    assert article.to_html() == article_page(article)
    assert article._repr_html_().startswith("<iframe srcdoc=")
    assert "<script>" not in article._repr_html_()


def test_a_page_of_three_thousand_words_is_small():
    assert len(article_page(long_article(3000)).encode()) < 400_000


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


GROUNDS = ("paper", "raised", "said", "told", "lit")


@pytest.mark.parametrize("scheme", [0, 1, 2])
def test_colours_can_be_read_on_every_ground(scheme):
    block = re.findall(r":root[^{]*\{([^}]*)\}", asset("page.css"))[scheme]
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block))
    for name, colour in colours.items():
        for ground in GROUNDS:
            if name not in (*GROUNDS, "line", "muted") or (name == "muted" and ground != "lit"):
                assert contrast(colour, colours[ground]) >= 4.5, (name, ground)


def test_both_dark_schemes_are_one():
    blocks = re.findall(r":root[^{]*\{([^}]*)\}", asset("page.css"))
    assert blocks[1].split() == blocks[2].split()
