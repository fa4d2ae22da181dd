"""What is optional is not imported before it is asked for, and its absence is told."""

import subprocess
import sys

import pytest

from azmedia_nlp import MissingExtraError, parse_article
from azmedia_nlp.adapters.stanza import register, to_stanza
from azmedia_nlp.engines.stanza.train import train

INSTALL = r"stanza\S* is not installed; run: pip install 'azmedia_nlp\[stanza\]'"


@pytest.fixture
def _no_stanza(monkeypatch):
    for name in ("stanza", "stanza.models.common.doc", "stanza.pipeline.processor"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("_no_stanza")
@pytest.mark.parametrize(
    "ask",
    [
        lambda _: to_stanza(parse_article("Bakı.")),
        lambda _: register(),
        lambda path: parse_article("Bakı.", engine="stanza", model_dir=path),
        lambda path: train([], path),
    ],
    ids=["document", "pipeline", "engine", "training"],
)
def test_a_missing_extra_is_told_with_the_install_line(ask, tmp_path):
    with pytest.raises(MissingExtraError, match=INSTALL):
        ask(tmp_path)


def test_the_library_imports_no_extra():
    code = (
        "import sys, azmedia_nlp, azmedia_nlp.adapters.stanza, azmedia_nlp.engines.stanza, "
        "azmedia_nlp.cli; print([n for n in ('torch', 'stanza') if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"
