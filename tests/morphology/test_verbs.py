"""Verb forms: from a stem to its forms, and from a word to the clause it turns into a noun."""

import pytest

from azmedia_nlp.morphology.verbs import passive, read_nominal, verb_forms


@pytest.mark.parametrize(
    ("stem", "word", "kind", "tense", "person"),
    [
        ("bildir", "bildirib", "finite", "perfect", "3"),
        ("bildir", "bildiriblər", "finite", "perfect", "3pl"),
        ("bildir", "bildirmişdir", "finite", "narrative", "3"),
        ("bildir", "bildirmişdi", "finite", "pluperfect", "3"),
        ("bildir", "bildirdi", "finite", "past", "3"),
        ("bildir", "bildirdilər", "finite", "past", "3pl"),
        ("bildir", "bildirir", "finite", "present", "3"),
        ("bildir", "bildirirdi", "finite", "imperfect", "3"),
        ("bildir", "bildirəcək", "finite", "future", "3"),
        ("bildir", "bildirərdi", "finite", "habitual", "3"),
        ("bildir", "bildirməlidir", "finite", "necessity", "3"),
        ("bildir", "bildirsə", "finite", "conditional", "3"),
        ("bildir", "bildirək", "finite", "optative", "1pl"),
        ("bildir", "bildirən", "participle", "active", None),
        ("bildir", "bildirərək", "converb", "manner", None),
        ("de", "deyib", "finite", "perfect", "3"),
        ("de", "deyir", "finite", "present", "3"),
        ("de", "dedi", "finite", "past", "3"),
        ("de", "deyən", "participle", "active", None),
        ("et", "edib", "finite", "perfect", "3"),
        ("et", "etdi", "finite", "past", "3"),
        ("et", "edək", "finite", "optative", "1pl"),
        ("et", "edərkən", "converb", "while", None),
        ("söylə", "söyləyib", "finite", "perfect", "3"),
        ("vurğula", "vurğulayır", "finite", "present", "3"),
        ("xatırlat", "xatırladaq", "finite", "optative", "1pl"),
        ("yaz", "yazacağıq", "finite", "future", "1pl"),
        ("danış", "danışacağam", "finite", "future", "1sg"),
    ],
)
def test_forms(stem, word, kind, tense, person):
    form = verb_forms(stem)[word][0]
    assert (form.kind, form.tense, form.person) == (kind, tense, person)
    assert form.voice == "active"
    assert not form.negated


@pytest.mark.parametrize(
    ("stem", "word", "tense"),
    [
        ("bildir", "bildirilib", "perfect"),
        ("de", "deyilir", "present"),
        ("et", "edilmişdir", "narrative"),
        ("ol", "olunub", "perfect"),
        ("vurğula", "vurğulanıb", "perfect"),
        ("yay", "yayılıb", "perfect"),
    ],
)
def test_passives(stem, word, tense):
    form = verb_forms(stem)[word][0]
    assert (form.voice, form.tense) == ("passive", tense)


@pytest.mark.parametrize(
    ("stem", "word"),
    [("de", "demir"), ("de", "deməyib"), ("et", "etmədi"), ("yaz", "yazmaz"), ("bil", "bilmirlər")],
)
def test_negatives(stem, word):
    assert verb_forms(stem)[word][0].negated


@pytest.mark.parametrize(
    ("stem", "word"),
    [("de", "deib"), ("et", "etib"), ("de", "deməyir"), ("yaz", "yazıyır"), ("bildir", "bildirub")],
)
def test_what_nobody_says(stem, word):
    assert word not in verb_forms(stem)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("ver", "veril"), ("al", "alın"), ("de", "deyil"), ("açıqla", "açıqlan"), ("et", "edil")],
)
def test_passive_stems(stem, expected):
    assert passive(stem) == expected


@pytest.mark.parametrize(
    ("word", "tense", "case", "plural"),
    [
        ("olduğunu", "fact", "acc", False),
        ("olduqlarını", "fact", "acc", True),
        ("gəldiyini", "fact", "acc", False),
        ("dediyinə", "fact", "dat", False),
        ("etmədiyini", "fact", "acc", False),
        ("bitdiyi", "fact", "nom", False),
        ("verəcəyini", "prospect", "acc", False),
        ("verilməyəcəyini", "prospect", "acc", False),
        ("qalacağına", "prospect", "dat", False),
        ("çatacağı", "prospect", "nom", False),
        ("keçirilməsini", "action", "acc", False),
        ("açılmasına", "action", "dat", False),
        ("vurmağı", "infinitive", "nom", False),
    ],
)
def test_nominals(word, tense, case, plural):
    form = read_nominal(word)
    assert form is not None
    assert (form.tense, form.case, form.plural) == (tense, case, plural)


@pytest.mark.parametrize(
    "word",
    ["dostluğunu", "qardaşlığını", "kitabını", "adını", "əhəmiyyətini", "bildirib", "yol", "ə", ""],
)
def test_other_nouns_are_no_nominals(word):
    assert read_nominal(word) is None
