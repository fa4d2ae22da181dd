"""People: by title, by given name, by surname, by initials, by patronymic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from azmedia_nlp.names.reading import GUESS, LIKELY, SURE, Candidate, Reading
from azmedia_nlp.names.words import Word, read_word

_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+")
_WITH_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{2,}(?:-[^\W\d_]+)?")
# A person's name has seldom more words.
_LONGEST: Final = 5
_GENITIVES: Final = ("nın", "nin", "nun", "nün")


def find_persons(reading: Reading) -> Iterator[Candidate]:
    """Every place where a person's name may begin."""
    end = 0
    for index in reading.capitals:
        found = _person_at(reading, index) if index >= end else None
        if found is not None:
            end = found.end
            yield found


def _person_at(reading: Reading, index: int) -> Candidate | None:
    form = reading.forms[index]
    if "." in form:
        return _by_initials(reading, index, form)
    if not _may_begin(reading, index):
        return None
    end = _end(reading, index)
    length = end - index
    strength, rule = _evidence(reading, index, length)
    return Candidate(index, end, "PER", rule, strength) if strength else None


def _by_initials(reading: Reading, index: int, form: str) -> Candidate | None:
    """``M.Ə.Rəsulzadə``, ``R. Nurullayev``, ``C. V. Tarverdiyeva``."""
    if form[-1] != "." and _WITH_INITIALS.fullmatch(form):
        return Candidate(index, index + 1, "PER", "names.persons.initials", SURE)
    at, limit = index, min(reading.end, index + _LONGEST)
    while at < limit and _is_initials(reading.forms[at]):
        at += 1
        if at == reading.end or reading.breaks[at]:
            return None
    if _opens_turn(reading, index, at):
        return Candidate(index, at, "PER", "names.persons.turn", SURE)
    if at > index and reading.named(at) and not reading.words[at].head:
        return Candidate(index, at + 1, "PER", "names.persons.initials", SURE)
    return None


@lru_cache(maxsize=1 << 12)
def _is_initials(form: str) -> bool:
    return _INITIALS.fullmatch(form) is not None


def _opens_turn(reading: Reading, index: int, after: int) -> bool:
    """``E.Q.: – Bəli``: an interview calls its speakers by two initials at a line's start."""
    turn = after < reading.end and reading.forms[after] == ":"
    if not turn or not reading.breaks[index]:
        return False
    letters = sum(form.count(".") for form in reading.forms[index:after])
    return letters == _INITIALS_OF_A_TURN


_INITIALS_OF_A_TURN: Final = 2


def _may_begin(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if (word.title or word.head or word.place) and not word.given:
        return False
    if word.is_a("ORG") or (word.title and _named_after(reading, index)):
        return False
    return not (word.shouted and not reading.shouted[index])


def _named_after(reading: Reading, index: int) -> bool:
    """``Hakim Nəbi Dəmirçioğlu``: a title that is a given name as well, before a full name."""
    after = index + 2
    return (
        after < reading.end
        and reading.words[index + 1].given
        and reading.named(after)
        and reading.words[after].surname > 0
    )


def _end(reading: Reading, index: int) -> int:
    """Where the name that begins at *index* ends, at the first word that cannot belong."""
    at = index + 1
    longest = _LONGEST + (2 if _is_titled(reading, index) else 0)
    while at < reading.end and at - index < longest and not reading.breaks[at]:
        if reading.set_off(at - 1):
            break
        word = reading.words[at]
        if reading.joined(at) and reading.named(at + 1):
            at += 2
        elif word.joins == "patronymic" and _is_patronymic(reading, at):
            at += 1
        elif word.joins == "particle" and _leads_on(reading, at):
            at = _after_particles(reading, at)
        elif _continues(reading, at, index):
            at += 1
        else:
            break
    return at


def _is_patronymic(reading: Reading, at: int) -> bool:
    """*Vəli oğlu*; in the genitive, *Vəlinin oğlu* is his son and no name."""
    before = reading.forms[at - 1]
    inflected = read_word(before).case == "gen" or before.endswith(_GENITIVES)
    return not inflected or read_word(before).given


def _leads_on(reading: Reading, at: int) -> bool:
    return _after_particles(reading, at) > at


def _after_particles(reading: Reading, at: int) -> int:
    """The index behind *fon der Veyden*, *ən-Nur*; *at* itself where no name follows."""
    end = at
    while end < reading.end and reading.words[end].joins == "particle":
        end += 2 if reading.joined(end + 1) else 1
    return end + 1 if end < reading.end and reading.named(end) else at


def _continues(reading: Reading, at: int, start: int) -> bool:
    word, before = reading.words[at], reading.words[at - 1]
    if not reading.named(at) or "." in reading.forms[at]:
        return False
    if word.shouted and not reading.shouted[at]:
        return False
    if at - start > 1 and before.surname and (word.given or before.surname == 2):
        return False
    if _leads_to_father(reading, at, start):
        return True
    if at - start == 1 and before.surname == 2 and before.case != "nom" and not word.given:
        return False
    if word.given or word.surname:
        return True
    if word.place or word.head or word.title or word.is_a("ORG") or reading.shouted[at]:
        return False
    return at - start < 2 or before.given or _is_titled(reading, start)


def _leads_to_father(reading: Reading, at: int, start: int) -> bool:
    """*Məmmədova Aytəmiz Varaşil qızı*: a list names the surname first."""
    ahead = reading.words[at + 1 : at + (3 if at - start == 1 else 2)]
    return bool(ahead) and ahead[-1].joins == "patronymic"


def _evidence(reading: Reading, index: int, length: int) -> tuple[int, str]:
    """How sure a name is and why; 0 where nothing says that it is a person."""
    words = reading.words[index : index + length]
    first, last = words[0], words[-1]
    titled = _is_titled(reading, index) and not reading.shouted[index]
    if any(word.joins == "patronymic" for word in words):
        return SURE, "names.persons.patronymic"
    if length == 1:
        return _evidence_of_one(reading, index, titled=titled)
    if titled and not _is_common_start(first):
        return SURE, "names.persons.titled"
    if first.given and last.surname:
        return SURE, "names.persons.full"
    if last.surname == 2 and not _is_first_common(reading, index, first):
        return LIKELY, "names.persons.surname"
    return (LIKELY, "names.persons.given") if first.given else (0, "")


def _evidence_of_one(reading: Reading, index: int, *, titled: bool) -> tuple[int, str]:
    word = reading.words[index]
    if titled and not _is_common_start(word):
        return LIKELY, "names.persons.title_and_word"
    if (word.surname == 2 or word.given) and not word.place:
        return GUESS if reading.first[index] else LIKELY, "names.persons.word"
    return 0, ""


def _is_titled(reading: Reading, index: int) -> bool:
    """Whether a title, in the nominative or with a possessive, stands before the name."""
    if index == 0 or reading.breaks[index] or reading.set_off(index - 1):
        return False
    before = reading.words[index - 1]
    return before.title and before.case == "nom" and not (before.given and before.capital)


def _is_common_start(word: Word) -> bool:
    return word.place is not None or word.head is not None


def _is_first_common(reading: Reading, index: int, word: Word) -> bool:
    """A common word at a sentence's start is no given name: *Dünən Əliyev*."""
    return word.common and not word.given and reading.first[index] > 0
