"""Names of sites: ``Banker.az``, ``www.portal.edu.az``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from azmedia_nlp.alphabet import lower
from azmedia_nlp.annotations import Label, Token
from azmedia_nlp.names.reading import SURE, Candidate, Reading
from azmedia_nlp.names.words import name_words
from azmedia_nlp.segmentation.stops import domains

_SITE: Final = re.compile(r"(?P<host>[\w-]+(?:\.[\w-]+)*)\.(?P<domain>\w+)/?")


def find_sites(reading: Reading) -> Iterator[Candidate]:
    """A word that is a site's name: a medium, or a service of the state."""
    for index, form in enumerate(reading.forms):
        label = _label(reading.tokens[index]) if "." in form[:-1] else None
        if label is not None:
            yield Candidate(index, index + 1, label, "names.sites.host", SURE)


def is_site(token: Token) -> bool:
    """Whether a token is the name of a site."""
    return _label(token) is not None


def _label(token: Token) -> Label | None:
    if "." not in token.text or token.kind not in ("word", "url"):
        return None
    return _label_of_host(token.stem)


@lru_cache(maxsize=1 << 12)
def _label_of_host(form: str) -> Label | None:
    match = _SITE.fullmatch(form)
    if match is None or lower(match["domain"]) not in domains():
        return None
    parts = lower(match["host"]).split(".")
    if len(parts) > 1 and (parts[0] == "www" or name_words("state") & set(parts)):
        return "PRODUCT"
    return "ORG"
