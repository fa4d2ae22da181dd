"""Web pages: text, date and outlet are read; nothing is fetched."""

import pytest

from azmedia_nlp import OptionError
from azmedia_nlp.adapters import parse_html

pytest.importorskip("trafilatura")

HEAD = """<title>Şəkidə yeni muzey açılıb - Qala Xəbər</title>
<meta property="og:site_name" content="Qala Xəbər">"""
BODY = """<nav><a href="/">Ana səhifə</a> <a href="/idman">İdman</a></nav><article>
<h1>Şəkidə yeni muzey açılıb</h1>{date}
<p>Şəki şəhərində “İpək yolu” muzeyi bu gün açılıb. Muzeyin açılışında Mədəniyyət Nazirliyinin
şöbə müdiri Nərmin Qaratağlı iştirak edib.</p>
<p>N.Qaratağlı bildirib ki, ilk sərgi mayın 12-də açılacaq: “Bu, on ilin zəhmətidir”.</p>
<p>O, muzeyin hər gün saat 10:00-dan işləyəcəyini əlavə edib. Giriş ödənişsiz olacaq.</p>
</article><footer>Bütün hüquqlar qorunur</footer>"""
STATED = '<meta property="article:published_time" content="{}">'


def page(stated="", date=""):
    head = HEAD + (STATED.format(stated) if stated else "")
    body = BODY.format(date=f"<p>{date}</p>" if date else "")
    return f'<!doctype html><html lang="az"><head>{head}</head><body>{body}</body></html>'


def test_the_text_is_the_articles_own():
    article = parse_html(page())
    assert article.title == "Şəkidə yeni muzey açılıb"
    assert article.text.count("Şəkidə yeni muzey açılıb") == 1
    for furniture in ("Ana səhifə", "İdman", "hüquqlar"):
        assert furniture not in article.text
    assert len(article.quotations) == 3


@pytest.mark.parametrize(
    ("stated", "date", "published"),
    [
        ("2025-03-14T12:20:00Z", "", "2025-03-14T16:20:00+04:00"),
        ("2025-03-14", "14 mart 2025, 16:20", "2025-03-14T16:20:00+04:00"),
        ("2025-03-15T09:00:00+04:00", "14 mart 2025", "2025-03-15T09:00:00+04:00"),
        ("", "14 mart 2025, 16:20", "2025-03-14T16:20:00+04:00"),
        ("sabah", "14 mart 2025", "2025-03-14"),
    ],
)
def test_the_date_of_the_page_is_evidence(stated, date, published):
    article = parse_html(page(stated, date))
    assert article.published == published
    assert next(time for time in article.times if time.text == "bu gün").value == published[:10]


def test_the_argument_wins():
    article = parse_html(page("2025-03-14"), published="2024-01-02")
    assert article.published == "2024-01-02"


def test_the_outlet_is_a_source_that_the_text_holds():
    article = parse_html(page())
    (source,) = article.sources
    assert source.name == "Qala Xəbər"
    assert article.text[source.start : source.end] == "Qala Xəbər"


def test_bytes_are_read_in_the_pages_own_encoding():
    html = page().replace("<head>", '<head><meta charset="utf-8">')
    assert parse_html(html.encode()).title == "Şəkidə yeni muzey açılıb"


@pytest.mark.parametrize("html", ["", "<html></html>", "\x00", "<p>" * 2000, b"\xff\xfe"])
def test_a_page_without_text_says_so(html):
    with pytest.raises(OptionError, match="no article text"):
        parse_html(html)
