"""A pack is read as it was written, and refused with a reason when it is not one."""

import pickle
from pathlib import Path

import msgspec
import numpy as np
import pytest

from azmedia_nlp import ArticleParser
from azmedia_nlp.errors import ModelFormatError, ModelNotFoundError, OptionError
from azmedia_nlp.names.features import OFFSETS, WINDOW
from azmedia_nlp.names.pack import (
    BUNDLED,
    PROTOCOL,
    Header,
    checksum,
    load_pack,
    read_pack,
    write_pack,
)
from azmedia_nlp.names.reading import Reading
from azmedia_nlp.names.tagger import tag
from azmedia_nlp.segmentation import segment

LABELS = ["B-PER", "I-PER", "O"]
MEGABYTES = 6


def tiny(**about: object) -> bytes:
    """A pack that takes every word of the shape ``Xx`` for a person."""
    size, width, labels = 2, 3, len(LABELS)
    zeros = np.zeros
    return write_pack(
        {"window": ["0|sXx"], "words": ["sXx", "sx"], "places": ["bias"]},
        {
            "window": np.array([[5.0, 0.0, 0.0]], np.float32),
            "words": np.array([[1.5, -0.25], [0.0, 0.0]], np.float32),
            "places": np.array([[0.0, 0.0, 1.0, 0.0, 0.0]], np.float32),
            "words.bias": zeros(size, np.float32),
            "near": zeros((3 * size, width), np.float32),
            "near.bias": zeros(width, np.float32),
            "far": zeros((3 * width, width), np.float32),
            "far.bias": zeros(width, np.float32),
            "labels": zeros((width + size, labels), np.float32),
            "labels.bias": zeros(labels, np.float32),
            "transitions": zeros((labels, labels), np.float32),
        },
        labels=LABELS,
        **about,
    )


def header_of(content: bytes) -> tuple[Header, bytes]:
    head, _, body = content.partition(b"\n")
    return msgspec.json.decode(head, type=Header), body


def test_arrays_come_back_as_they_were() -> None:
    pack = read_pack(tiny(licence="MIT"), where="tiny")
    assert pack.header.licence == "MIT"
    assert pack.window.rows == {"0|sXx": 0}
    np.testing.assert_allclose(pack.words.total(["sXx"]), [1.5, -0.25], rtol=0.01)
    np.testing.assert_allclose(pack.places.weights[0], [0, 0, 1, 0, 0])


def test_an_unknown_feature_adds_nothing() -> None:
    table = read_pack(tiny(), where="tiny").window
    np.testing.assert_array_equal(table.total(["0|wnobody", "0|sXx"]), table.total(["0|sXx"]))
    np.testing.assert_array_equal(table.total([]), [0, 0, 0])


def test_the_same_model_gives_the_same_bytes() -> None:
    assert tiny() == tiny()


def test_a_pack_of_ones_own_tags(tmp_path: Path) -> None:
    path = tmp_path / "own.pack"
    path.write_bytes(tiny())
    assert tag(Reading(segment("dünən Elçin gəlib")), path=str(path)) == ((1, 2, "PER"),)


def test_a_parser_takes_a_pack_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.pack"
    path.write_bytes(tiny())
    parser = ArticleParser(model=path)
    assert [m.label for m in parser("dünən Muzdar gəlib").mentions] == ["PER"]
    assert pickle.loads(pickle.dumps(parser)) == parser
    with pytest.raises(ModelNotFoundError, match="nowhere"):
        ArticleParser(model=tmp_path / "nowhere.pack")
    with pytest.raises(OptionError, match="takes no pack"):
        ArticleParser("stanza", model=path)


def test_a_missing_pack_says_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match=r"nowhere\.pack: .*python -m training"):
        load_pack(str(tmp_path / "nowhere.pack"))


@pytest.mark.parametrize("content", [b"", b"\n", b"PK\x03\x04", b"{}\n", b"[1]\n", b"\xff\xfe\n"])
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(ModelFormatError, match=r"own\.pack: this is no model pack"):
        read_pack(content, where="own.pack")


def test_another_protocol_is_refused_whatever_else_it_says() -> None:
    content = msgspec.json.encode({"protocol": PROTOCOL + 1, "tensors": []}) + b"\nrest"
    with pytest.raises(ModelFormatError, match=f"pack protocol {PROTOCOL + 1}, this library reads"):
        read_pack(content, where="own.pack")


@pytest.mark.parametrize("at", [-1, -20])
def test_a_changed_byte_is_noticed(at: int) -> None:
    content = bytearray(tiny())
    content[at] ^= 1
    with pytest.raises(ModelFormatError, match="damaged"):
        read_pack(bytes(content), where="own.pack")


def test_the_checksum_covers_the_header() -> None:
    header, body = header_of(tiny(licence="MIT"))
    forged = msgspec.structs.replace(header, licence="none")
    assert checksum(forged, body) != header.checksum


def test_the_bundled_pack_fits_its_features_and_says_what_it_is() -> None:
    pack = load_pack()
    assert pack.window.weights.shape[1] == len(pack.header.labels)
    assert {name.partition("|")[0] for name in pack.window.rows} == {str(at) for at in OFFSETS}
    assert all(name.split("|", 1)[1][0] in WINDOW[0] + "e" for name in pack.window.rows)
    assert pack.header.licence
    assert set(pack.header.data) >= {"authored_train.jsonl"}
    assert pack.header.scores


def test_the_bundled_pack_is_small() -> None:
    path = Path(__file__).parents[2] / "src/azmedia_nlp/data" / BUNDLED
    assert path.stat().st_size < MEGABYTES * 1e6


def test_a_pack_is_read_once() -> None:
    assert load_pack() is load_pack(None)
