"""Archives for the tests of the overview: tables of Parquet, written by DuckDB."""

from azmedia_nlp.archive.manifest import Manifest, Part, write_manifest

PEOPLE = ("Elçin Qaralı", "Nərmin Qaratağlı", "Vüqar Daşdəmirli", "<b>Aygün</b> & “Saraylı”")
OUTLETS = ("Qala Xəbər", "Şəki TV", None)


def rows(count):
    """Articles in turn by three outlets; person n speaks of person n + 1."""
    tables = {"articles": [], "entities": [], "roles": [], "quotations": []}
    for number in range(count):
        key = f"a{number}"
        month = 1 + number % 12
        day = f"2025-{month:02}-15"
        outlet = OUTLETS[number % len(OUTLETS)]
        tables["articles"].append((key, outlet, day, ["Report"]))
        speaker, subject = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
        for at, name in enumerate((speaker, subject), start=1):
            tables["entities"].append((key, f"e{at}", "PER", name, name.lower()))
        tables["entities"].append((key, "e3", "ORG", "Şəki Muzeyi", "şəki muzeyi"))
        tables["roles"].append((key, "e1", "direktor", "Şəki Muzeyi", None, "current"))
        kind = "direct" if number % 2 else "indirect"
        about = ["e2", "e3"]
        tables["quotations"].append((key, kind, "e1", f"söz {number % 7}", about))
        tables["quotations"].append((key, "direct", None, "kimsə", []))
    return tables


COLUMNS = {
    "articles": "id VARCHAR, outlet VARCHAR, day DATE, sources VARCHAR[]",
    "entities": "article VARCHAR, id VARCHAR, label VARCHAR, name VARCHAR, key VARCHAR",
    "roles": "article VARCHAR, person VARCHAR, title VARCHAR, organization_name VARCHAR, "
    "place_name VARCHAR, status VARCHAR",
    "quotations": "article VARCHAR, kind VARCHAR, speaker VARCHAR, key VARCHAR, about VARCHAR[]",
}


def write_archive(duckdb, folder, count):
    """An archive of *count* articles with its manifest."""
    connection = duckdb.connect()
    for table, found in rows(count).items():
        (folder / table).mkdir(parents=True)
        connection.execute(f"CREATE TABLE {table} ({COLUMNS[table]})")
        marks = ", ".join("?" * len(found[0]))
        for row in found:
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        path = str(folder / table / "part-00000.parquet").replace("'", "''")
        connection.execute(f"COPY {table} TO '{path}'")
        (folder / table / "part-00001.parquet").write_bytes(b"half a part")
    part = Part("part-00000.parquet", records=count, articles=count, failures=0, digest="")
    write_manifest(folder, Manifest("0.0.0", parts=(part,)))
    return folder
