"""Two names that were read as one, and words that a name has too much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from azmedia_nlp.lexicon import read_lexicon
from azmedia_nlp.morphology import analyze
from azmedia_nlp.names.finders.headed import is_roman
from azmedia_nlp.names.finders.sites import is_site
from azmedia_nlp.names.gazetteer import Entry, PersonTitle, stems
from azmedia_nlp.names.reading import Candidate, Reading
from azmedia_nlp.names.words import is_name, name_words

# Labels whose names may hold anything: titles and quoted laws.
_FREE: Final = frozenset(("WORK", "LAW", "EVENT", "PRODUCT"))
_OBLIQUE: Final = frozenset(("gen", "loc", "abl", "dat", "rel", "ins"))
_WITH_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{3,}")


def split_at_lines(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """A list gives each name a line; only quoted titles go on in the next one."""
    for name in names:
        start = name.start
        for at in range(name.start + 1, name.end):
            if reading.breaks[at] and name.label not in _FREE:
                yield from _trimmed(name._replace(start=start, end=at), reading)
                start = at
        if start == name.start:
            yield name
        else:
            yield from _trimmed(name._replace(start=start), reading)


def _trimmed(name: Candidate, reading: Reading) -> Iterator[Candidate]:
    """The name without the marks at its edges, if a word is left."""
    words = [at for at in range(name.start, name.end) if reading.tokens[at].kind == "word"]
    if words and reading.named(words[0]):
        yield name._replace(start=words[0], end=words[-1] + 1)


def split_at_places(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Çinin* | *Ticarət Nazirliyi*, *Azərbaycanda* | *Əmək Məcəlləsi*: case ends a name."""
    for name in names:
        at = _first_cut(name, reading)
        if at is None:
            yield name
            continue
        left = reading.words[at].place or name.label
        yield Candidate(name.start, at + 1, left, "names.split.place", name.strength)
        if any(reading.named(index) for index in range(at + 1, name.end)):
            yield name._replace(start=at + 1)


def _first_cut(name: Candidate, reading: Reading) -> int | None:
    if name.start in reading.closing or name.start - 1 in reading.closing:
        return None
    word = reading.words[name.start]
    if name.end - name.start < 2 or word.place is None or word.case not in _OBLIQUE:
        return None
    if name.label == "LAW" or (word.case == "loc" and reading.words[name.end - 1].head):
        return None
    return name.start if reading.named(name.start + 1) else None


