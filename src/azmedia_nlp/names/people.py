"""Which person a name means: surnames, initials, patronymics, the order of the words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from azmedia_nlp.alphabet import lower
from azmedia_nlp.names.gazetteer import stems
from azmedia_nlp.names.words import read_word

_PIECE: Final = re.compile(r"[^\s.]+\.?")
# A misspelt surname is one letter off and not short; a short one is another name.
_SHORTEST_TYPO: Final = 6
_MOST_NAMESAKES: Final = 20

WordT = TypeVar("WordT", bound=Hashable)


class PersonName(NamedTuple):
    """The words of a name in lower case; *initials* are the letters before full stops."""

    words: tuple[str, ...]
    initials: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether a given name and a surname stand in it."""
        return len(self.words) > 1


@lru_cache(maxsize=1 << 12)
def parse_person(name: str) -> PersonName:
    """Split a name; the father's name with *oğlu, qızı* is left out where a surname stays.

    >>> parse_person("M.Ə.Rzalı").initials, parse_person("Aysel Tahir qızı Rzalı").words
    (('m', 'ə'), ('aysel', 'rzalı'))
    """
    pieces = _PIECE.findall(lower(name))
    initials = tuple(piece[:-1] for piece in pieces if piece[-1] == ".")
    words = [piece for piece in pieces if piece[-1] != "."]
    for at, word in enumerate(words):
        if read_word(word).joins == "patronymic" and len(words) > 3 and at > 1:
            del words[at - 1 : at + 1]
            break
    return PersonName(tuple(words), initials)


class PersonIndex:
    """The people of an article by their words; resolves short names in text order."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._parsed: dict[str, PersonName] = {}
        self._by_letters: dict[tuple[str, ...], list[str]] = {}
        self._main: dict[str, str] = {}
        self._last: dict[str, int] = {}
        self._clock = 0
        for name in dict.fromkeys(names):
            self._add(name)

    def resolve(self, name: str) -> str:
        """The fullest name of the person whom *name* means here.

        Of several people of one surname it is the one spoken of last.
        """
        self._clock += 1
        main = self._main.get(name) or self._find(parse_person(name)) or name
        self._last[main] = self._clock
        return main

    def _add(self, name: str) -> None:
        parsed = parse_person(name)
        if not parsed.is_full:
            return
        same = self._same(parsed)
        if same is not None:
            self._main[name] = same
            return
        self._parsed[name] = parsed
        self._main[name] = name
        letters = tuple(word[0] for word in parsed.words)
        _put(self._by_letters, letters, name)
        for word in parsed.words:
            _put(self._by_word, word, name)

    def _same(self, parsed: PersonName) -> str | None:
        """A person already known by the same words in another order, or with a slip."""
        for word in parsed.words:
            for name in self._by_word.get(word, ()):
                if _is_same(parsed.words, self._parsed[name].words):
                    return name
        return None

    def _find(self, short: PersonName) -> str | None:
        if not short.words:
            return self._by_initials(short.initials)
        for word in stems(short.words[-1]):
            fitting = [
                name for name in self._by_word.get(word, ()) if _fits(short, self._parsed[name])
            ]
            if fitting:
                return self._nearest(fitting, word)
        return None

    def _by_initials(self, initials: tuple[str, ...]) -> str | None:
        """``E.Q.``: the answers of an interview are often marked so."""
        fitting = self._by_letters.get(initials)
        return self._nearest(fitting, "") if fitting else None

    def _nearest(self, names: list[str], word: str) -> str:
        """Surnames before given names, then who was spoken of last, then who comes first."""
        surnames = [name for name in names if self._parsed[name].words[-1] == word]
        return max(surnames or names, key=lambda name: self._last.get(name, 0))


def _put(index: dict[WordT, list[str]], word: WordT, name: str) -> None:
    """Add a name to an index; very many people of one name are not told apart."""
    names = index.setdefault(word, [])
    if len(names) < _MOST_NAMESAKES:
        names.append(name)


def _fits(short: PersonName, full: PersonName) -> bool:
    if short.initials:
        return full.words[0].startswith(short.initials[0])
    return True


def _is_same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if sorted(left) == sorted(right):
        return True
    return (
        len(left) == len(right) == 2
        and left[0] == right[0]
        and min(len(left[1]), len(right[1])) >= _SHORTEST_TYPO
        and is_one_letter_off(left[1], right[1])
    )


def is_one_letter_off(left: str, right: str) -> bool:
    """Whether one letter is changed, or one inside the word is missing.

    A letter at the end makes another person: *Rzayev*, *Rzayeva*.

    >>> is_one_letter_off("rzayev", "rzəyev"), is_one_letter_off("rzayev", "rzayeva")
    (True, False)
    """
    if len(left) > len(right):
        left, right = right, left
    at = next((i for i, char in enumerate(left) if char != right[i]), len(left))
    if len(left) == len(right):
        return at < len(left) and left[at + 1 :] == right[at + 1 :]
    return len(right) == len(left) + 1 and at < len(left) and left[at:] == right[at + 1 :]
