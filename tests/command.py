"""The command line run in this process, as wide as no table needs."""

from typer.testing import CliRunner

from azmedia_nlp.cli import app


def run(*arguments, content=None):
    """Run ``azmedia`` with *arguments*, and *content* on its standard input."""
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, list(arguments), input=content)


def told_in_one_line(result):
    """Whether a command ended as it must where a user was wrong: status 2, one line, no result."""
    return (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