def split_at_initials(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*S.Ələkbərova* | *Cinayət Məcəlləsi*: initials begin a person, who ends there."""
    for name in names:
        first = reading.forms[name.start]
        adina = name.end - name.start > 1 and reading.words[name.start + 1].joins == "inside"
        if name.label in ("PER", "WORK") or adina or not _WITH_INITIALS.fullmatch(first):
            yield name
            continue
        yield Candidate(name.start, name.start + 1, "PER", "names.split.initials", name.strength)
        if name.end - name.start > 1:
            yield name._replace(start=name.start + 1)


def split_at_known_bodies(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Donald Tramp* | *Nümayəndələr Palatası*: a body that the lexicon knows begins anew.

    A place before it belongs to it (*ABŞ Nümayəndələr Palatası*); a common word that begins
    the sentence belongs to neither (*Ardınca* Nazirlər Kabineti).
    """
    bodies = {known.end: known.start for known in reading.long_names if known.flag[:3] == "ORG"}
    for name in names:
        at = bodies.get(name.end, name.start)
        if name.label != "ORG" or at <= name.start or not _stands_apart(name, at, reading):
            yield name
            continue
        yield name._replace(start=at)
        if reading.words[at - 1].surname or at - name.start > 1:
            yield Candidate(name.start, at, "PER", "names.split.body", name.strength)


def _stands_apart(name: Candidate, at: int, reading: Reading) -> bool:
    left = range(name.start, at)
    if not all(reading.named(index) for index in left):
        return False
    words = [reading.words[index] for index in left]
    if any(word.place or word.joins or word.head or word.shouted for word in words):
        return False
    return words[-1].surname > 0 or words[0].given or (len(left) == 1 and reading.first[at - 1] > 0)


def cut_common_starts(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """Standartlaşdırma | *Azərbaycan Standartlaşdırma İnstitutu*: a place begins a body's name."""
    for name in names:
        yield name._replace(start=name.start + 1) if _begins_late(name, reading) else name


def _begins_late(name: Candidate, reading: Reading) -> bool:
    if name.label != "ORG" or name.end - name.start < 3 or not reading.first[name.start]:
        return False
    first, second = reading.words[name.start], reading.words[name.start + 1]
    if first.place or first.joins or first.given or first.shouted or not reading.named(name.start):
        return False
    return second.place == "GPE" and reading.named(name.start + 1)


def split_known(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Tramp* | *Putin*: each is somebody elsewhere, and the two together nobody."""
    names = list(names)
    partners, alone = _people(names, reading)
    for name in names:
        if _is_pair(name, reading, partners, alone):
            yield name._replace(end=name.start + 1, rule="names.split.known")
            yield name._replace(start=name.end - 1, rule="names.split.known")
        else:
            yield name


def _is_pair(
    name: Candidate, reading: Reading, partners: dict[str, set[str]], alone: set[str]
) -> bool:
    """Whether the first word is the surname of somebody and the second one somebody else."""
    left = reading.words[name.start]
    if name.label != "PER" or name.end - name.start != 2 or left.given:
        return False
    return left.folded in partners and any(
        stem in alone or partners.get(stem, _NONE) - {left.folded}
        for stem in reading.likely_stems(name.end - 1)
    )


_NONE: Final[frozenset[str]] = frozenset()


def _people(names: Iterable[Candidate], reading: Reading) -> tuple[dict[str, set[str]], set[str]]:
    """The surnames of an article with the given names before them, and the people of one name."""
    partners: dict[str, set[str]] = {}
    alone: set[str] = set()
    for name in names:
        last = reading.likely_stems(name.end - 1)
        if name.label == "PER" and name.end - name.start == 2:
            for stem in last:
                partners.setdefault(stem, set()).add(reading.words[name.start].folded)
        elif name.label == "PER" and name.end - name.start == 1:
            alone.update(last)
    return partners, alone


def cut_plural_types(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Drezden* şəhərlərində: a lower-case plural belongs to several names, to none of them."""
    for name in names:
        last = reading.words[name.end - 1]
        plural = last.head is not None and last.head.plural and not last.capital
        if plural and name.end - name.start > 1 and name.label in ("GPE", "FAC", "LOC", "ORG"):
            if last.head is not None and last.head.stem in name_words("plural_name"):
                yield name
                continue
            yield name._replace(end=_last_capital(name.start, name.end - 1, reading))
        else:
            yield name


def _last_capital(start: int, end: int, reading: Reading) -> int:
    """Where the name ends without small words at its end: *Sxipxol* hava limanlarında."""
    while (
        end - start > 1 and not reading.words[end - 1].capital and reading.forms[end - 1].isalpha()
    ):
        end -= 1
    return end


def cut_governments(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Latviya Respublikası* hökuməti: a government named by its country is the country."""
    for name in names:
        last = reading.words[name.end - 1]
        government = last.head is not None and last.head.stem in name_words("government")
        country = reading.words[name.end - 2] if name.end - name.start > 1 else None
        if government and country is not None and (country.place or country.is_a("type.GPE")):
            yield Candidate(
                name.start, name.end - 1, "GPE", "names.split.government", name.strength
            )
        else:
            yield name


def cut_long_titles(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Silahlı Qüvvələrin* Müzəffər Ali Baş Komandanı: a title of several words names nobody."""
    titles = dict(_find_long_titles(reading))
    for name in names:
        near = range(name.start, name.end + 1) if titles else ()
        begun = [at for at in near if at in titles and _goes_into(name, at, titles[at], reading)]
        if not begun:
            yield name
            continue
        end = begun[0]
        while end > name.start and reading.words[end - 1].folded in name_words("praise"):
            end -= 1
        if end > name.start:
            yield name._replace(end=end)


def _find_long_titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where titles of several words begin and end."""
    known = _long_titles()
    for at, word in enumerate(reading.words):
        for title in known.get(word.folded, ()):
            last = at + len(title) - 1
            if last < reading.end and _is_title(reading, at, last, title):
                yield at, last + 1
                break


def _goes_into(name: Candidate, start: int, end: int, reading: Reading) -> bool:
    """Whether a name ends in a title, or is what praises before it."""
    praised = name.end == start and reading.words[start - 1].folded in name_words("praise")
    return praised or (name.start <= start < name.end <= end)


def _is_title(reading: Reading, first: int, last: int, title: tuple[str, ...]) -> bool:
    words = tuple([word.folded for word in reading.words[first:last]])
    return words == title[:-1] and title[-1] in stems(reading.forms[last])


@cache
def _long_titles() -> dict[str, list[tuple[str, ...]]]:
    """The titles of three bare words and more by their first word.

    Others have a body in them: *Prezident Administrasiyasının rəhbəri*.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in read_lexicon("titles", PersonTitle):
        words = tuple(row.stem.split())
        if len(words) > _FULL_NAME and not any(analyze(word)[0].possessive for word in words):
            found.setdefault(words[0], []).append(words)
    return found


def cut_honorifics(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """Hacı | *Kamran Seyidli*: an honorific stays outside, with a capital too."""
    for name in names:
        start = name.start
        while name.label == "PER" and name.end - start > 1 and _is_honorific(reading, start, name):
            start += 1
        yield name._replace(start=start) if start > name.start else name


def _is_honorific(reading: Reading, at: int, name: Candidate) -> bool:
    """A lone surname behind it would make it a given name: *Hacı Rzayev*."""
    after = reading.words[at + 1]
    lone = name.end - at == 2 and after.surname == 2
    return reading.words[at].folded in _honorifics() and reading.named(at + 1) and not lone


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(row.name for row in read_lexicon("honorifics", Entry))


def cut_behind_people(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*Elçin Rzayev* Mərasimdə, *Elçin Rzayev* Bank sahəsində: a common word with a capital."""
    for name in names:
        if _goes_too_far(name, reading):
            yield Candidate(name.start, name.end - 1, "PER", "names.split.person", name.strength)
        else:
            yield name


def _goes_too_far(name: Candidate, reading: Reading) -> bool:
    """Whether a given name and a surname stand before a word that cannot belong to them."""
    if name.label not in ("PER", "ORG") or name.end - name.start != _FULL_NAME + 1:
        return False
    given, surname, last = reading.words[name.start : name.end]
    if not given.given or (name.label == "ORG" and surname.surname < _SURE_SURNAME):
        return False
    named = last.given or last.surname or last.joins or is_name(last)
    headless = last.head is not None and not last.head.possessive
    return not named and last.capital and (headless or (name.label == "PER" and last.common))


_FULL_NAME: Final = 2  # words
_SURE_SURNAME: Final = 2


def cut_behind_sites(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*e-taxes.gov.az* portalına: an address is a name by itself."""
    for name in names:
        longer = name.end - name.start > 1 and name.label in ("PRODUCT", "ORG")
        after = reading.words[name.start + 1] if longer else None
        site = after is not None and is_site(reading.tokens[name.start]) and not after.capital
        yield name._replace(end=name.start + 1) if site else name


def cut_numerals(names: Iterable[Candidate], reading: Reading) -> Iterator[Candidate]:
    """*TQDK* II qrup: a Roman numeral at the end belongs to what follows."""
    for name in names:
        last = reading.forms[name.end - 1]
        roman = name.label == "ORG" and name.end - name.start > 1 and is_roman(last)
        yield name._replace(end=name.end - 1) if roman else name
