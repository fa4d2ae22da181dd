"""Warnings: sentences in marks that nobody says, offices that several persons hold."""

import pytest

from quotations.test_corpora import read, read_drawing


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("“Bu cümləni heç kim deməyib, elə-belə durur”.", ["orphan-quote"]),
        ("“Bu cümləni <PER Elçin Vəliyev> deyib”, – <PER Elçin Vəliyev> əlavə edib.", []),
        ("“<ORG Araz>” qalib gəlib.", []),
        ("“Qısa ad”.", []),
        (
            "Nazir <PER Elçin Vəliyev> və nazir <PER Samir Hətəmli> gəlib. "
            "Nazir deyib ki, yol var.",
            ["ambiguous-speaker"],
        ),
        ("Nazir <PER Elçin Vəliyev> gəlib. Nazir deyib ki, yol var.", []),
        (
            "Nazir <PER Elçin Vəliyev> deyib ki, yol var. Onu nazir <PER Samir Hətəmli> dinləyib. "
            "Nazir əlavə edib ki, körpü də var.",
            [],
        ),
    ],
)
def test_codes(line: str, codes: list[str]) -> None:
    assert [warning.code for warning in read(read_drawing(line)).warnings] == codes


def test_a_warning_points_at_the_text() -> None:
    drawing = read_drawing("“Bu cümləni heç kim deməyib, elə-belə durur”.")
    [warning] = read(drawing).warnings
    assert (
        drawing.text[warning.start : warning.end] == "“Bu cümləni heç kim deməyib, elə-belə durur”"
    )
