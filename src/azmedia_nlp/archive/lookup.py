"""Which names of an archive a query means, and which words of a text.

A person is meant by any of the words of the name, everything else by a whole name; where
that finds nobody, by some of its words, then by what a plain keyboard makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from azmedia_nlp.alphabet import lower
from azmedia_nlp.archive.matching import fold, readings, typed
from azmedia_nlp.morphology.inflection import forms
from azmedia_nlp.names.gazetteer import stems
from azmedia_nlp.names.people import parse_person

_PEOPLE: Final = "label = 'PER' AND list_has_all(words, $words) AND {initials}"
_WHOLE: Final = "label <> 'PER' AND key = $key"
_PARTLY: Final = "label <> 'PER' AND list_has_all(words, $words)"
_TYPED: Final = "list_has_all(string_split(translate(key, 'eşç', 'asj'), ' '), $words)"


def matching_keys(connection: Any, query: str, *, strict: bool = False) -> list[str]:
    """The keys of the names that *query* means; *strict* leaves out what it means partly."""
    found = [*_by_readings(connection, query, f"(({_PEOPLE}) OR ({_WHOLE}))")]
    if not found and not strict:
        found = [*_by_readings(connection, query, _PARTLY)]
    if not found:
        found = _select(connection, _TYPED, typed(fold(query)), ())
    return sorted(set(found))


def _by_readings(connection: Any, query: str, condition: str) -> Iterator[str]:
    """What the first reading that means anything means; a lexicon's other names besides."""
    initials = tuple(map(fold, parse_person(query).initials))
    for reading in readings(query):
        words = [word for word in reading.split() if word not in initials]
        found = _select(connection, condition, " ".join(words), initials) if words else []
        if found:
            yield from found
            return


def _select(connection: Any, condition: str, key: str, initials: tuple[str, ...]) -> list[str]:
    begun = " AND ".join(
        f"list_contains(list_transform(words, word -> word[1]), '{letter[0]}')"
        for letter in initials
        if letter.isalpha()
    )
    sql = f"SELECT DISTINCT key FROM names WHERE {condition.format(initials=begun or 'true')}"  # noqa: S608
    given = {"key": key, "words": key.split()}
    used = {name: value for name, value in given.items() if f"${name}" in sql}
    return [row[0] for row in connection.execute(sql, used).fetchall()]


def word_patterns(query: str) -> Iterator[str]:
    """Patterns over keys that find a word in all its forms, its likeliest reading first.

    >>> next(word_patterns("yol")).startswith("(^| )(yol|")
    True
    """
    words = query.split()
    heads = stems(words[-1]) if words else ()
    before = "".join(f"{re.escape(fold(word))} " for word in words[:-1])
    for head in heads:
        yield f"(^| ){before}({'|'.join(_folded_forms(head))})( |$)"


@lru_cache(maxsize=1 << 10)
def _folded_forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, (word, *forms(lower(word))))))
