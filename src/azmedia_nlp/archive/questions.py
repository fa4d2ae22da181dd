"""The SQL of the ready questions, and the conditions that narrow them.

``a e m q r t`` are articles, entities, mentions, quotations, roles, times throughout.
"""

from __future__ import annotations

from typing import Any, Final

from azmedia_nlp.archive.matching import fold


class Filters:
    """Conditions that hold together, and the values that they name."""

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self.values: dict[str, Any] = {}

    def add(self, condition: str, **values: Any) -> None:
        """Narrow the question down."""
        self._conditions.append(condition)
        self.values.update(values)

    def where(self) -> str:
        """What stands after WHERE."""
        return " AND ".join(f"({condition})" for condition in self._conditions) or "true"


def title_words(title: str) -> list[str]:
    """The words of a title, as the column ``key`` of roles has them."""
    return fold(title).split()


NAMES: Final = """
CREATE TABLE names AS
SELECT row_number() OVER (ORDER BY key, label) AS number,
       label, key, mode(name) AS name, string_split(key, ' ') AS words,
       regexp_extract_all(key, '(?:^| )(.)', 1) AS letters,
       translate(key, 'eşç', 'asj') AS typed, string_split(typed, ' ') AS typed_words
FROM (
    SELECT label, key, name FROM entities
    UNION ALL
    SELECT label, unnest(keys), name FROM entities WHERE len(keys) > 1
)
GROUP BY label, key
"""
FINGERPRINTS: Final = """
SELECT id, fingerprint FROM articles
WHERE fingerprint IS NOT NULL ORDER BY day NULLS LAST, id
"""
REPEATED: Final = "SELECT id FROM articles GROUP BY id HAVING count(*) > 1 ORDER BY id"
OUTLETS: Final = "SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL"
OCCURS: Final = "SELECT 1 FROM quotations q WHERE regexp_matches(q.key, $topic) LIMIT 1"

SPOKEN_BY: Final = """
(q.article, q.speaker) IN (SELECT (article, id) FROM entities WHERE list_has_any(keys, $speakers))
OR (q.speaker IS NULL AND list_contains($speakers, q.speaker_key))
"""
ABOUT_NAME: Final = """
list_has_any(q.about, (
    SELECT list(id) FROM entities e WHERE e.article = q.article AND list_has_any(e.keys, $topics)
))
"""
HELD_BY: Final = """
(r.article, r.person) IN (SELECT (article, id) FROM entities WHERE list_has_any(keys, $people))
"""
HELD_AT: Final = """
(r.article, r.organization) IN (
    SELECT (article, id) FROM entities WHERE list_has_any(keys, $bodies)
) OR (r.article, r.place) IN (
    SELECT (article, id) FROM entities WHERE list_has_any(keys, $bodies)
)
"""
TITLED: Final = "list_has_all(string_split(r.key, ' '), $title)"

_QUOTED: Final = """
a.day, a.outlet, coalesce(q.speaker_name, q.speaker_text) AS speaker, q.kind, q.text,
q.cue_lemma AS cue, a.title, a.id AS article, a.url, q.start, q."end"
"""
QUOTATIONS: Final = """
SELECT {columns}
FROM quotations q JOIN articles a ON a.id = q.article
WHERE {where}
ORDER BY a.day DESC NULLS LAST, a.id, q.start
""".replace("{columns}", _QUOTED)
QUOTATIONS_ONCE: Final = """
SELECT {columns}, count(DISTINCT a.id) OVER same AS articles
FROM quotations q JOIN articles a ON a.id = q.article LEFT JOIN stories s ON s.article = a.id
WHERE {where}
WINDOW same AS (PARTITION BY coalesce(s.story, a.id), q.speaker_key, q.key)
QUALIFY row_number() OVER (
    PARTITION BY coalesce(s.story, a.id), q.speaker_key, q.key
    ORDER BY a.day NULLS LAST, a.id, q.start
) = 1
ORDER BY a.day DESC NULLS LAST, a.id, q.start
""".replace("{columns}", _QUOTED)
PEOPLE: Final = """
WITH spoken AS (
    SELECT article, speaker, count(*) AS quotations FROM quotations GROUP BY article, speaker
)
SELECT mode(e.name) AS name, count(DISTINCT e.article) AS articles,
       sum(e.mentions)::BIGINT AS mentions, coalesce(sum(s.quotations), 0)::BIGINT AS quotations,
       min(a.day) AS first, max(a.day) AS last
FROM entities e
JOIN articles a ON a.id = e.article
LEFT JOIN spoken s ON s.article = e.article AND s.speaker = e.id
WHERE {where}
GROUP BY e.key
ORDER BY {order} DESC, mentions DESC, name
"""
ROLES: Final = """
SELECT r.person_name AS person, mode(r.title) AS title, r.organization_name AS organization,
       r.place_name AS place, r.host_name AS host, r.status,
       count(DISTINCT r.article) AS articles, min(a.day) AS first, max(a.day) AS last
FROM roles r JOIN articles a ON a.id = r.article
WHERE {where}
GROUP BY r.person_name, r.key, r.organization_name, r.place_name, r.host_name, r.status
ORDER BY last DESC NULLS LAST, articles DESC, person, title
"""

