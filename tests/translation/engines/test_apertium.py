"""Debian's Apertium through our engine: nothing lost, nothing foreign left, fit to be read."""

import re
from itertools import cycle, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.translation.engines import build
from lingotype.translation.engines.apertium import Apertium
from lingotype.translation.engines.base import Draft
from lingotype.translation.markup import translate_segments
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.debian import needs_apertium

pytestmark = needs_apertium

ENGINE = Apertium("local", {"type": "apertium"})
PAIRS = {name: LanguagePair(*name.split()) for name in ("ru uk", "uk ru", "ru be", "be ru", "en es", "es en")}


def draft(pair: str, text: str) -> Draft:
    (translated,) = ENGINE.translate([text], PAIRS[pair])
    assert isinstance(translated, Draft)
    return translated


@pytest.mark.parametrize(
    ("pair", "text", "expected"),
    [
        ("ru uk", "США", "США"),  # what Debian's own mode loses
        ("ru uk", "США, ЕС и ООН", "США, ЄС і ООН"),
        ("ru be", "США, ЕС и ООН", "ЗША, ЕС і ААН"),
        ("uk ru", "США, ЄС і ООН", "США, ЕС и ООН"),
        ("ru uk", "— Да, — сказал он. — Нет!", "— Так, — сказав він. — Ні!"),
        ("ru be", "«Да», — сказал он.", "«Так», — сказаў ён."),
        ("ru uk", "Цены выросли на 3,5 % — до 1 400 долларов.", "Ціни виросли на 3,5 % — до 1 400 доларів."),
        ("ru uk", "Дом № 17 (бывшая школа): 23:40.", "Будинок № 17 (колишня школа): 23:40."),
        ("ru uk", "В этом городе", "У цім місті"),
        ("ru uk", "В 2026 г. в г. Москве", "У 2026 р. у м. Москві"),
        ("ru uk", "Ещё", "Ще"),
        ("ru uk", "Во-первых, во-вторых", "У-перших, у-других"),
        ("ru uk", "за\u0301мок, зам\u00adок", "замок, замок"),
        ("ru uk", "мэр", "мер"),
        ("ru uk", "Может ли он смотреть матч?", "Може чи він дивитися матч?"),
        ("ru uk", "Пять минут у него", "П’ять хвилин у нього"),
        ("ru be", "Городской совет решил", "Гарадскі савет вырашыў"),
        ("ru be", "Она уже была у него", "Яна ўжо была ў яго"),
        ("uk ru", "За даними поліції", "За данными полиции"),  # Debian's rule says "данными данными"
        ("uk ru", "П'ять об’єктів", "Пять объектов"),
        ("uk ru", "Жінки збирали гроші до ранку", "Женщины собирали деньги до утра"),
        ("be ru", "Мэр сказала: «Не»!", "Мэр сказала: «Не»!"),
        ("en es", "The city's budget isn’t “here”.", "El presupuesto de la ciudad no es «aquí»."),
        ("en es", "“We did not promise miracles,” he said.", "«No prometimos milagros», dijo."),
        ("en es", "Why did he not come? No!", "¿Por qué no viene? ¡No!"),
        ("en es", "On June 10, 2026, at 10:30", "El 10 de junio de 2026, en 10:30"),
        ("en es", "a two-bedroom apartment", "un apartamento de dos dormitorios"),
        ("en es", "They said no. Then yes.", "Dijeron no. Entonces sí."),
        ("en es", "the mayor", "el alcalde"),
        ("es en", "«No prometimos milagros», dijo.", "“We did not promise miracles”, it said."),
        ("es en", "¿Por qué?", "Why?"),
        ("es en", "¿«Por qué»?", "“Why”?"),
        ("en es", "He is an “enemy of the city.”", "Es un «enemigo de la ciudad»."),
        ("en es", '"We saw it," he said. “Why?” she asked.', '"Lo vimos," dijo. «¿Por qué?» pidió.'),
    ],
)
def test_drafts(pair: str, text: str, expected: str) -> None:
    assert draft(pair, text) == expected


