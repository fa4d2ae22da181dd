"""Which files an input means, what they are, and how they are unpacked."""

from __future__ import annotations

import glob
import gzip
import io
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final, Literal, NamedTuple, cast

from azmedia_nlp.batch.readers.settings import InputFormat
from azmedia_nlp.errors import OptionError
from azmedia_nlp.extras import require

Packing = Literal["gzip", "zstd"]

_FORMATS: Final[dict[str, InputFormat]] = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
_PACKINGS: Final[dict[str, Packing]] = {".gz": "gzip", ".zst": "zstd"}


class Source(NamedTuple):
    """A file to read; *name* stands in ids and messages."""

    name: str
    path: Path | None
    format: InputFormat
    packing: Packing | None


def input_files(given: str, input_format: InputFormat | None = None) -> Iterable[Source]:
    """The files of a path, a folder or a pattern, by name.

    Raises:
        OptionError: there is none, or its name does not say what it is.
    """
    path = Path(given)
    if path.is_dir():
        found = [_source(file, input_format) for file in sorted(path.rglob("*")) if file.is_file()]
        return [source for source in found if source is not None]
    if path.exists():
        return [_known(path, input_format)]
    names = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  patterns may be absolute
    files = [Path(name) for name in names if Path(name).is_file()]
    if not files:
        raise OptionError(f"{given}: no such file, folder or pattern")
    return [_known(file, input_format) for file in files]


def _known(path: Path, input_format: InputFormat | None) -> Source:
    source = _source(path, input_format)
    if source is None:
        known = ", ".join(_FORMATS)
        raise OptionError(f"{path}: its name does not say what it is ({known}); name the format")
    return source


def _source(path: Path, input_format: InputFormat | None) -> Source | None:
    packing = _PACKINGS.get(path.suffix.lower())
    inner = path.with_suffix("") if packing else path
    found = input_format or _FORMATS.get(inner.suffix.lower())
    return Source(path.as_posix(), path, found, packing) if found else None


def open_source(source: Source) -> BinaryIO:
    """The bytes of a file, unpacked as they are read."""
    assert source.path is not None  # noqa: S101  standard input is open already
    if source.packing == "gzip":
        return cast("BinaryIO", gzip.open(source.path, "rb"))
    if source.packing == "zstd":
        arrow = require("pyarrow", "archive")
        return io.BufferedReader(arrow.input_stream(str(source.path), compression="zstd"))
    return source.path.open("rb")
