"""A small archive's worth of articles; the people, bodies and events in them are invented."""

_WIRE = """{title}
{day} mart 2025
{outlet} xəbər verir ki, Şəki şəhərində “İpək yolu” muzeyi açılıb.
Muzeyin açılışında Mədəniyyət Nazirliyinin şöbə müdiri Nərmin Qaratağlı iştirak edib.
N.Qaratağlı bildirib ki, ilk sərgi mayın 12-də açılacaq: “Bu, on ilin zəhmətidir, yolumuz uzundur”.
O, muzeyin hər gün saat 10:00-dan işləyəcəyini əlavə edib.
Qeyd edək ki, muzeyin binası 1998-ci ildə tikilib və iki dəfə təmir olunub.
Tədbirin sonunda qonaqlar üçün konsert proqramı təqdim olunub, sonra eksponatlara baxış keçirilib.
"""

RECORDS = [
    {"id": "w1", "outlet": "Xəzri",
     "text": _WIRE.format(title="Şəkidə yeni muzey açılıb", day=14, outlet="“Xəzri”")},
    {"id": "w2", "outlet": "Körpü",
     "text": _WIRE.format(title="“İpək yolu” qonaqlarını gözləyir", day=15, outlet="“Körpü”")},
    {"id": "w3", "outlet": "Səda",
     "text": _WIRE.format(title="Şəkinin yeni ünvanı", day=14, outlet="“Səda”")},
    {"id": "a1", "outlet": "Xəzri", "published": "2025-04-02", "rubrika": "iqtisadiyyat",
     "url": "https://xezri.example/a1",
     "text": "Neft Daşlarında iş bərpa olunub\n“Mavi Dalğa” şirkətinin direktoru Elçin Əliyevski "
     "jurnalistlərə müsahibə verib.\nE.Əliyevski deyib: “Neftin qiyməti bizi qorxutmur”.\n"
     "O, Bakıda yeni ofisin iyunun 1-də açılacağını söyləyib."},
    {"id": "a2", "outlet": "Səda", "published": "2025-04-20",
     "text": "Bakıda forum keçirilib\nForumda “Mavi Dalğa” şirkətinin keçmiş direktoru Cəmilə "
     "Quluzadə çıxış edib.\nC.Quluzadə vurğulayıb ki, Bakı gələn il yeni forum qəbul edəcək.\n"
     "“Bakı Dövlət Universiteti ilə müqavilə bağlamışıq”, – deyə C.Quluzadə bildirib."},
    {"id": "a3", "outlet": "Körpü", "published": "2025-05-03T09:00",
     "text": "Mahmud Əliyevski Bakıya gəlib\nDeputat Mahmud Əliyevski bildirib ki, "
     "müqavilələr mayın 5-də imzalanacaq."},
    {"id": "bad", "text": 7},
    {"id": "lone", "text": "Tək \ud800 surroqat. Elçin Bakıya gəlib."},
    {"id": "none", "published": "2025-05-03"},
]  # fmt: skip
