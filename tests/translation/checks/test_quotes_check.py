import pytest

from lingotype.translation.checks.quotes.marks import marks_of
from tests.translation.checks.judging import errors, warnings


@pytest.mark.parametrize(
    "row",
    [
        "ru en | «Паром утонет», — предупредил механик. | The ferry will sink, the mechanic warned.",
        "ru en | «Паром утонет», — предупредил механик. | “The ferry will sink, the mechanic warned.",
        "ru en | «Паром утонет», — предупредил механик. | ““The ferry will sink,”” the mechanic warned.",
        "en ru | The mechanic warned that the ferry would sink. | «Паром непременно утонет», — предупредил механик.",
        "en ru | ‘It will sink,’ he said. ‘Go home.’ | Утонет, сказал он. Идите домой.",
        "es en | —El ferry se hunde —gritó el mecánico. | The ferry is sinking, the mechanic shouted.",
        'he en | "המעבורת תטבע היום", אמר המכונאי. | The ferry will sink today, the mechanic said.',
    ],
)
def test_who_said_it_can_no_longer_be_told(row: str) -> None:
    assert "quotes" in errors(row)


@pytest.mark.parametrize(
    "row",
    [
        "ru en | «Паром утонет», — сказал он. «„Надежда“ не выдержит». | “The ferry will sink. Hope will not hold.”",
        "ru en | Паром «Надежда» не вышел из порта. | The ferry Hope did not leave the port.",
        "ru en | — Паром утонет, — сказал механик. | “The ferry will sink,” said the mechanic.",
        "en es | “It will sink,” he said. “Today.” | «Se va a hundir hoy», dijo.",
        'en ru | A 6\'2" man bought a 12" pipe. | Мужчина ростом 6 футов 2 дюйма купил трубу в 12 дюймов.',
        'he en | מנכ"ל חברת המעבורות וארה"ב חתמו. | The head of the ferry company and the U.S. signed.',
        'ru he | Об этом написала «Едиот». | על כך כתב ב"ידיעות".',
    ],
)
def test_marks_of_another_kind_or_none_for_a_name(row: str) -> None:
    assert "quotes" not in errors(row)


def test_a_word_that_lost_its_marks_is_a_warning() -> None:
    row = "ru en | Он платил «чёрным» налом. | He paid in black cash."
    assert "quotes" in warnings(row)
    assert "quotes" not in errors(row)


@pytest.mark.parametrize(
    ("text", "language", "quotations", "strays"),
    [
        ("«а „б“ в» и «г»", "ru", ["«а „б“ в»", "«г»"], []),
        ("“a ‘b’ c” and ‘d’", "en", ["“a ‘b’ c”", "‘d’"], []),
        ('the "old" pier', "en", ['"old"'], []),
        ("the dogs' owners weren't home", "en", [], []),
        ('מנכ"ל "הארץ" בארה"ב', "he", ['"הארץ"'], []),
        ('כתב ב"הארץ" היום', "he", ['"הארץ"'], []),
        ("«а «б» в", "ru", ["«а «б» в"], [0]),
        ("a” b", "en", [], [1]),
    ],
)
def test_reading_the_marks(text: str, language: str, quotations: list[str], strays: list[int]) -> None:
    marks = marks_of(text, language)
    assert [text[item.start : item.end] for item in marks.quotations] == quotations
    assert list(marks.strays) == strays
