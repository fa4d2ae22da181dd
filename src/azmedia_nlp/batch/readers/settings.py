"""How input files are read."""

from __future__ import annotations

from typing import Literal

import msgspec

from azmedia_nlp.batch.records import MAX_CHARS, FieldNames

InputFormat = Literal["txt", "html", "jsonl", "csv", "parquet"]


class ReadSettings(msgspec.Struct, frozen=True):
    """Field names, encoding and bounds.

    *input_format* says what all inputs are, whatever their names; standard input is JSON
    lines without it. *max_chars* bounds a text, and four times as many bytes a record.
    """

    fields: FieldNames = FieldNames()
    encoding: str = "utf-8-sig"
    max_chars: int = MAX_CHARS
    input_format: InputFormat | None = None

    @property
    def max_bytes(self) -> int:
        """How long a record may be at most: UTF-8 has four bytes for a character."""
        return 4 * self.max_chars + (1 << 16)