@pytest.mark.parametrize(
    ("pair", "text", "expected", "unknown"),
    [
        ("ru uk", "Быков и Эйхенбаум", "Биков і Ейхенбаум", 2),
        ("ru uk", "Фёдор Щербаков-Ызыл", "Федор Щербаков-Изил", 3),
        ("ru be", "Щербакова", "Шчэрбакова", 1),
        ("uk ru", "Їжакевич", "Ижакевич", 1),
        ("uk ru", "під’їжджав", "пидъижджав", 1),
        ("ru uk", "А. С. Эйхенбаум", "А. С. Ейхенбаум", 1),
        ("ru uk", "И. Э. Быков", "І. Е. Биков", 1),
        ("ru uk", "газета Harbor Courier", "газета Harbor Courier", 0),
        ("ru uk", "здесь", "тут", 0),  # from our own words
        ("ru uk", "Нью-Йорк", "Нью-Йорк", 0),
        ("en es", "Kovalchuk and O'Neil", "Kovalchuk y O'Neil", 2),
        ("en es", "will", "will", 1),  # a lone word that the rules drop
    ],
)
def test_unknown_words(pair: str, text: str, expected: str, unknown: int) -> None:
    translated = draft(pair, text)
    assert translated == expected
    assert translated.unknown == unknown


@pytest.mark.parametrize("pair", sorted(PAIRS))
@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "17:40 — 1 400 %",
        "https://harbor.example/a_b?c=1&d=[2]#e",
        "info@harbor.example",
        "www.harbor.example/новости",
        "@harbor #harbor_2026",
        "^ $ [ ] { } / \\ @ < > * # + ~ | & _",
        "\x00\x01\x1f\x7f",
        "👍🏽 👨‍👩‍👧 🇺🇦",
        "\ue000 \ufffe \uffff",
        "[].[0] ^a<n>$ [[",
    ],
)
def test_what_is_no_language_stays(pair: str, text: str) -> None:
    assert re.sub(r"\w", "", draft(pair, text)) == re.sub(r"\w", "", text)
    if not re.search(r"[a-z]<", text):
        assert draft(pair, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Пишите на info@harbor.example или https://harbor.example/a_b?c=1.",
        "Дом/школа, 5 < 6 > 4, {x} [y] ^z$ a\\b @c *d* #e ~ + 50 %",
        "Дом 😀👨‍👩‍👧 и\tшкола\nи порт\x00",
        "Он сказал: «Он сказал: „Да“».",
        "(Дом) [дом] {дом} <дом>",
    ],
)
def test_marks_of_the_text_come_through(text: str) -> None:
    for pair in ("ru uk", "ru be"):
        assert re.sub(r"[а-яёіїєґў’]", "", draft(pair, text), flags=re.I) == re.sub("[а-яё]", "", text, flags=re.I)


def test_addresses_are_not_sent() -> None:
    translated = draft("en es", "Write to the.house@harbor.example or see https://harbor.example/house?the=house&a.")
    assert "the.house@harbor.example" in translated
    assert "https://harbor.example/house?the=house&a." in translated


WHO = {
    "ru": "мэр|сосед|учительница|Олег Быков|кто-то из жильцов|США|директор порта|её брат|Суд присяжных|полиция",
    "uk": "міська рада|сусід|вчителька|Олег Биков|хтось із мешканців|США|директор порту|її брат|суд|поліція",
    "be": "гарадскі савет|сусед|настаўніца|Алег Быкаў|хтосьці з жыхароў|ЗША|дырэктар порта|яе брат|суд|паліцыя",
    "en": "the mayor|a neighbor|her brother|the U.S.|Mary O'Neil|the port's director|nobody|we|the jury|the police’s",
    "es": "el alcalde|una vecina|su hermano|EE. UU.|Elena Brooks|el director|nadie|nosotros|el jurado|la policía",
}
DID = {
    "ru": "сказал, что цены вырастут|не пришёл на работу|объявила о победе|купил дом № 17|ждёт ответа, но не получит",
    "uk": "сказав, що ціни зростуть|не прийшов на роботу|оголосила про перемогу|купив дім № 17|чекає на відповідь",
    "be": "сказаў, што цэны вырастуць|не прыйшоў на працу|абвясціла аб перамозе|купіў дом № 17|чакае адказу",
    "en": "said that prices will rise|didn't come to work|won 3–1|bought a two-bedroom house|is waiting, but won’t",
    "es": "dijo que los precios subirán|no vino a trabajar|ganó 3–1|compró una casa de dos pisos|espera una respuesta",
}
WHEN = {
    "ru": "в 2026 году|вчера|(в четверг)|«сегодня»|— 5 ноября|за 3,5 часа|в США и ЕС|к вечеру|до 10:00|после матча",
    "uk": "у 2026 році|вчора|(у четвер)|«сьогодні»|— 5 листопада|за 3,5 години|у США|до вечора|до 10:00|після матчу",
    "be": "у 2026 годзе|учора|(у чацвер)|«сёння»|— 5 лістапада|за 3,5 гадзіны|у ЗША|да вечара|да 10:00|пасля матча",
    "en": "in 2026|yesterday|(on Thursday)|“today”|— on November 5|in 3.5 hours|in the U.S.|by 6 p.m.|at 10|after it",
    "es": "en 2026|ayer|(el jueves)|«hoy»|— el 5 de noviembre|en 3,5 horas|en la UE|de noche|a las 10:00|tras el gol",
}


