"""brat: read back by the rules of its format and by a parser that others wrote."""

import re

import pytest

from azmedia_nlp import parse_article
from azmedia_nlp.adapters import to_brat
from azmedia_nlp.adapters.brat import configuration
from viewer.hostile import HOSTILE
from viewer.pages import MUSEUM, museum

LINE = {
    "T": re.compile(r"T\d+\t([A-Za-z]+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)"),
    "R": re.compile(r"R\d+\t([A-Za-z]+) Arg1:(T\d+) Arg2:(T\d+)"),
    "A": re.compile(r"A\d+\t([A-Za-z]+) (T\d+)"),
    "#": re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.+)"),
    "*": re.compile(r"\*\tSame((?: T\d+){2,})"),
}


@pytest.mark.parametrize(
    "text", [MUSEUM, HOSTILE, "", "Bir", "“Bu\nİki sətir”, – deyə Elçin dedi."]
)
def test_every_line_is_of_the_format_and_every_key_stands_once(text):
    standoff = to_brat(parse_article(text))
    lines = standoff.annotations.split("\n")[:-1]
    keys = [line.split("\t")[0] for line in lines if line[0] != "*"]
    assert len(keys) == len(set(keys))
    for line in lines:
        found = LINE[line[0]].fullmatch(line)
        assert found, line
        if line[0] == "T":
            pieces = [tuple(map(int, place.split())) for place in found[2].split(";")]
            assert " ".join(standoff.text[start:end] for start, end in pieces) == found[3]
            assert "\n" not in found[3]
        else:
            assert set(re.findall(r"\bT\d+", line)) <= set(keys)


def test_a_parser_of_brat_reads_names_and_relations(tmp_path):
    structure = pytest.importorskip("peek.ann_structure")
    article = museum()
    standoff = to_brat(article)
    (tmp_path / "museum.ann").write_text(standoff.annotations, encoding="utf-8")
    (tmp_path / "museum.txt").write_text(standoff.text, encoding="utf-8", newline="")
    document = structure.AnnDocument(str(tmp_path / "museum.ann"), txt=True)
    entities = {entity.name: entity for entity in document.anns["entities"]}
    names = [one for one in entities.values() if one.tag in {"PER", "ORG", "GPE", "LOC", "FAC"}]
    assert len(names) == len(article.mentions)
    relations = [
        (one.tag, entities[one.arg1.split(":")[-1]].text, entities[one.arg2.split(":")[-1]].text)
        for one in document.anns["relations"]
    ]
    assert ("Holds", "şöbə müdiri", "Nərmin Qaratağlı") in relations
    assert ("At", "şöbə müdiri", "Mədəniyyət Nazirliyinin") in relations
    assert ("SaidBy", "Bu, on ilin zəhmətidir", "N.Qaratağlı") in relations


def test_the_configuration_knows_every_kind():
    standoff = to_brat(museum())
    known = set(re.findall(r"^[A-Za-z]+", configuration(), re.MULTILINE))
    used = {line.split("\t")[1].split(" ")[0] for line in standoff.annotations.splitlines()}
    assert used - {"AnnotatorNotes"} <= known
