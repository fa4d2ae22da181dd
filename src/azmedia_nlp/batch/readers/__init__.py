"""Files of articles as records: what a file is, its name says.

``.txt`` and ``.html`` hold one article, ``.jsonl``, ``.csv`` and ``.parquet`` many; each may
be packed by gzip or zstd. What cannot be read is a failure, and the next file is read.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from azmedia_nlp.batch.readers.csv_file import read_csv
from azmedia_nlp.batch.readers.files import Source, input_files, open_source
from azmedia_nlp.batch.readers.json_lines import read_json_lines
from azmedia_nlp.batch.readers.parquet import read_parquet
from azmedia_nlp.batch.readers.settings import InputFormat, ReadSettings
from azmedia_nlp.batch.readers.single import read_html, read_text
from azmedia_nlp.batch.records import Item, failure
from azmedia_nlp.errors import MissingExtraError, OptionError

__all__ = ["InputFormat", "ReadSettings", "read_inputs"]

_Reader = Callable[[BinaryIO, str, ReadSettings], Iterator[Item]]

_READERS: Final[dict[InputFormat, _Reader]] = {
    "txt": read_text,
    "html": read_html,
    "jsonl": read_json_lines,
    "csv": read_csv,
    "parquet": read_parquet,
}
STANDARD_INPUT: Final = "-"


def read_inputs(
    inputs: Iterable[str | Path], settings: ReadSettings = ReadSettings()
) -> Iterator[Item]:
    """The records of files, folders (and what is in them), patterns and ``-``, in order.

    Raises:
        OptionError: an input does not exist, its name does not say what it is, or there is
            no such encoding.
        MissingExtraError: a file needs an extra that is not installed.
    """
    _check_encoding(settings.encoding)
    sources = [source for one in inputs for source in _sources(str(one), settings)]
    return (item for source in sources for item in _read(source, settings))


def _check_encoding(name: str) -> None:
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name)
    except LookupError:
        raise OptionError(f"encoding={name!r}: Python knows no such encoding of text") from None


def _sources(given: str, settings: ReadSettings) -> Iterable[Source]:
    if given == STANDARD_INPUT:
        return (Source("-", None, settings.input_format or "jsonl", None),)
    return input_files(given, settings.input_format)


def _read(source: Source, settings: ReadSettings) -> Iterator[Item]:
    """The records of a file, and a failure where it cannot be read on."""
    try:
        with open_source(source) if source.path else sys.stdin.buffer as stream:
            yield from _READERS[source.format](stream, source.name, settings)
    except MissingExtraError:
        raise
    except Exception as error:
        yield failure(source.name, error)
