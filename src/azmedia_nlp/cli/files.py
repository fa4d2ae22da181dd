"""What every command does with its files: read them, or say what is wrong in one line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final, NoReturn

import typer

_STANDARD: Final = "-"


def read_text(file: str) -> str:
    """The text of a file or, for ``-``, of standard input; ends the command if there is none."""
    name = "standard input" if file == _STANDARD else file
    try:
        content = sys.stdin.buffer.read() if file == _STANDARD else Path(file).read_bytes()
        text = content.decode("utf-8")
    except OSError as error:
        fail(f"{name}: {error.strerror}")
    except UnicodeDecodeError as error:
        fail(f"{name}: byte {error.start} is not UTF-8; convert the file first")
    if not text.strip():
        fail(f"{name}: there is no text in it")
    return text


def write_text(file: str, text: str) -> None:
    """Write *text* as UTF-8 to a file or, for ``-``, to standard output.

    Half of a surrogate pair, which UTF-8 cannot hold, is written as a question mark; a path
    that cannot be written ends the command.
    """
    content = text.encode("utf-8", errors="replace")
    try:
        if file == _STANDARD:
            sys.stdout.buffer.write(content)
        else:
            Path(file).write_bytes(content)
    except OSError as error:
        fail(f"{file}: {error.strerror}")


def fail(message: str) -> NoReturn:
    """Say what is wrong on standard error and end the command with status 2."""
    print(f"azmedia: {message}", file=sys.stderr)
    raise typer.Exit(2)