_DATED: Final = """
FROM (
    SELECT DISTINCT m.article, m.sentence
    FROM entities e JOIN mentions m ON m.article = e.article AND m.entity = e.id
    WHERE list_has_any(e.keys, $entity)
) n
JOIN times t ON t.article = n.article AND t.sentence = n.sentence
JOIN articles a ON a.id = t.article
"""
TIMELINE: Final = """
SELECT t."begin", t.value, t.text AS time,
       a.text[t.sentence_start + 1 : t.sentence_end] AS sentence,
       a.day AS published, a.outlet, a.id AS article, a.url, t.start
{dated}
WHERE t."begin" IS NOT NULL AND {where}
ORDER BY t."begin", a.day, a.id, t.start
""".replace("{dated}", _DATED)
TIMELINE_ONCE: Final = """
WITH dated AS (
    SELECT t."begin", t.value, t.text, t.sentence_start, t.sentence_end, a.id, a.day,
           coalesce(s.story, a.id) AS story
    {dated}
    LEFT JOIN stories s ON s.article = a.id
    WHERE t."begin" IS NOT NULL AND {where}
), once AS (
    SELECT story, "begin", value, count(DISTINCT id) AS articles, min(day) AS published,
           arg_min(struct_pack(text, sentence_start, sentence_end, id), (day, id)) AS told
    FROM dated GROUP BY story, "begin", value
)
SELECT o."begin", o.value, o.told.text AS time,
       a.text[o.told.sentence_start + 1 : o.told.sentence_end] AS sentence,
       o.published, o.articles, a.id AS article
FROM once o JOIN articles a ON a.id = o.told.id
ORDER BY o."begin", a.id
""".replace("{dated}", _DATED)
_TOGETHER: Final = """
WITH named AS (
    SELECT DISTINCT hash(e.article) AS article, {place} AS place, n.number
    FROM {placed}
    JOIN names n ON n.label = e.label AND n.key = e.key
    JOIN articles a ON a.id = e.article
    WHERE {where}
), meant AS (
    SELECT number FROM names WHERE $keys IS NULL OR list_contains($keys, key)
), counted AS ({counted})
SELECT n.name, n.label, o.name AS other, o.label AS other_label, c.together, c.articles
FROM counted c JOIN names n ON n.number = c.number JOIN names o ON o.number = c.other
ORDER BY c.together DESC, n.name, o.name, n.label, o.label
"""
_MET: Final = """
    FROM named l JOIN named r
      ON l.article = r.article AND l.place = r.place AND l.number < r.number
    WHERE l.number IN (FROM meant) OR r.number IN (FROM meant)
    GROUP BY ALL
"""
_IN_ARTICLE: Final = (
    "SELECT l.number, r.number AS other, count(*) AS together, count(*) AS articles" + _MET
)
# Two steps: a count of distinct articles a pair would take twice the time.
_IN_SENTENCE: Final = """
    SELECT number, other, sum(times)::BIGINT AS together, count(*) AS articles
    FROM (SELECT l.number, r.number AS other, l.article, count(*) AS times {met})
    GROUP BY ALL
""".replace("{met}", _MET)
TOGETHER_IN: Final = {
    "sentence": _TOGETHER.replace("{place}", "m.sentence")
    .replace("{placed}", "entities e JOIN mentions m ON m.article = e.article AND m.entity = e.id")
    .replace("{counted}", _IN_SENTENCE),
    "article": _TOGETHER.replace("{place}", "0")
    .replace("{placed}", "entities e")
    .replace("{counted}", _IN_ARTICLE),
}
