"""What surrounds a parse changes nothing: machine, threads, processes; damage is told."""

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import azmedia_nlp
import seed_gold
from azmedia_nlp import ArticleParser, LexiconError, ModelError, parse_article, to_json
from azmedia_nlp.alphabet import lower, upper
from azmedia_nlp.lexicon import parse_lexicon
from azmedia_nlp.names.gazetteer import Place
from azmedia_nlp.names.pack import BUNDLED, read_pack
from test_laws import check_laws

SEED = seed_gold.SEED.read_text(encoding="utf-8")
DATA = Path(azmedia_nlp.__file__).parent / "data"
CHECKSUMS = azmedia_nlp.lexicon._checksums()
PLACES = 200

QUIET = """
import sys
def watch(event, arguments):
    if event.startswith("socket.") or (event == "open" and set(str(arguments[1])) & set("wax+")):
        raise SystemExit(f"{event} {arguments}")
import azmedia_nlp
sys.addaudithook(watch)
text = sys.stdin.buffer.read().decode()
article = azmedia_nlp.parse_article(text)
azmedia_nlp.parse_date("18 November 2025")
sys.stdout.buffer.write(azmedia_nlp.to_json(article).encode())
"""


def read_elsewhere(code=QUIET, **environment):
    """The seed's JSON from a process that may open no socket and write no file."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        input=SEED.encode(),
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": ":".join(sys.path), **environment},
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode()


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "TZ": "America/New_York", "PYTHONDONTWRITEBYTECODE": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PYTHONDONTWRITEBYTECODE": "1"},
        {"LC_ALL": "az_AZ.UTF-8", "TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "0"},
    ],
    ids=lambda environment: environment["LC_ALL"],
)
def test_the_machine_changes_nothing(environment):
    assert read_elsewhere(**environment) == to_json(parse_article(SEED))


@pytest.fixture
def read_only(tmp_path):
    """A copy of the package into which nobody may write; root may, whatever modes say."""
    package = tmp_path / "azmedia_nlp"
    shutil.copytree(DATA.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (package, *package.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield package
    for path in (package, *package.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


def listing(folder):
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")))
    return [(path, stat.st_mode, stat.st_size, stat.st_mtime_ns) for path, stat in found]


def test_an_installation_may_be_read_only(read_only):
    before = listing(read_only)
    # Where modes bind nobody, Python itself would write the modules that it compiled.
    bytecode = {"PYTHONDONTWRITEBYTECODE": "1"} if os.access(read_only, os.W_OK) else {}
    found = read_elsewhere(
        f"{QUIET}\nassert azmedia_nlp.__path__ == [{str(read_only)!r}], azmedia_nlp.__path__",
        PYTHONPATH=":".join([str(read_only.parent), *sys.path]),
        **bytecode,
    )
    assert found == to_json(parse_article(SEED))
    assert listing(read_only) == before


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_however_started_give_the_same(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system starts no process by {method}")
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(ArticleParser(), [SEED] * 2)) == [parse_article(SEED)] * 2


def test_a_read_only_installation_reads_and_stays_as_it_is(tmp_path):
    package = tmp_path / "azmedia_nlp"
    shutil.copytree(DATA.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    paths = [package, *package.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        path = ":".join([str(tmp_path), *sys.path])
        read = read_elsewhere(PYTHONPATH=path, PYTHONDONTWRITEBYTECODE="1")
        assert sorted(package.rglob("*")) == sorted(paths[1:])
    finally:
        for path in paths:
            path.chmod(0o755)
    assert read == to_json(parse_article(SEED))


def test_eight_threads_on_one_parser_give_the_same_as_one():
    texts = [seed_gold.variant_gold(item)["text"] for item in seed_gold.variants()]
    parser = ArticleParser()
    alone = [parser(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parser, texts)) == alone


def damaged(content, generator):
    """The bytes cut short, or with one bit turned."""
    at = generator.randrange(len(content))
    if generator.random() < 0.5:
        return content[:at]
    return content[:at] + bytes([content[at] ^ (1 << generator.randrange(8))]) + content[at + 1 :]


def test_a_damaged_pack_is_refused():
    content = (DATA / BUNDLED).read_bytes()
    generator = random.Random(5)
    for _ in range(PLACES):
        with pytest.raises(ModelError):
            read_pack(damaged(content, generator), where="damaged.pack")


def test_a_damaged_lexicon_is_refused(monkeypatch):
    shipped = azmedia_nlp.lexicon._shipped
    names = sorted(path.name for path in (DATA / "lexicon").glob("*.tsv"))
    generator = random.Random(5)
    for _ in range(PLACES):
        name = generator.choice(names)
        content = damaged(shipped(name), generator)
        monkeypatch.setattr(azmedia_nlp.lexicon, "_shipped", {name: content}.get)
        monkeypatch.setattr(azmedia_nlp.lexicon, "_checksums", lambda: CHECKSUMS)
        with pytest.raises(LexiconError, match=f"lexicon/{name}: its checksum"):
            azmedia_nlp.lexicon._content(name)


def test_a_missing_lexicon_is_told():
    with pytest.raises(LexiconError, match=r"lexicon/nowhere\.tsv: .*install the library anew"):
        azmedia_nlp.lexicon._content("nowhere.tsv")


def test_every_lexicon_has_its_checksum():
    names = {path.name for path in (DATA / "lexicon").glob("*.tsv")}
    assert set(CHECKSUMS) == names
    for name in names:
        azmedia_nlp.lexicon._content(name)


def test_a_cell_of_the_wrong_kind_names_its_line():
    content = "name\tlabel\tkind\nBakı\tGPE\tcity\nGəncə\tŞƏHƏR\tcity\n"
    with pytest.raises(LexiconError, match=r"places\.tsv:3"):
        parse_lexicon(content, Place, where="places.tsv")


def shuffled(text, generator):
    lines = text.split("\n")
    generator.shuffle(lines)
    return "\n".join(lines)


def doubled(text, generator):
    lines = text.split("\n")
    at = generator.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def without_marks(text, generator):
    return "".join(char for char in text if char not in '“”"«».,' or generator.random() < 0.5)


def other_script(text, generator):
    table = str.maketrans("aeoəc", "аеоәс") if generator.random() < 0.5 else str.maketrans("ə", "ǝ")
    return text.translate(table)


MUTATIONS = (
    shuffled,
    doubled,
    without_marks,
    other_script,
    lambda text, _: upper(text),
    lambda text, _: lower(text),
    lambda text, generator: text[generator.randrange(len(text)) :],
    lambda text, _: text.replace(" ", "\u00a0"),
    lambda text, _: text.replace("\n", "\r\n"),
    lambda text, _: text.replace("i", "i\u0307"),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3))
def test_a_mutated_article_keeps_the_laws(number, mutations):
    generator = random.Random(number)
    text = SEED
    for mutate in mutations:
        text = mutate(text, generator) or " "
    check_laws(text)


# A text may end anywhere: each of these once ran beyond its end.
CROWDED = (
    "Prof. Ursula fon der Leyen (ABŞ-ın səfiri) və M.Ə. Rzalı “Kür” MMC-nin, 18.11.2025-də saat "
    "14:00-dan etibarən: “Sülh olsun”, – deyə o, “Xəbər”ə bildirib ki, Bakı–Quba yolu və s. "
    "Məhəmməd bin Salman, 1 250 000 manat, Elçin da"
)


@pytest.mark.parametrize("end", range(len(CROWDED) + 1))
def test_a_text_may_end_anywhere(end):
    check_laws(CROWDED[:end])
