"""Texts as they really come, for laws about every text."""

from __future__ import annotations

from hypothesis import strategies as st

# What the rules look at, and what scraped pages bring along.
PIECES = (
    "Bakı", "gəldi", "ABŞ-ın", "2025-ci", "NATO'nun", "prof", "və s", "M.Ə.Kərimli",
    "Modern.az-a", "https://e-qanun.az/1", "info@xeber.example", "#qida", "@xeber", "3,5",
    "1 250 000", "13:54", "18.11.2025", "XX", "b.e.ə", "noyabr", "BAKI", "AZƏRTAC", "Foto:",
    "Oxunub: 5", "“", "”", "«", "»", '"', "'", "‘", "’", "(", ")", ".", "...", "…", "!", "?",
    "?!", ",", ":", ";", "-", "–", "—", "/", "%", "$", "№", "&", "|", " ", "\u00a0", "\u2009",
    "\n", "\r\n", "\t", "\u00ad", "\ufeff", "\u200b", "i\u0307", "ә", "ǝ", "сәс", "Bаkı",
    "o\u0308", "ｆ", "&quot;", "&nbsp;", "&#39;", "ﬁ", "🌼", "👨\u200d👩\u200d👧", "🇦🇿", "\x00",
    "\ud800", "\x1c", "сабах", "\u0301",
)  # fmt: skip

mixtures = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = st.one_of(mixtures, st.text(st.characters(), max_size=200))
