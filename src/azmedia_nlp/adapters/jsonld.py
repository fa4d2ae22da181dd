"""schema.org: a ``NewsArticle`` with the people, bodies and places it mentions and quotes.

The context is ``{"@vocab": "https://schema.org/"}``, so that a reader needs no network. Every
entity is a node ``#e1``; a statement is a ``Quotation`` with ``spokenByCharacter``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from azmedia_nlp.annotations import Article, Entity, Label, Quotation, Role

_CONTEXT: Final = {"@vocab": "https://schema.org/"}
_TYPES: Final[dict[Label, str]] = {
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "AdministrativeArea",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
    "WORK": "CreativeWork",
    "LAW": "Legislation",
    "PRODUCT": "Product",
}


def to_jsonld(article: Article, *, url: str = "") -> dict[str, Any]:
    """The article as JSON-LD; *url* is its address, to which the ids of entities belong.

    >>> from azmedia_nlp import parse_article
    >>> data = to_jsonld(parse_article("Elçin Bakıdadır."), url="https://xeber.example/1")
    >>> [(node["@id"], node["@type"], node["name"]) for node in data["mentions"]]
    [('https://xeber.example/1#e1', 'Person', 'Elçin'), ...]
    """
    outlets = {source.name: source.entity for source in article.sources}
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "NewsArticle",
            "@id": url or None,
            "url": url or None,
            "headline": article.title,
            "datePublished": article.published,
            "inLanguage": "az",
            "articleBody": article.text,
            "sourceOrganization": [_outlet(name, key, url) for name, key in outlets.items()],
            "mentions": [_entity(article, entity, url) for entity in article.entities],
            "hasPart": [_quotation(quotation, url) for quotation in article.quotations],
        }
    )


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """The node without what is unknown or empty."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def _node(entity_id: str, url: str) -> dict[str, str]:
    return {"@id": f"{url}#{entity_id}"}


def _outlet(name: str, entity: str | None, url: str) -> dict[str, Any]:
    return _node(entity, url) if entity else {"@type": "Organization", "name": name}


def _entity(article: Article, entity: Entity, url: str) -> dict[str, Any]:
    roles = [role for role in article.roles if role.person == entity.id]
    titles = dict.fromkeys((role.title.text, role.status) for role in roles)
    return _known(
        {
            **_node(entity.id, url),
            "@type": _TYPES[entity.label],
            "name": entity.name,
            "alternateName": [alias for alias in entity.aliases if alias != entity.name],
            "jobTitle": [title for title, status in titles if status == "current"],
            "affiliation": list(_bodies(roles, url)),
            "workLocation": [_node(role.host, url) for role in roles if role.host],
        }
    )


def _bodies(roles: list[Role], url: str) -> Iterator[dict[str, Any]]:
    """schema.org qualifies a property by a ``Role`` between its two ends."""
    for organization in dict.fromkeys(role.organization for role in roles):
        if organization:
            titles = [role.title.text for role in roles if role.organization == organization]
            yield {
                "@type": "OrganizationRole",
                "roleName": list(dict.fromkeys(titles)),
                "affiliation": _node(organization, url),
            }


def _quotation(quotation: Quotation, url: str) -> dict[str, Any]:
    speaker = {"name": quotation.speaker_text} if quotation.speaker_text else None
    if quotation.speaker:
        speaker = _node(quotation.speaker, url)
    return _known(
        {
            "@type": "Quotation",
            "text": quotation.text,
            "spokenByCharacter": speaker,
            "description": f"{quotation.kind} quotation",
        }
    )
