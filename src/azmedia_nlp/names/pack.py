"""The model pack: weights as data, with a protocol number and a checksum.

A pack is one file: a line of JSON (the header), then three zlib streams whose lengths the
header gives: the features, one a line; their weights, a float16 row of labels each; the
transition weights between labels. Nothing in it is code.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from azmedia_nlp.errors import ModelFormatError, ModelNotFoundError

PROTOCOL: Final = 1
BUNDLED: Final = "names.pack"

Weights = NDArray[np.float32]


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack says of itself."""

    protocol: int
    labels: tuple[str, ...]
    sizes: tuple[int, int, int]
    checksum: str
    features: int
    recipe: str = ""
    licence: str = ""
    data: dict[str, str] = {}
    scores: dict[str, float] = {}


class Pack(msgspec.Struct, frozen=True):
    """A model in memory: one row of label weights for each feature.

    The last row is zero and belongs to none: what the model does not know adds nothing.
    """

    header: Header
    rows: dict[str, int]
    weights: Weights
    transitions: Weights


@cache
def load_pack(path: str | None = None) -> Pack:
    """Read a pack, by default the one that comes with the library.

    Raises:
        ModelNotFoundError: there is no file at *path*.
        ModelFormatError: it is no pack, is damaged, or was written for another version.
    """
    return read_pack(_content(path), where=path or BUNDLED)


def _content(path: str | None) -> bytes:
    if path is None:
        return (resources.files("azmedia_nlp") / "data" / BUNDLED).read_bytes()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ModelNotFoundError(
            f"{path}: no model pack can be read there ({error.strerror}); "
            "train one with 'python -m training' or leave the option out"
        ) from None


def read_pack(content: bytes, *, where: str) -> Pack:
    """Read the bytes of a pack; *where* names it in errors."""
    head, _, body = content.partition(b"\n")
    try:
        header = msgspec.json.decode(head, type=Header)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        raise ModelFormatError(f"{where}: this is no model pack of azmedia_nlp") from None
    if header.protocol != PROTOCOL:
        raise ModelFormatError(
            f"{where}: pack protocol {header.protocol}, this library reads {PROTOCOL}: "
            "use the versions that belong together, or train the pack anew"
        )
    if checksum(header, body) != header.checksum:
        raise ModelFormatError(f"{where}: the pack is damaged (its checksum differs): get it anew")
    return _assemble(header, body)


def checksum(header: Header, body: bytes) -> str:
    """The SHA-256 of all that a pack holds, but for the checksum itself."""
    bare = msgspec.structs.replace(header, checksum="")
    return hashlib.sha256(msgspec.json.encode(bare) + body).hexdigest()


def _assemble(header: Header, body: bytes) -> Pack:
    first, second, third = header.sizes
    labels = len(header.labels)
    names = zlib.decompress(body[:first]).decode("utf-8").split("\n")
    weights = np.frombuffer(zlib.decompress(body[first : first + second]), dtype="<f2")
    moves = np.frombuffer(zlib.decompress(body[first + second :][:third]), dtype="<f2")
    known = weights.reshape(-1, labels).astype(np.float32)
    return Pack(
        header,
        {name: row for row, name in enumerate(names)},
        np.vstack([known, np.zeros((1, labels), np.float32)]),
        moves.reshape(labels, labels).astype(np.float32),
    )


def write_pack(
    names: list[str], weights: Weights, transitions: Weights, *, labels: list[str], **about: Any
) -> bytes:
    """The bytes of a pack; *about* fills the header's free fields."""
    parts = [
        zlib.compress("\n".join(names).encode("utf-8"), 9),
        zlib.compress(weights.astype("<f2").tobytes(), 9),
        zlib.compress(transitions.astype("<f2").tobytes(), 9),
    ]
    body = b"".join(parts)
    header = Header(
        protocol=PROTOCOL,
        labels=tuple(labels),
        sizes=(len(parts[0]), len(parts[1]), len(parts[2])),
        checksum="",
        features=len(names),
        **about,
    )
    sealed = msgspec.structs.replace(header, checksum=checksum(header, body))
    return msgspec.json.encode(sealed) + b"\n" + body
