"""An article on a terminal: spans stand where they should, and the terminal obeys nothing."""

import io
import re

import pytest
from rich.console import Console

from azmedia_nlp import parse_article
from azmedia_nlp.report import print_table, print_text

UNDERLINED = re.compile(r"\x1b\[[\d;]*\b4;[\d;]*m(.*?)\x1b\[0m")


def shown(article, printing=print_text):
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, highlight=False, width=200)
    printing(article, console)
    return screen.getvalue()


@pytest.mark.parametrize("noise", ["", "\x07", "\r\n", "\x0b\x0c\x08", "\t", "[bold]x[/bold]"])
def test_names_and_times_are_underlined_where_they_stand(noise):
    text = f"Elçin Qaralı {noise} mayın 12-də Bakıdadır."
    article = parse_article(text, published="2025-03-01")
    spans = sorted([*article.mentions, *article.times], key=lambda span: span.start)
    assert UNDERLINED.findall(shown(article)) == [span.text for span in spans]


@pytest.mark.parametrize("printing", [print_text, print_table])
def test_an_article_gives_the_terminal_no_orders(printing):
    text = "“Elçin \x1b]0;ad\x07 \x1b[31m\x9b31m Qaralı”\x1b[2J MMC-nin direktoru Əli \x1bc deyib."
    printed = shown(parse_article(text), printing)
    orders = re.sub(r"\x1b\[[\d;]*m", "", printed)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", orders)
    assert "\x1b[31m" not in printed
