import pytest

from lingotype.translation.checks.mojibake import mojibake_in
from tests.translation.checks.judging import errors

WORDS = {"ru": "подпишитесь на канал", "uk": "Їжак і п’ятеро друзів", "es": "reabrió el niño", "az": "bələdiyyə şurası"}
WORDS["he"] = "שלום לכולם"
MISREADINGS = [
    ("utf-8", "cp1251"),
    ("utf-8", "cp1252"),
    ("utf-8", "latin-1"),
    ("cp1251", "latin-1"),
    ("utf-8", "cp866"),
]


@pytest.mark.parametrize(("written", "read"), MISREADINGS)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_cyrillic_read_in_a_wrong_encoding(language: str, written: str, read: str) -> None:
    broken = WORDS[language].replace("’", "").encode(written).decode(read, "replace")
    assert mojibake_in(f"Please {broken} today")


@pytest.mark.parametrize("language", ["es", "az", "he"])
@pytest.mark.parametrize("read", ["cp1252", "cp1251", "latin-1"])
def test_other_letters_read_in_a_wrong_encoding(language: str, read: str) -> None:
    assert mojibake_in(WORDS[language].encode().decode(read, "replace"))


@pytest.mark.parametrize(
    "text",
    [
        "our РєР ° РЅР ° Р »РІ here",  # an engine put spaces around the signs
        "don\u2019t stop, itвЂ™s late",
        "The caf\ufffd is open",
        "Join our ????? in the app",
        "оПХБЕР, лХПС МЮЛ",
        "Itâ€™s here",
    ],
)
def test_broken_text(text: str) -> None:
    assert mojibake_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *WORDS.values(),
        "СІРІ ЗОНИ І СІРІ ДНІ",
        "ЦК КПРС, РСФСР и СССР»",
        "ÖÇ ALMAQ ÜÇÜN ŞƏHƏR",
        "CAFÉ™ NOËL «À l’œuvre»",
        "Что??? Как?!",
        "−5 °С… 3–5 § 7 – «Р»",
        "A — B — C: 50 ¢, £5, ½",
        "iPhone, eBay и ВКонтакте",
        "naïve façade, Škoda, Łódź, Ærø, Þór",
    ],
)
def test_sound_text(text: str) -> None:
    assert mojibake_in(text) == []


def test_it_is_found_in_the_source_and_in_the_translation() -> None:
    assert "mojibake" in errors("ru en | Наш РєР°РЅР°Р» тут | Our channel is here")
    assert "mojibake" in errors("ru en | Наш канал тут | Our РєР°РЅР°Р» is here")
