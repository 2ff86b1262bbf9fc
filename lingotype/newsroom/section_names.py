"""What usual sections are called in each language, as newspapers call them: written by people, not by an engine."""

from collections.abc import Mapping

SECTION_NAMES: Mapping[str, Mapping[str, str]] = {
    "news": {
        "ru": "Новости", "en": "News", "uk": "Новини", "be": "Навіны", "az": "Xəbərlər", "es": "Noticias",
        "he": "חדשות",
    },
    "world": {
        "ru": "В мире", "en": "World", "uk": "Світ", "be": "У свеце", "az": "Dünya", "es": "Mundo", "he": "בעולם",
    },
    "city": {
        "ru": "Город", "en": "City", "uk": "Місто", "be": "Горад", "az": "Şəhər", "es": "Ciudad", "he": "העיר",
    },
    "politics": {
        "ru": "Политика", "en": "Politics", "uk": "Політика", "be": "Палітыка", "az": "Siyasət", "es": "Política",
        "he": "פוליטיקה",
    },
    "society": {
        "ru": "Общество", "en": "Society", "uk": "Суспільство", "be": "Грамадства", "az": "Cəmiyyət",
        "es": "Sociedad", "he": "חברה",
    },
    "business": {
        "ru": "Экономика", "en": "Business", "uk": "Економіка", "be": "Эканоміка", "az": "İqtisadiyyat",
        "es": "Economía", "he": "כלכלה",
    },
    "culture": {
        "ru": "Культура", "en": "Culture", "uk": "Культура", "be": "Культура", "az": "Mədəniyyət", "es": "Cultura",
        "he": "תרבות",
    },
    "sport": {
        "ru": "Спорт", "en": "Sport", "uk": "Спорт", "be": "Спорт", "az": "İdman", "es": "Deportes", "he": "ספורט",
    },
    "opinion": {
        "ru": "Мнения", "en": "Opinion", "uk": "Думки", "be": "Меркаванні", "az": "Rəy", "es": "Opinión", "he": "דעות",
    },
    "health": {
        "ru": "Здоровье", "en": "Health", "uk": "Здоров’я", "be": "Здароўе", "az": "Səhiyyə", "es": "Salud",
        "he": "בריאות",
    },
    "education": {
        "ru": "Образование", "en": "Education", "uk": "Освіта", "be": "Адукацыя", "az": "Təhsil", "es": "Educación",
        "he": "חינוך",
    },
}  # fmt: skip
"""Titles by the section's slug and the language's code."""
