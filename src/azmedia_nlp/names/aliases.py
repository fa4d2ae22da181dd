"""Names that the lexicons give to one thing: ``BMT``, ``Birləşmiş Millətlər Təşkilatı``."""

from __future__ import annotations

from functools import cache

from azmedia_nlp.alphabet import is_all_caps, lower
from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.names.gazetteer import Country, Organization


def known_alias(name: str) -> str | None:
    """The main name of the thing that a lower-case name means, or None.

    >>> known_alias("bmt"), known_alias("amerika"), known_alias("filankəs")
    ('Birləşmiş Millətlər Təşkilatı', 'ABŞ', None)
    """
    return _aliases().get(name)


def going_name(name: str) -> str | None:
    """The acronym by which a country goes whatever the article calls it.

    >>> going_name("birləşmiş ştatlar"), going_name("çin xalq respublikası")
    ('ABŞ', None)
    """
    main = _countries().get(name)
    return main if main is not None and is_all_caps(main) else None


@cache
def _countries() -> dict[str, str]:
    return {
        lower(name): row.name
        for row in read_lexicon("countries", Country)
        for name in (row.name, *row.aliases)
    }


@cache
def _aliases() -> dict[str, str]:
    bodies = {
        lower(name): row.name
        for row in read_lexicon("organizations", Organization)
        for name in (row.name, *row.aliases)
    }
    return bodies | _countries()
