-- What the overview counts, over the tables of an archive; one statement a block.
-- A name is known by its key, which is one for all spellings; shown is the commonest.

CREATE TEMP TABLE papers AS
SELECT id AS article, coalesce(outlet, sources[1], '–') AS outlet, strftime(day, '%Y-%m') AS month,
       strftime(day, '%Y-%m-%d') AS day
FROM articles;

CREATE TEMP TABLE known AS
SELECT key, name, label
FROM (SELECT key, name, label, count(*) AS n FROM entities GROUP BY ALL)
QUALIFY row_number() OVER (PARTITION BY key ORDER BY n DESC, name, label) = 1;

CREATE TEMP TABLE said AS
SELECT q.article, q.kind, q.key AS words, e.key AS speaker, p.outlet, p.month, q.about
FROM quotations q
JOIN entities e ON e.article = q.article AND e.id = q.speaker
JOIN papers p ON p.article = q.article;

CREATE TEMP TABLE voices AS
SELECT speaker, count(DISTINCT words) AS statements, count(*) AS printed,
       count(*) FILTER (kind = 'direct') AS direct, count(DISTINCT article) AS articles,
       count(DISTINCT outlet) AS outlets
FROM said GROUP BY speaker;
