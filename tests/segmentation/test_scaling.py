"""Time grows with the length of the text and with nothing else."""

import pytest

from azmedia_nlp.normalization import normalize
from azmedia_nlp.segmentation import segment
from timing import best_seconds

ORDINARY = "Nazir K. Oyanbəyli 18.11.2025-də deyib: “Yol 1 250 000 manata başa gəlib”.\n"
HOSTILE = [
    '"', "“a ", "'a ", "1", "1,", "1 250 ", "-", "a-", "Bakı-", ".", "A.", "A. ", "a.az", "a@",
    "@a",
    "https://", "www.", "#", "&quot;", "aа", "a\u00ad", "i\u0307", "\n", "a.\n", ".)", "? A", "( ",
    "🌼", "👨\u200d", " ", "5%-", "a/", "A&", "18 noyabr 2025\n", "Foto: a\n", "\x00", "\ud800",
]  # fmt: skip


def cost(unit, size, repeats=3):
    """Processor time a character."""
    text = (unit * (size // len(unit) + 1))[:size]
    return best_seconds(lambda: segment(normalize(text).text), repeats) / size


def growth(unit):
    """How much more a character costs in a long text than in one of 100,000."""
    costs = [cost(unit, size, repeats=2) for size in (100_000, 1_000_000, 10_000_000)]
    return max(costs) / costs[0]


@pytest.mark.parametrize("unit", [ORDINARY, *HOSTILE], ids=repr)
def test_no_text_is_read_again_and_again(unit):
    # A rule that looks back to the start would cost eight times as much.
    assert cost(unit, 12_000, repeats=2) < 3 * cost(unit, 1_500, repeats=4)


@pytest.mark.slow
@pytest.mark.parametrize("unit", [ORDINARY, "“a ", "A. ", "Bakı-", "1 250 000 "], ids=repr)
def test_a_character_costs_the_same_in_ten_megabytes(unit):
    # What else the machine does can only add to a ratio: one measurement of three must hold.
    assert any(growth(unit) < 1.3 for _ in range(3))
