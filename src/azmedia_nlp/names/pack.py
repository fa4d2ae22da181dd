"""The model pack: weights as data, with a protocol number and a checksum.

A pack is one file: a line of JSON (the header), then zlib streams in the order in which the
header lists them: first the vocabularies, one feature a line, then the arrays, row by row.
Nothing in it is code.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from azmedia_nlp.deferred import Deferred
from azmedia_nlp.errors import ModelFormatError, ModelNotFoundError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Weights = NDArray[np.float32]
else:
    np, Weights = Deferred("numpy"), Any


PROTOCOL: Final = 2
BUNDLED: Final = "names.pack"

# An array of bytes is stored with one factor a row, under its name and this.
_SCALE: Final = ".scale"
_TABLES: Final = ("window", "words", "places")


class Stored(msgspec.Struct, frozen=True):
    """How an array lies in the pack."""

    dtype: str
    shape: tuple[int, ...]
    size: int


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack says of itself."""

    protocol: int
    labels: tuple[str, ...]
    vocabularies: dict[str, int]
    arrays: dict[str, Stored]
    checksum: str
    architecture: str = ""
    recipe: str = ""
    licence: str = ""
    data: dict[str, str] = {}
    scores: dict[str, float] = {}


class Protocol(msgspec.Struct, frozen=True):
    """The one field that the headers of all protocols share."""

    protocol: int


class Table(msgspec.Struct, frozen=True):
    """Rows of weights by the names of features, as small as the pack has them.

    *scale* is the factor of each row, where its weights are bytes.
    """

    rows: dict[str, int]
    weights: NDArray[Any]
    scale: Weights | None = None

    def total(self, names: Iterable[str]) -> Weights:
        """The sum of the rows of *names*; what the model does not know adds nothing."""
        known = [row for name in names if (row := self.rows.get(name)) is not None]
        found = self.weights[known].astype(np.float32)
        if self.scale is not None:
            found *= self.scale[known]
        total: Weights = found.sum(axis=0)
        return total


class Pack(msgspec.Struct, frozen=True):
    """A model in memory.

    Attributes:
        window: A word's feature seen from an offset → scores of the labels.
        words: A word's feature → a vector for the network.
        places: A feature of a place → scores of the labels, then a vector for the network.
        layers: The network's layers by name.
        transitions: Scores of a label (column) after another (row).
    """

    header: Header
    window: Table
    words: Table
    places: Table
    layers: dict[str, Weights]
    transitions: Weights


def load_pack(path: str | None = None) -> Pack:
    """Read a pack once, by default the one that comes with the library.

    Raises:
        ModelNotFoundError: there is no file at *path*.
        ModelFormatError: it is no pack, is damaged, or was written for another version.
    """
    return _load(path)


@cache
def _load(path: str | None) -> Pack:
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
    header = _read_header(head, where)
    if checksum(header, body) != header.checksum:
        raise ModelFormatError(f"{where}: the pack is damaged (its checksum differs): get it anew")
    return _assemble(header, body)


def _read_header(head: bytes, where: str) -> Header:
    try:
        protocol = msgspec.json.decode(head, type=Protocol).protocol
        if protocol != PROTOCOL:
            raise ModelFormatError(
                f"{where}: pack protocol {protocol}, this library reads {PROTOCOL}: "
                "use the versions that belong together, or train the pack anew"
            )
        return msgspec.json.decode(head, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise ModelFormatError(f"{where}: this is no model pack of azmedia_nlp") from None


def checksum(header: Header, body: bytes) -> str:
    """The SHA-256 of all that a pack holds, but for the checksum itself."""
    bare = msgspec.structs.replace(header, checksum="")
    return hashlib.sha256(msgspec.json.encode(bare) + body).hexdigest()


def _assemble(header: Header, body: bytes) -> Pack:
    names, arrays, at = {}, {}, 0
    for name, size in header.vocabularies.items():
        names[name] = zlib.decompress(body[at : at + size]).decode("utf-8").split("\n")
        at += size
    for name, stored in header.arrays.items():
        raw = np.frombuffer(zlib.decompress(body[at : at + stored.size]), dtype=stored.dtype)
        arrays[name] = raw.reshape(stored.shape)
        at += stored.size
    tables = {}
    for name in _TABLES:
        rows = {feature: row for row, feature in enumerate(names[name])}
        scale = arrays.pop(name + _SCALE, None)
        tables[name] = Table(rows, arrays.pop(name), _whole(scale) if scale is not None else None)
    layers = {name: _whole(array) for name, array in arrays.items()}
    return Pack(header, transitions=layers.pop("transitions"), layers=layers, **tables)


def _whole(array: NDArray[Any]) -> Weights:
    return array.astype(np.float32)


def write_pack(
    vocabularies: Mapping[str, list[str]],
    arrays: Mapping[str, Weights],
    *,
    labels: Iterable[str],
    **about: Any,
) -> bytes:
    """The bytes of a pack; *about* fills the header's free fields.

    *arrays* are ``transitions``, one table for each of *vocabularies*, and the network's
    layers. The vectors of words, most of a pack, are kept in a byte a number.
    """
    lists = {
        name: zlib.compress("\n".join(vocabularies[name]).encode("utf-8"), 9) for name in _TABLES
    }
    packed = _packed(arrays)
    streams = {name: zlib.compress(array.tobytes(), 9) for name, array in packed.items()}
    body = b"".join([*lists.values(), *streams.values()])
    header = Header(
        protocol=PROTOCOL,
        labels=tuple(labels),
        vocabularies={name: len(stream) for name, stream in lists.items()},
        arrays={
            name: Stored(array.dtype.str, array.shape, len(streams[name]))
            for name, array in packed.items()
        },
        checksum="",
        **about,
    )
    sealed = msgspec.structs.replace(header, checksum=checksum(header, body))
    return msgspec.json.encode(sealed) + b"\n" + body


def _packed(arrays: Mapping[str, Weights]) -> dict[str, NDArray[Any]]:
    packed: dict[str, NDArray[Any]] = {
        name: array.astype("<f2") for name, array in arrays.items() if name != "words"
    }
    words = arrays["words"]
    scale = np.abs(words).max(axis=1, keepdims=True).clip(1e-4) / 127
    packed["words"] = np.rint(words / scale).astype("i1")
    packed["words" + _SCALE] = scale.astype("<f2")
    return packed
