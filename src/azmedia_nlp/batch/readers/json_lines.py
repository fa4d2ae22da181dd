"""JSON lines: an object or a text a line; a bad line is a failure, the next is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from azmedia_nlp.batch.readers.settings import ReadSettings
from azmedia_nlp.batch.readers.single import decoded_or_failure
from azmedia_nlp.batch.records import Item, UnreadableInputError, failure, to_record


def read_json_lines(stream: BinaryIO, name: str, settings: ReadSettings) -> Iterator[Item]:
    """The records of a file; one without an id is called ``FILE:LINE``."""
    for number, line in enumerate(_lines(stream, settings.max_bytes), start=1):
        where = f"{name}:{number}"
        if line is None:
            yield failure(where, UnreadableInputError(f"more than {settings.max_bytes} bytes"))
        elif line.strip():
            yield _record(line, where, settings)


def _record(line: bytes, where: str, settings: ReadSettings) -> Item:
    text = decoded_or_failure(line, where, settings)
    if not isinstance(text, str):
        return text
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        return failure(where, UnreadableInputError(f"no JSON: {error}"))
    return to_record(value, where, settings.fields)


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is longer than *most*, whose rest is skipped."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while (rest := stream.readline(most + 1)) and not rest.endswith(b"\n"):
            pass
