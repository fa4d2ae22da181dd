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

# The columns of the table `names` that hold keys, as they are and as a plain keyboard types.
_PLAIN: Final = ("key", "words")
_TYPED: Final = ("typed", "typed_words")

_SELECT: Final = """
SELECT DISTINCT key FROM names
WHERE CASE WHEN label = 'PER' OR NOT $whole
      THEN list_has_all({words}, $words) AND list_has_all(letters, $letters)
      ELSE {key} = $key END
"""


def matching_keys(connection: Any, query: str, *, strict: bool = False) -> list[str]:
    """The keys of the names that *query* means; *strict* leaves out what it means partly."""
    letters = [fold(initial) for initial in parse_person(query).initials]
    plain = [_words(reading, letters) for reading in readings(query)]
    keyboard = [_words(typed(fold(query)), letters)]
    attempts = [(_PLAIN, plain, True), (_TYPED, keyboard, True)]
    if not strict:
        attempts = [(_PLAIN, plain, True), (_PLAIN, plain, False), (_TYPED, keyboard, False)]
    for columns, tried, whole in attempts:
        sql = _SELECT.format(key=columns[0], words=columns[1])
        for words in filter(None, tried):
            values = {"key": " ".join(words), "words": words, "letters": letters, "whole": whole}
            found = connection.execute(sql, values).fetchall()
            if found:
                return sorted(row[0] for row in found)
    return []


def _words(reading: str, letters: list[str]) -> list[str]:
    return [word for word in reading.split() if word not in letters]


def word_patterns(query: str) -> Iterator[str]:
    """Patterns over keys that find a word in all its forms, its likeliest reading first.

    >>> next(word_patterns("yol")).startswith("(^| )(yol|")
    True
    """
    words = query.split()
    before = "".join(f"{re.escape(fold(word))} " for word in words[:-1])
    for head in stems(words[-1]) if words else ():
        yield f"(^| ){before}({'|'.join(_folded_forms(head))})( |$)"


@lru_cache(maxsize=1 << 10)
def _folded_forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, (word, *forms(lower(word))))))
