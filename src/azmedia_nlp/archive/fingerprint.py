"""A near-duplicate key: MinHash signatures of word triples, by datasketch.

Ten outlets print one agency's story under ten headlines. The signature is that of the
body alone; the share of places in which two signatures agree estimates how many of their
triples two bodies share (Broder 1997).
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from azmedia_nlp.annotations import Article
from azmedia_nlp.archive.matching import fold
from azmedia_nlp.extras import require

PLACES: Final = 64
_SHINGLE: Final = 3
_SEED: Final = 1


def fingerprint(article: Article) -> bytes | None:
    """The signature of an article: 64 numbers of 16 bits, little-endian; None without words."""
    words = _body(article).split()
    if not words:
        return None
    width = min(_SHINGLE, len(words))
    triples = {" ".join(words[at : at + width]) for at in range(len(words) - width + 1)}
    sketch = _blank().copy()
    sketch.update_batch([triple.encode("utf-8", "replace") for triple in sorted(triples)])
    packed: bytes = sketch.hashvalues.astype("<u2").tobytes()
    return packed


def _body(article: Article) -> str:
    """The folded body: headlines, date lines and page furniture differ from outlet to outlet."""
    body = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "body"]
    return fold("\n".join(body) or article.text)


@cache
def _blank() -> Any:
    return require("datasketch", "archive").MinHash(num_perm=PLACES, seed=_SEED, scheme="affine32")
