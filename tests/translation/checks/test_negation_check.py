import pytest

from lingotype.translation.checks.negation.languages import TABLES
from tests.translation.checks.judging import errors, findings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Паром не пришёл. | The ferry came.",
        "ru en | Паром пришёл. | The ferry did not come.",
        "ru uk | Паром не пришёл и не придёт. | Пором прийшов і не прийде.",
        "ru be | Капитан не виноват. | Капітан вінаваты.",
        "en es | The ferry isn't late. | El ferry llega tarde.",
        "en az | The ferry did not come. | Bərə gəldi.",
        "en he | The ferry did not come. | המעבורת הגיעה.",
        "es en | Nadie esperaba el ferry. | Everyone was waiting for the ferry.",
        "en ru | The court rejected the appeal. | Суд удовлетворил жалобу.",
        "ru en | Паром пришёл. Капитан не пришёл. | The ferry did not come. The captain came.",
        "ru en | Кассы не закроют. | The ticket office will be closed.",
        "en es | The pier is not safe. | El muelle es seguro.",
    ],
)
def test_the_opposite_is_said(row: str) -> None:
    assert "negation" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Паром не утонул. | The ferry stayed afloat, undamaged.",
        "ru en | Кассы не откроются. | The ticket office will stay closed.",
        "ru en | Мест на пароме не осталось. | The ferry is full.",
        "ru en | Никто, кроме боцмана, этого не видел. | Only the boatswain saw it.",
        "en es | He never lost a race. | Ganó todas las carreras.",
        "ru en | Парома нет. | There is no ferry.",
        "ru en | Он не раз и не два выходил в море без карт. | More than once he put to sea without charts.",
        "ru en | Паром отходит не позднее пяти. | The ferry leaves by five.",
        "ru en | Парома № 5 ждали неделю. | They waited a week for ferry No. 5.",
        "en ru | No fewer than five ferries are late. | Опаздывают по меньшей мере пять паромов.",
        "en ru | It's late, isn't it? | Уже поздно, правда?",
        "ru az | Паром отремонтирован по приказу. | Bərə əmrlə təmir edilib.",
        "ru az | Паром не пришёл. | Bərə gəlmədi.",
        "en es | The ferry has yet to arrive. | El ferry todavía no ha llegado.",
        "en fr | The ferry did not come. | Le ferry est venu.",
    ],
)
def test_the_same_is_said_in_another_way(row: str) -> None:
    assert "negation" not in errors(row)


def test_the_finding_shows_the_words_and_the_sentence_that_lacks_them() -> None:
    row = "ru en | Паром пришёл. Капитан не пришёл. | The ferry came. The captain came."
    (finding,) = findings(row)
    assert finding.message == "“не пришёл” has no denial in the translation."
    assert finding.source_span == (22, 31)
    assert finding.target_span == (16, 33)
    (finding,) = findings("ru en | Паром пришёл. Капитан пришёл. | The ferry came. The captain did not come.")
    assert finding.message == "“not come” has no denial in the source."
    assert finding.source_span == (14, 29)
    assert finding.target_span == (32, 40)


@pytest.mark.parametrize("language", TABLES)
def test_every_refusal_answers_a_denial(language: str) -> None:
    assert TABLES[language].refusals.split()
    assert TABLES[language].denials.split()
