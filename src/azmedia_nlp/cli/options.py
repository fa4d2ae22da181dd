"""Options that several commands have, each told in the same words."""

from __future__ import annotations

from typing import Annotated

import typer

Published = Annotated[
    str | None,
    typer.Option(help="When it was published: 2025-11-18T13:54, 18 noyabr 2025 …"),
]
