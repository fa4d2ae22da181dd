"""Typed, cached readers of ``data/lexicon/*.tsv``.

A lexicon is a UTF-8 file of tab-separated columns; its first line that is not a comment
names the columns. ``#`` at the start of a line, or after white space behind the
last column, begins a comment: evidence for the entry. Cells may hold several values,
separated by ``|``. A bad row fails with ``file:line``.
"""

from __future__ import annotations

import re
from functools import cache, partial
from hashlib import sha256
from importlib import resources
from typing import Any, Final, TypeVar, cast, get_origin

import msgspec

from azmedia_nlp.errors import LexiconError

RowT = TypeVar("RowT", bound=msgspec.Struct)

_COMMENT: Final = re.compile(r"(?:^|\s+)#.*$")


class WordRow(msgspec.Struct, frozen=True):
    """A row of a lexicon that lists words and says no more of them."""

    word: str


@cache
def read_lexicon(name: str, row: type[RowT]) -> tuple[RowT, ...]:
    """Read ``data/lexicon/{name}.tsv`` into rows; the fields of *row* are its columns.

    Fields are ``str``, ``int``, ``float``, ``bool``, a ``Literal`` or ``tuple[str, ...]``;
    a field with a default may be left empty.

    Raises:
        LexiconError: the file is missing or not the one that was shipped, a column is missing
            or unknown, or a cell cannot be read.
    """
    where = f"lexicon/{name}.tsv"
    return parse_lexicon(_content(f"{name}.tsv").decode("utf-8"), row, where=where)


def _content(name: str) -> bytes:
    """The bytes of a lexicon, if they are those that ``SHA256SUMS`` tells."""
    content = _shipped(name)
    if sha256(content).hexdigest() != _checksums().get(name):
        raise LexiconError(
            f"lexicon/{name}: its checksum is not that of SHA256SUMS; install the library anew, "
            "or, where it was edited on purpose, run 'sha256sum *.tsv > SHA256SUMS' in its folder"
        )
    return content


@cache
def _checksums() -> dict[str, str]:
    """The checksum of each file, from lines as ``sha256sum`` writes them."""
    lines = _shipped("SHA256SUMS").decode("utf-8", "replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _shipped(name: str) -> bytes:
    path = resources.files("azmedia_nlp") / "data" / "lexicon" / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"lexicon/{name}: {error.strerror}; install the library anew") from None


def parse_lexicon(content: str, row: type[RowT], *, where: str) -> tuple[RowT, ...]:
    """Read the lines of a lexicon; *where* names it in errors."""
    numbers, read = _read_lines(content, row, where)
    try:
        # All rows at once: a cold start reads thirty thousand of them.
        every: Any = tuple[row, ...]  # type: ignore[valid-type]
        return cast("tuple[RowT, ...]", msgspec.convert(read, every, strict=False))
    except msgspec.ValidationError:
        return tuple(map(partial(_convert, row=row, where=where), read, numbers))


def _read_lines(
    content: str, row: type[RowT], where: str
) -> tuple[list[int], list[dict[str, Any]]]:
    """The numbers of the lines that hold an entry, and the cells of each by their columns."""
    fields = msgspec.structs.fields(row)
    expected = [field.encode_name for field in fields]
    many = {field.encode_name for field in fields if get_origin(field.type) is tuple}
    columns: list[str] | None = None
    numbers: list[int] = []
    read: list[dict[str, Any]] = []
    for number, line in enumerate(content.splitlines(), start=1):
        bare = _COMMENT.sub("", line) if "#" in line else line
        if not bare or bare.isspace():
            continue
        cells = bare.split("\t")
        if columns is None:
            columns = _checked_columns(cells, expected, f"{where}:{number}")
            continue
        if len(cells) > len(columns):
            raise LexiconError(
                f"{where}:{number}: expected {len(columns)} columns, found {len(cells)}"
            )
        values = dict(zip(columns, cells, strict=False))
        read.append(_filled(values, many) if many or "" in cells else values)
        numbers.append(number)
    return numbers, read


def _checked_columns(cells: list[str], expected: list[str], where: str) -> list[str]:
    if cells != expected:
        raise LexiconError(f"{where}: columns are {cells}, expected {expected}")
    return cells


def _filled(values: dict[str, str], many: set[str]) -> dict[str, Any]:
    """The cells that are not empty, those that hold several values split."""
    return {
        column: cell.split("|") if column in many else cell
        for column, cell in values.items()
        if cell
    }


def _convert(values: dict[str, Any], number: int, *, row: type[RowT], where: str) -> RowT:
    try:
        return msgspec.convert(values, row, strict=False)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{where}:{number}: {error}") from None
