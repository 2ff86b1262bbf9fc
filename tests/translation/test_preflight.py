import pytest

from lingotype.translation.checks import Severity, Text
from lingotype.translation.preflight import preflight


@pytest.mark.parametrize(
    ("html", "lang", "code"),
    [
        ("Подпишитесь на наш РєР ° РЅР ° Р »РІ", "ru", "mojibake"),
        ('Читайте <a id="a1"></a> нас', "ru", "links"),
        ('Читайте <a id="a1"> <b>\u00a0</b></a> нас', "ru", "links"),
    ],
)
def test_what_holds_every_language(html: str, lang: str, code: str) -> None:
    (finding,) = preflight(Text(html, lang))
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert finding.source_span is not None
    assert html[slice(*finding.source_span)].strip()


@pytest.mark.parametrize(
    ("html", "lang", "at"),
    [
        ("«Это победа, сказал он", "ru", 0),
        ("Он сказал: победа».", "ru", 17),
        ("“It is a victory, he said", "en", 0),
        ('He said "yes', "en", 8),
        ("„Да, — сказал он", "ru", 0),
        ("<b>«</b>Да", "ru", 3),
    ],
)
def test_a_quotation_mark_without_a_partner_is_a_warning(html: str, lang: str, at: int) -> None:
    (finding,) = preflight(Text(html, lang))
    assert (finding.code, finding.severity, finding.source_span) == ("quotes", Severity.WARNING, (at, at + 1))


@pytest.mark.parametrize(
    ("html", "lang"),
    [
        ("«Он прочёл „Обломова“ и „Му-му”», — сказала она.", "ru"),
        ("“It’s his,” she said: ‘no’.", "en"),
        ('ראש ממשלת ארה"ב אמר: "כן"', "he"),
        ("”כן”, אמר", "he"),
        ('<a id="a1">Город</a> и <a id="a2"><img src="x.jpg"></a>', "ru"),
        ("Цена: 5 < 6", "ru"),
        ("", "ru"),
    ],
)
def test_a_sound_source(html: str, lang: str) -> None:
    assert preflight(Text(html, lang)) == []
