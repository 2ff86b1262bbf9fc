"""Names and titles in other letters, against spellings that people have agreed on."""

import pytest

from lingotype.language.transliteration import respell, to_latin

# The examples that Resolution 55 (2010) itself gives for its letters, word-initial and elsewhere.
UKRAINIAN = """
Алушта Alushta · Андрій Andrii · Борщагівка Borshchahivka · Вінниця Vinnytsia · Володимир Volodymyr · Гадяч Hadiach
Богдан Bohdan · Згурський Zghurskyi · Ґалаґан Galagan · Ґорґани Gorgany · Донецьк Donetsk · Рівне Rivne · Олег Oleh
Єнакієве Yenakiieve · Гаєвич Haievych · Короп’є Koropie · Житомир Zhytomyr · Жанна Zhanna · Закарпаття Zakarpattia
Медвин Medvyn · Михайленко Mykhailenko · Іванків Ivankiv · Їжакевич Yizhakevych · Кадиївка Kadyivka · Мар’їне Marine
Йосипівка Yosypivka · Стрий Stryi · Олексій Oleksii · Київ Kyiv · Лебедин Lebedyn · Миколаїв Mykolaiv · Ніжин Nizhyn
Харків Kharkiv · Біла-Церква Bila-Tserkva · Чернівці Chernivtsi · Шостка Shostka · Щербухи Shcherbukhy · Гоща Hoshcha
Гаращенко Harashchenko · Юрій Yurii · Корюківка Koriukivka · Яготин Yahotyn · Ярошенко Yaroshenko · Костянтин Kostiantyn
Знам’янка Znamianka · Феодосія Feodosiia · Розгон Rozghon · ЗГУРСЬКИЙ ZGHURSKYI
"""


@pytest.mark.parametrize("example", UKRAINIAN.replace("\n", "·").strip("·").split("·"))
def test_ukrainian_by_resolution_55(example: str) -> None:
    ukrainian, latin = example.split()
    assert to_latin(ukrainian, "uk") == latin


@pytest.mark.parametrize(
    ("lang", "text", "latin"),
    [
        ("ru", "Щука, ёж и мышь", "Shchuka, yozh i mysh"),
        ("ru", "Объявление о съезде", "Obyavlenie o sezde"),
        ("ru", "США и ООН", "SSHA i OON"),
        ("ru", "ЩИ Щи щи Щ", "SHCHI Shchi shchi Shch"),
        ("ru", "за\u0301мок", "zamok"),
        ("ru", "и\u0306од", "yod"),  # й in two code points
        ("ru", "Їжакевич", "Yizhakevich"),  # a foreign letter in the text
        ("be", "Магілёў, Беларусь", "Mahilyow, Belarus"),
        ("be", "Еўропа", "Yewropa"),
        ("be", "аб’ява", "abyava"),
        ("bg", "България, София", "Balgaria, Sofia"),
        ("kk", "Қазақстан", "Qazaqstan"),
        ("az", "Əliyev Şəki çığır", "Eliyev Seki cigir"),
        ("tr", "İstanbul, Iğdır", "Istanbul, Igdir"),
        ("es", "¿Qué pasó el año pasado?", "¿Que paso el ano pasado?"),
        ("de", "Straße über Öl", "Strasse ueber Oel"),
        ("fr", "Cœur façade", "Coeur facade"),
        ("pl", "Łódź", "Lodz"),
        ("he", "תל אביב", "tl aviv"),
        ("he", "תורה", "tora"),
        ("ar", "مدينة", "mdina"),
        ("en", "Straße 😀 don't", "Strasse 😀 don't"),
        ("xx", "Москва", "Moskva"),
    ],
)
def test_to_latin(lang: str, text: str, latin: str) -> None:
    assert to_latin(text, lang) == latin


@pytest.mark.parametrize(
    ("pair", "name", "respelled"),
    [
        ("ru uk", "Щербаков", "Щербаков"),
        ("ru uk", "Эйхенбаум", "Ейхенбаум"),
        ("ru uk", "Быков", "Биков"),
        ("ru uk", "Ильин", "Ільїн"),
        ("ru uk", "Раиса", "Раїса"),
        ("ru uk", "Елецкий", "Єлецький"),
        ("ru uk", "Достоевского", "Достоєвського"),
        ("ru uk", "Чичиков", "Чичиков"),
        ("ru uk", "Олегович", "Олегович"),
        ("ru uk", "Ёлкин", "Йолкін"),
        ("ru uk", "Соловьёв", "Соловйов"),
        ("ru uk", "Королёв", "Корольов"),
        ("ru uk", "Хрущёв", "Хрущов"),
        ("ru uk", "Фёдор", "Федор"),
        ("ru uk", "Подъяпольский", "Под’япольський"),
        ("ru uk", "свободный", "свободний"),
        ("ru uk", "ВЫБОРЫ", "ВИБОРИ"),
        ("ru be", "Щербаков", "Шчэрбакоў"),
        ("ru be", "Вяземский", "Вяземскі"),
        ("ru be", "Ирина", "Ірына"),
        ("ru be", "Жириновский", "Жырыноўскі"),
        ("ru be", "Подъяпольский", "Под’япольскі"),
        ("ru be", "Чёрный", "Чорны"),
        ("uk ru", "Їжакевич", "Ижакевич"),
        ("uk ru", "Ґалаґан", "Галаган"),
        ("uk ru", "В’ячеслав", "Вячеслав"),
        ("uk ru", "об'єкт", "объект"),
        ("uk ru", "Франківський", "Франкивский"),
        ("uk ru", "Соловйов", "Соловьёв"),
        ("be ru", "Віцебск", "Витебск"),
        ("be ru", "Быкаў", "Быков"),
        ("be ru", "Шчарбакова", "Щарбакова"),
        ("be ru", "Дзмітрый", "Дмитрий"),
        ("en es", "Brooks", "Brooks"),
        ("ru en", "Быков", "Bykov"),
        ("uk be", "Київ", "Київ"),
    ],
)
def test_respell(pair: str, name: str, respelled: str) -> None:
    source, target = pair.split()
    assert respell(name, source, target) == respelled


@pytest.mark.parametrize(
    ("source", "target", "foreign"),
    [("ru", "uk", "ыэъё"), ("ru", "be", "ищъ"), ("uk", "ru", "іїєґ"), ("be", "ru", "іў")],
)
def test_no_letter_of_the_source_is_left(source: str, target: str, foreign: str) -> None:
    alphabet = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя'’"
    words = [first + second + third for first in alphabet for second in alphabet for third in "аикйъя"]
    respelled = respell(" ".join(words), source, target).lower()
    assert not set(respelled) & set(foreign)
