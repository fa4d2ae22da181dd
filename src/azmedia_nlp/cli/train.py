"""``azmedia train``: models of your own from articles that you have annotated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from azmedia_nlp.cli.files import fail
from azmedia_nlp.engines.stanza.train import DEFAULT, Settings, train
from azmedia_nlp.errors import AzmediaError

commands = typer.Typer(help="Train models on your own annotated articles.", no_args_is_help=True)


@commands.callback()
def _commands() -> None:
    """Keep the name of the only command."""


@commands.command()
def stanza(
    data: Annotated[
        list[Path], typer.Option(help="A file of annotated articles, or a directory of such.")
    ],
    out: Annotated[Path, typer.Option(help="The directory to write the models into.")],
    steps: Annotated[int, typer.Option(min=1, help="The tagger's most steps.")] = DEFAULT.steps,
    tokenizer_steps: Annotated[
        int, typer.Option(min=1, help="The tokenizer's steps.")
    ] = DEFAULT.tokenizer_steps,
    hidden: Annotated[int, typer.Option(min=1, help="The tagger's size.")] = DEFAULT.hidden,
) -> None:
    """Train Stanza's tokenizer and tagger; needs the extra 'stanza'.

    A file holds one article a line, in JSON: text, and mentions of start, end, label.
    """
    settings = Settings(steps=steps, tokenizer_steps=tokenizer_steps, hidden=hidden)
    try:
        files = train(_files(data), out, settings)
    except AzmediaError as error:
        fail(str(error))
    print(f"{files.directory}: {', '.join(sorted(p.name for p in files.directory.glob('*.pt')))}")


def _files(paths: list[Path]) -> list[Path]:
    found = [
        file
        for path in paths
        for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])
    ]
    if not found or not all(file.is_file() for file in found):
        fail(f"{', '.join(map(str, paths))}: no file of annotated articles (.jsonl) there")
    return found
