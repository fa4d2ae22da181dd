"""Changed copies of training articles: mentions move with the text, names keep their case."""

import json
import random
from pathlib import Path

import pytest

pytest.importorskip("training.augmentation", reason="the trainer stands beside the package only")

from training.augmentation import augment, with_other_names, with_title_in_capitals

ARTICLES = Path(__file__).parent.parent / "training" / "data" / "authored_train.jsonl"


def article(text, *names):
    mentions = [
        {"start": text.index(name), "end": text.index(name) + len(name), "label": label}
        for name, label in names
    ]
    return {"text": text, "mentions": mentions}


def test_mentions_move_with_the_text():
    gold = article(
        "Vali Elçin Rzayevə dedi, sonra Gəncədən Nazirliyə getdi.",
        ("Elçin Rzayevə", "PER"),
        ("Gəncədən", "GPE"),
        ("Nazirliyə", "ORG"),
    )
    for seed in range(20):
        other = with_other_names(gold, random.Random(seed))
        person, city, body = (other["text"][m["start"] : m["end"]] for m in other["mentions"])
        assert person != "Elçin Rzayevə"
        assert person[-1] in "aə"
        assert city.endswith(("dan", "dən"))
        assert body == "Nazirliyə"
        assert other["text"].startswith("Vali ")


def test_one_name_gets_one_other_name():
    gold = article("Elçin Rzayev gəldi. Sonra Elçin Rzayev getdi.", ("Elçin Rzayev", "PER"))
    again = gold["text"].rindex("Elçin")
    gold["mentions"].append({"start": again, "end": again + len("Elçin Rzayev"), "label": "PER"})
    other = with_other_names(gold, random.Random(2))
    first, second = (other["text"][m["start"] : m["end"]] for m in other["mentions"])
    assert first == second


def test_a_title_is_shouted_the_azerbaijani_way():
    assert with_title_in_capitals({"text": "İki ışıq\nBir", "mentions": []})["text"] == (
        "İKİ IŞIQ\nBir"
    )


def test_every_copy_keeps_its_labels_and_the_same_seed_its_text():
    for line in ARTICLES.read_text(encoding="utf-8").splitlines()[:30]:
        gold = json.loads(line)
        copies = [augment(gold, random.Random(7)) for _ in range(2)]
        assert copies[0] == copies[1]
        labels = sorted(mention["label"] for mention in gold["mentions"])
        assert sorted(mention["label"] for mention in copies[0]["mentions"]) == labels
        assert all(m["start"] < m["end"] <= len(copies[0]["text"]) for m in copies[0]["mentions"])
