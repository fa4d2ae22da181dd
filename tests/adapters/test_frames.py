"""pandas: a frame a kind, joined by the article's id."""

import pytest

from azmedia_nlp.adapters import to_frames
from azmedia_nlp.adapters.frames import TABLES
from viewer.pages import museum


def test_frames_hold_what_the_articles_hold():
    pytest.importorskip("pandas")
    article = museum()
    frames = to_frames([article, article], ids=["a", "b"])
    assert list(frames) == list(TABLES)
    for table in ("entities", "mentions", "times", "roles", "quotations"):
        assert len(frames[table]) == 2 * len(getattr(article, table))
        assert tuple(frames[table].columns) == TABLES[table]
    said = frames["quotations"]
    assert set(said[said.article == "b"].speaker_name.dropna()) >= {"Nərmin Qaratağlı"}
    assert frames["roles"].title[0] == "şöbə müdiri"
    assert frames["roles"].organization_name[0] == "Mədəniyyət Nazirliyi"


def test_no_articles_give_empty_frames():
    pytest.importorskip("pandas")
    assert all(frame.empty for frame in to_frames([]).values())


def test_ids_are_one_an_article():
    pytest.importorskip("pandas")
    with pytest.raises(ValueError, match="zip"):
        to_frames([museum()], ids=["a", "b"])
