"""Which words sound alike: the ground that `Names` stands on."""

import pytest

from lingotype.translation.checks.names.sounds import are_alike

ALIKE = """
ru en: Шекспира Shakespeare, Чайковскому Tchaikovsky, Хемингуэй Hemingway, Цукербергом Zuckerberg
ru en: Гюго Hugo, Хьюстоне Houston
ru en: Джонса Jones, Хокул Hochul, Уайт White, Уильямс Williams, Вашингтон Washington, Хьюз Hughes, Райт Wright, Си Xi
ru en: Хуарес Juárez, Майкл Michael, Тэтчер Thatcher, Чарльз Charles, Эйзенхауэр Eisenhower, Ельцин Yeltsin
ru en: Квинс Queens
ru az: Трампа Trampın, Зеленского Zelenskinin, Вашингтоне Vaşinqtonda, Джонс Cons, Цукерберг Zukerberq, Алиев Əliyev
ru he: Трамп לטראמפ, Зеленский זלנסקי, Шекспир שייקספיר, Чайковский צ'ייקובסקי, Гюго הוגו
ru he: Вашингтон וושינגטון, Уайт וייט
ru uk: Зеленский Зеленський, Хемингуэй Гемінґвей, Хьюстон Г’юстон, Николаев Миколаїв, Львов Львова
ru be: Щербаков Шчарбакоў, Тихановская Ціханоўская, Хемингуэй Хэмінгуэй, Дмитрий Дзмітрый
ru es: Чайковский Chaikovski, Зеленский Zelenski
"""
UNLIKE = """
ru en: Путин Biden, Хокул Adams, Трамп Biden, Маск Bezos, Гюго Pelevin, Мета Goal, Джонс Smith
ru en: Коул Hale, Адамс Bloomberg
ru en: Бруклин Harlem, Варшава Prague, Зеленский Putin, Хьюстон Dallas, Ли Lopez
ru uk: Харьков Одеса, Цукерберг Кьюбан, Чайковский Шостакович
ru he: Цукерберг מאסק, Трамп ביידן
ru az: Макрон Şolts, Хьюстон Dallas
"""


def rows(table: str) -> list[tuple[str, str, str, str]]:
    lines = (line.split(": ") for line in table.strip().splitlines())
    return [(*languages.split(), *pair.split()) for languages, pairs in lines for pair in pairs.split(", ")]


@pytest.mark.parametrize(("lang", "other_lang", "word", "other"), rows(ALIKE))
def test_alike(lang: str, other_lang: str, word: str, other: str) -> None:
    assert are_alike(word, lang, other, other_lang)
    assert are_alike(other, other_lang, word, lang)


@pytest.mark.parametrize(("lang", "other_lang", "word", "other"), rows(UNLIKE))
def test_unlike(lang: str, other_lang: str, word: str, other: str) -> None:
    assert not are_alike(word, lang, other, other_lang)
