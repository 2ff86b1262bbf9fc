"""The glossary: where terms stand in a source, and which translations give them as agreed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingotype.translation.checks import Text
from lingotype.translation.checks.base import Finding
from lingotype.translation.checks.glossary import Glossary
from lingotype.translation.checks.judging import CHECKS, judge
from lingotype.translation.terms import Term

TERMS = (
    Term("ru", "en", "Совет", "Council", case_sensitive=True),
    Term("ru", "en", "Городской совет", "City Council"),
    Term("ru", "en", "порт", "port"),
    Term("ru", "en", "морской порт", "seaport"),
    Term("ru", "en", "паром", "ferry", target_forms=("boat",)),
    Term("ru", "en", "жилищный отдел", "housing department"),
    Term("ru", "en", "ДТП", "crash", source_forms=("авария",)),
    Term("ru", "en", "Harbor Courier", "", never_translate=True),
    Term("ru", "az", "Harbor Courier", "", never_translate=True),
    Term("ru", "uk", "паром", "пором"),
    Term("ru", "uk", "горсовет", "міськрада"),
    Term("ru", "be", "перевозчик", "перавозчык"),
    Term("ru", "az", "порт", "liman"),
    Term("ru", "he", "порт", "נמל"),
    Term("ru", "he", "Верховный суд", "בית המשפט העליון"),
    Term("en", "es", "ferry", "transbordador"),
    Term("en", "es", "rent cap", "tope de alquiler", target_forms=("límite al alquiler",)),
    Term("en", "ru", "brick", "кирпич"),
    Term("en", "ru", "brick", "брикет"),
    Term("he", "en", "נמל", "harbor"),
)


def found(row: str, check: Glossary | None = None) -> list[Finding]:
    languages, source, translation = (part.strip() for part in row.split(" | "))
    source_lang, target_lang = languages.split()
    return list((check or Glossary(TERMS)).findings(Text(source, source_lang), Text(translation, target_lang)))


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Вчера Городской совет поддержал закон. | The City Council backed the law yesterday.",
        "ru en | Решение Совета оспорили. | The Council’s decision was disputed.",
        "ru en | Он дал хороший совет. | He gave good advice.",
        "ru en | В портах ждут ремонта. | The ports are waiting for repairs.",
        "ru en | Портал не работает, портрет украли. | The website is down; the portrait was stolen.",
        "ru en | Морской порт закрыт. | The seaport is closed.",
        "ru en | Паромы стоят. | The boats are idle.",
        "ru en | Паромов не хватает. | Ferries are scarce.",
        "ru en | Жалобы принимает жилищный отдел. | The Housing Department takes complaints.",
        "ru en | Жалобы подают в жилищном отделе мэрии. | Complaints go to the housing department.",
        "ru en | Жилищный вопрос, отдел кадров | A question of housing, a personnel office",
        "ru en | В аварии погиб рыбак. | A fisherman died in the crash.",
        "ru en | Источник: Harbor Courier. | Source: Harbor Courier.",
        "ru en | Пишите: https://порт.example.org/паром | Write: https://порт.example.org/паром",
        'ru en | <a href="/паром">Тут</a> | <a href="/паром">Here</a>',
        "ru az | Об этом пишет Harbor Courier. | Bu barədə Harbor Courierdə yazılıb.",
        "ru az | В порту пожар. | Limanda yanğındır.",
        "ru uk | На пароме был пожар. | На поромі була пожежа.",
        "ru uk | Горсовет отложил решение. | Рішення відклали в міськраді.",
        "ru be | Перевозчики бастуют. | Перавозчыкі бастуюць.",
        "ru he | Пожар в порту | שריפה בנמל",
        "ru he | Жалобу в Верховный суд отклонили. | העתירה לבית המשפט העליון נדחתה.",
        "en es | The ferries were late. | Los transbordadores llegaron tarde.",
        "en es | The rent cap passed. | Se aprobó el límite al alquiler.",
        "en ru | A brick fell. | Упал кирпич.",
        "en ru | Bricks of peat | Брикеты торфа",
        "he en | שריפה בנמל | Fire in the harbor",
        "uk en | Паром стоїть. | Nothing is agreed for this pair.",
    ],
)
def test_given_as_agreed(row: str) -> None:
    assert found(row) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("ru en | Решение Совета оспорили. | The Soviet’s decision was disputed.", "“Совета” is to be “Council”."),
        ("ru en | Это решил Городской совет. | The Council decided so.", "“Городской совет” is to be “City Council”."),
        ("ru en | Порт закрыт. | The harbor is closed.", "“Порт” is to be “port”."),
        ("ru en | Паром стоит. | The steamer is idle.", "“Паром” is to be “ferry”."),
        ("ru en | Авария на мосту | An accident on the bridge", "“Авария” is to be “crash”."),
        ("ru en | Портом управляет мэр. | See https://port.example.org/port", "“Портом” is to be “port”."),
        ("ru en | Газета Harbor Courier | The newspaper Portkurier", "“Harbor Courier” is to stand as it is."),
        ("ru en | Газета Harbor Courier | The harbor courier", "“Harbor Courier” is to stand as it is."),
        ("ru uk | Горсовет ждёт. | Міське зібрання чекає.", "“Горсовет” is to be “міськрада”."),
        ("ru az | Порт закрыт. | Körpü bağlıdır.", "“Порт” is to be “liman”."),
        ("ru he | Порт закрыт. | המזח סגור.", "“Порт” is to be “נמל”."),
        ("en es | The ferry was late. | El barco llegó tarde.", "“ferry” is to be “transbordador”."),
        ("en ru | A brick fell. | Упал камень.", "“brick” is to be “кирпич”."),
        ("he en | שריפה בנמל | Fire in the port", "“בנמל” is to be “harbor”."),
    ],
)
def test_not_as_agreed(row: str, message: str) -> None:
    assert [finding.message for finding in found(row)] == [message]


def test_a_finding_tells_its_place_in_the_html() -> None:
    row = "ru en | Из <b>&amp; порта</b> вышли все. | Everybody has left."
    [finding] = found(row)
    assert row.split(" | ")[1][slice(*finding.source_span or ())] == "порта"


def test_in_the_list_of_checks_it_has_no_terms_and_a_judgement_brings_them() -> None:
    assert "glossary" in {check.code for check in CHECKS}
    source, target = Text("Паром стоит на приколе.", "ru"), Text("The steamer is laid up.", "en")
    assert "glossary" not in {finding.code for finding in judge(source, target)}
    assert "glossary" in {finding.code for finding in judge(source, target, terms=TERMS)}
    assert "glossary" not in {finding.code for finding in judge(source, target)}


def test_the_same_terms_are_made_ready_once() -> None:
    check = Glossary()
    assert check.with_terms(TERMS) is check.with_terms(TERMS)
    assert check.with_terms(()) is check
    assert check.with_terms(TERMS[:1]) is not check.with_terms(TERMS)


words = st.sampled_from(
    ["порт", "Совет ", "Городской ", "совет", " ", "-", ". ", "<b>", "&amp;", "נמל", "\x00", "İ", "x@y.z", "ё"]
)
texts = st.lists(st.one_of(words, st.text(max_size=5)), max_size=12).map("".join)
LANGUAGES = st.sampled_from(["ru", "en", "uk", "be", "az", "he", "es", "xx", "ru-RU"])
terms = st.builds(
    Term, LANGUAGES, LANGUAGES, texts, texts, st.tuples(texts), st.tuples(texts), st.booleans(), st.booleans()
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(terms, max_size=4), texts, texts, LANGUAGES, LANGUAGES)
def test_it_never_raises_and_its_spans_are_in_the_source(
    own: list, source: str, target: str, one: str, other: str
) -> None:
    check = Glossary((*TERMS, *own))
    for finding in check.findings(Text(source, one), Text(target, other)):
        start, end = finding.source_span or (0, 0)
        assert 0 <= start < end <= len(source)
    assert list(check.findings(Text(source, one), Text(source, one))) == []
