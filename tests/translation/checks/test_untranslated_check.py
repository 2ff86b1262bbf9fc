import pytest

from lingotype.translation.checks import Text
from lingotype.translation.checks.judging import judge
from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Рыбаки вернулись к утру. | Рыбаки вернулись к утру.",
        "ru en | Рыбаки вернулись к утру, но улов пропал. | The fishermen were back by morning, но улов пропал.",
        "ru en | Рыбаки вернулись. | The fishermen are back. Рыбаки вернулись.",
        "ru en | Об этом сказал Марк Ганин. | Марк Ганин said so.",
        "ru uk | Утром пошёл снег с дождём. | Утром пошёл снег с дождём.",
        "ru uk | Школы закрыты до понедельника. | Школы закрыты до понедельника.",
        "ru uk | Паром опоздал, и пассажиры ждали на пристани. | Пором запізнився, и пассажиры ждали на пристани.",
        "ru be | Вчера в порту был пожар. | Учора ў порту был пожар.",
        "uk ru | Міський голова підписав бюджет. | Міський голова підписав бюджет.",
        "en es | The council rejected the plan. | The council rejected the plan.",
        "en es | The council rejected the plan, and the mayor left. | El concejo rechazó el plan, and the mayor left.",
        "en es | ALL FERRIES ARE CANCELLED TODAY | ALL FERRIES ARE CANCELLED TODAY",
        "en ru | The ferry was late and nobody knew why. | Паром опоздал and nobody knew why.",
        "en az | The council rejected the plan. | Şura planı rejected the plan.",
        "es en | El puerto sigue cerrado. | The port sigue cerrado.",
        "he en | הנמל נסגר אתמול. | The port הנמל נסגר אתמול.",
    ],
)
def test_left_in_the_sources_language(row: str) -> None:
    assert "untranslated" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "en uk | The ferry was late because of the storm. | Паромы опоздали из-за бури, и люди ждали весь вечер.",
        "en es | Nobody knew why the ferry was so late. | Ninguém sabia por que a balsa estava tão atrasada.",
        "ru az | Паром опоздал из-за шторма. | Fırtına yüzünden feribot bir saat geç geldi ve kimse bilmiyordu.",
    ],
)
def test_in_a_language_that_nobody_asked_for(row: str) -> None:
    assert "untranslated" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru uk | Президент Украины | Президент України",
        "ru uk | Директор театра Марк Ганин | Директор театру Марк Ганін",
        "ru uk | Театр на Подоле | Театр на Подолі",
        "en ru | Telegram | Telegram",
        "en es | The New York Times and Harbor Courier | The New York Times y Harbor Courier",
        "en ru | He works for the Bank of America. | Он работает в Bank of America.",
        "en ru | He read “The Lord of the Rings” twice. | Он дважды прочёл The Lord of the Rings.",
        "en es | Anna Kovalchuk, Harbor Courier | Anna Kovalchuk, Harbor Courier",
        "en es | Write to desk@example.org or call us. | Escriba a desk@example.org o llámenos.",
        "en ru | Joint Aid for Dogs is sold here. | Joint Aid for Dogs продаётся здесь.",
        "ru en | Газета «Труд» | The newspaper Trud",
        "ru es | Он сказал: no comment. | Dijo: no comment.",
        "en es | “C’est la vie,” she said. | «C’est la vie», dijo ella.",
    ],
)
def test_what_may_stay(row: str) -> None:
    assert "untranslated" not in errors(row)


def test_what_close_languages_share_is_a_warning_at_most() -> None:
    row = "ru uk | Он скупал дома дорогих марок. | Він скуповував будинки дорогих марок."
    assert "untranslated" not in errors(row)


def test_one_word_left_is_a_warning() -> None:
    row = "ru en | Пристань закрыли. | The пристань was closed."
    assert "untranslated" in warnings(row)
    assert "untranslated" not in errors(row)


def test_a_quoted_title_is_a_warning() -> None:
    row = "es en | Leyó «Cien años de soledad» ayer. | He read “Cien años de soledad” yesterday."
    assert "untranslated" in warnings(row)
    assert "untranslated" not in errors(row)


def test_the_sites_languages_are_told_apart_too() -> None:
    source = Text("Паром опоздал из-за шторма, и никто не знал, почему.", "ru")
    polish = Text("Prom spóźnił się z powodu burzy i nikt nie wiedział dlaczego.", "en")
    found = judge(source, polish, site_languages=["ru", "en", "pl"])
    assert any(
        finding.code == "untranslated" and "is in Polish, not in English" in finding.message for finding in found
    )
