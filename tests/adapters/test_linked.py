"""JSON-LD: expanded by pyld, read as RDF by rdflib; annotations find their words again."""

import json

import pytest

from azmedia_nlp import parse_article
from azmedia_nlp.adapters import to_jsonld, to_webanno
from viewer.hostile import HOSTILE
from viewer.pages import MUSEUM, museum

URL = "https://xeber.example/muzey"
SCHEMA = "https://schema.org/"
# The terms of http://www.w3.org/ns/anno.jsonld that are written, so that no network is needed.
OA = "http://www.w3.org/ns/oa#"
TERMS = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "describing": "oa:describing",
    "classifying": "oa:classifying",
    "value": {"@id": "rdf:value"},
    "format": {"@id": "http://purl.org/dc/elements/1.1/format"},
    "exact": {"@id": "oa:exact"},
    "prefix": {"@id": "oa:prefix"},
    "suffix": {"@id": "oa:suffix"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def terms_loader(url, _options):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def nodes_by_id(data):
    jsonld = pytest.importorskip("pyld.jsonld")
    return {node["@id"]: node for node in jsonld.flatten(data, options={"base": URL})}


def test_pyld_reads_people_and_what_they_said():
    article = museum()
    nodes = nodes_by_id(to_jsonld(article, url=URL))
    page = nodes[URL]
    assert page["@type"] == [f"{SCHEMA}NewsArticle"]
    assert page[f"{SCHEMA}headline"] == [{"@value": article.title}]
    assert len(page[f"{SCHEMA}mentions"]) == len(article.entities)
    said = [nodes[part["@id"]] for part in page[f"{SCHEMA}hasPart"]]
    assert [one[f"{SCHEMA}text"][0]["@value"] for one in said] == [
        quotation.text for quotation in article.quotations
    ]
    speakers = [one[f"{SCHEMA}spokenByCharacter"][0]["@id"] for one in said]
    names = [nodes[speaker][f"{SCHEMA}name"][0]["@value"] for speaker in speakers]
    assert names[0] == "Nərmin Qaratağlı"


# rdflib warns of a class that its own parser uses.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_answers_who_said_what():
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(to_jsonld(museum(), url=URL)), format="json-ld")
    found = graph.query(
        "PREFIX s: <https://schema.org/> SELECT ?name ?title ?text WHERE {"
        "?said a s:Quotation; s:text ?text; s:spokenByCharacter ?who."
        "?who s:name ?name; s:jobTitle ?title }"
    )
    rows = [tuple(map(str, row)) for row in found]
    assert ("Nərmin Qaratağlı", "şöbə müdiri", "Bu, on ilin zəhmətidir") in rows


@pytest.mark.parametrize("text", [MUSEUM, HOSTILE, ""])
def test_nothing_is_lost_when_json_ld_is_expanded(text):
    jsonld = pytest.importorskip("pyld.jsonld")
    data = to_jsonld(parse_article(text))
    expanded = jsonld.expand(data, options={"base": URL})
    again = jsonld.compact(expanded, {"@vocab": SCHEMA}, options={"base": URL})
    for name, value in data.items():
        if name in ("headline", "articleBody", "datePublished", "inLanguage"):
            assert again[name] == value


@pytest.mark.parametrize("text", [MUSEUM, HOSTILE, ""])
def test_selectors_find_the_words(text):
    page = to_webanno(parse_article(text))
    assert page["type"] == "AnnotationPage"
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids))
    for item in page["items"]:
        place, quote = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_pyld_reads_annotations():
    jsonld = pytest.importorskip("pyld.jsonld")
    article = museum()
    options = {"documentLoader": terms_loader, "base": URL}
    (page,) = jsonld.expand(to_webanno(article, url=URL), options=options)
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    kinds = ("mentions", "times", "roles", "quotations")
    assert len(items) == sum(len(getattr(article, kind)) for kind in kinds)
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"]
        (target,) = item[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"] == [{"@id": URL}]
        assert len(target[f"{OA}hasSelector"]) == 2
        assert item[f"{OA}motivatedBy"][0]["@id"].startswith(OA)