@pytest.mark.parametrize("pair", sorted(PAIRS))
def test_five_hundred_sentences_in_one_call(pair: str) -> None:
    source = PAIRS[pair].source
    words = product(WHO[source].split("|"), DID[source].split("|"), WHEN[source].split("|"))
    texts = [f"{who[0].upper()}{who[1:]} {did} {when}{end}" for (who, did, when), end in zip(words, cycle(".!?…"))]
    translated = ENGINE.translate(texts, PAIRS[pair])
    assert len(texts) == 500
    assert [text for text, draft in zip(texts, translated, strict=True) if len(draft) < len(text) / 2] == []
    assert [re.findall(r"\d+", draft) for draft in translated] == [re.findall(r"\d+", text) for text in texts]
    assert [draft for draft in translated if re.search(r"[*#@\\\[\]]|  |\w [.,!?…]", draft)] == []
    assert [draft[-1] for draft in translated] == [text[-1] for text in texts]
    assert [draft for draft in translated if not draft.lstrip("¿¡«")[0].isupper()] == []


FOREIGN = {"ru uk": "ыэъё", "ru be": "ищъ", "uk ru": "іїєґ", "be ru": "іў"}
OWN = {"ru": "щыэъёийюя", "uk": "щіїєґийюя", "be": "іўыэёйюя"}


@pytest.mark.parametrize("pair", sorted(FOREIGN))
def test_no_letter_of_the_source_language_is_left(pair: str) -> None:
    source = PAIRS[pair].source
    letters = product(OWN[source].upper(), "ае", "рмбж", OWN[source], ("", "в", "на"))
    names = [f"{first}{vowel}{consonant}{last}{end}" for first, vowel, consonant, last, end in letters]
    known = WHO[source].split("|") + DID[source].split("|")
    text = " ".join(ENGINE.translate(names + known, PAIRS[pair])).lower()
    assert not set(text) & set(FOREIGN[pair])


def test_neighbours_do_not_change_a_text() -> None:
    texts = ["США", "Он сказал", "«Дом", "Москве», — сказала мэр.", "Щербаков"]
    assert ENGINE.translate(texts, PAIRS["ru uk"]) == [draft("ru uk", text) for text in texts]


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(sorted(PAIRS)), st.lists(st.text(max_size=60), max_size=60))
def test_no_text_is_too_strange(pair: str, texts: list[str]) -> None:
    translated = ENGINE.translate(texts, PAIRS[pair])
    assert len(translated) == len(texts)
    for text, result in zip(texts, translated, strict=True):
        assert bool(result.strip()) == bool(text.strip())
        assert [c for c in result if c in "^$[]{}/\\@<>*#+~"] == [c for c in text if c in "^$[]{}/\\@<>*#+~"]


def test_a_very_long_line() -> None:
    text = "Мэр сказала, что цены вырастут, " * 1_000
    translated = draft("ru uk", text)
    assert translated.count("ціни") == 1_000


def test_segments_with_tags() -> None:
    html = ['Мэр <b>не</b> пришла на <a id="a1">работу</a>: &lt;5 &amp; 6&gt;.', "<i>США</i>"]
    assert translate_segments(ENGINE, html, PAIRS["ru uk"]) == [
        'Мер <b>не</b> прийшла на <a id="a1">роботу</a>: &lt;5 &amp; 6&gt;.',
        "<i>США</i>",
    ]


def test_what_is_installed() -> None:
    assert set(PAIRS.values()) <= set(ENGINE.pairs())
    assert all(ENGINE.can_translate(pair) for pair in PAIRS.values())
    assert not ENGINE.can_translate(LanguagePair("ru", "en"))
    assert not ENGINE.can_translate(LanguagePair("xx", "../etc"))
    assert ENGINE.problems() == []
    assert isinstance(build("local", {"type": "apertium"}), Apertium)
