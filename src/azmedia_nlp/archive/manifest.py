"""``archive.json``: which parts an archive has; what is not listed there does not exist."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import msgspec

from azmedia_nlp.archive.schema import VERSION
from azmedia_nlp.errors import ArchiveError

NAME: Final = "archive.json"


class Part(msgspec.Struct, frozen=True):
    """Files of one name, one in each table's folder, written together.

    *records* is how many records of the input it covers, *digest* that of all the input up
    to its end.
    """

    name: str
    records: int
    articles: int
    failures: int
    digest: str


class Manifest(msgspec.Struct, frozen=True):
    """An archive's parts, in the order of the input."""

    library: str
    format: str = "azmedia-archive"
    version: int = VERSION
    complete: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def records(self) -> int:
        """How many records of the input are dealt with."""
        return sum(part.records for part in self.parts)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of an archive, or None where there is none.

    Raises:
        ArchiveError: it cannot be read, or is of another version.
    """
    try:
        content = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise ArchiveError(f"{folder / NAME}: {error}") from None
    if manifest.version != VERSION:
        raise ArchiveError(
            f"{folder}: an archive of version {manifest.version}; this library reads {VERSION}"
        )
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the last one, at once and for good."""
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    temporary = folder / f"{NAME}.tmp"
    temporary.write_bytes(content)
    make_durable(temporary)
    temporary.replace(folder / NAME)
    make_durable(folder)


def make_durable(path: Path) -> None:
    """Have a file, or the names in a folder, outlast a power cut; only POSIX opens folders."""
    if path.is_dir() and os.name != "posix":
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
