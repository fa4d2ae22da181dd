"""A tiny pair of Stanza's models, trained once a run from the articles in the repository."""

from pathlib import Path

import pytest

from azmedia_nlp.engines.stanza.train import Settings, train

ROOT = Path(__file__).parents[2]
TINY = Settings(steps=300, every=150, tokenizer_steps=150, vector_size=32, hidden=64, rate=0.004)


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    pytest.importorskip("stanza", reason="the extra azmedia_nlp[stanza] is not installed")
    # Two threads that wait for a busy machine's second core are slower than one.
    pytest.importorskip("torch").set_num_threads(1)
    out = tmp_path_factory.mktemp("stanza")
    return train([ROOT / "training" / "data" / "authored_train.jsonl"], out, TINY)
