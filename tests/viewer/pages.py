"""Articles for the tests of the viewer; events and people are invented."""

from azmedia_nlp import parse_article

MUSEUM = """Şəkidə yeni muzey açılıb
14 mart 2025, 16:20
Şəki şəhərində “İpək yolu” muzeyi açılıb.
Muzeyin açılışında Mədəniyyət Nazirliyinin şöbə müdiri Nərmin Qaratağlı iştirak edib.
N.Qaratağlı bildirib ki, ilk sərgi mayın 12-də açılacaq: “Bu, on ilin zəhmətidir”.
O, muzeyin hər gün saat 10:00-dan işləyəcəyini əlavə edib.
Ekspertlərin sözlərinə görə, bu addım turizmə xeyir verəcək.
Bələdiyyə sədri Vüqar Daşdəmirli qeyd edib ki, yol ötən ay təmir olunub.
"""


def museum():
    return parse_article(MUSEUM)


def long_article(words):
    """One article of at least so many words: lines of the museum's, told again."""
    title, date, *lines = MUSEUM.splitlines()
    text = [title, date]
    count = len(MUSEUM.split())
    text += lines * (words // count + 1)
    return parse_article("\n".join(text))
