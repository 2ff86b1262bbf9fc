import pytest

from tests.translation.checks.judging import errors, findings

MARKS = [
    "{0}",
    "{{name}}",
    "${name}",
    "%s",
    "%(name)s",
    "%1$s",
    "__PH_3__",
    "PH3",
    "⟦1⟧",
    "@@1@@",
    "[1]",
    "ZX1Q",
    "XXX",
    "[NAME]",
    "[your_name]",
    "<unk>",
    "$3",
    "FIXME",
    "&lt;/g&gt;",
    "ukr_Cyrl",
    ">>uk<<",
    "____",
    "\ue000",
    "\ufffc",
    "{% if %}",
    "{{ name }}",
    "lorem ipsum",
    "<x id='1'/>",
]


@pytest.mark.parametrize("mark", MARKS)
def test_what_is_not_for_readers(mark: str) -> None:
    assert "placeholder" in errors(f"ru en | Паром стоит у причала. | The ferry is at the {mark} pier.")


@pytest.mark.parametrize("field", ["{count}", "%(count)s", "{{ count }}", "%s"])
def test_a_field_of_the_source_is_needed(field: str) -> None:
    assert "placeholder" in errors(f"en ru | Ferries: {field} | Паромов: много")
    assert "placeholder" not in errors(f"en ru | Ferries: {field} | Паромов: {field}")


@pytest.mark.parametrize(
    "row",
    [
        "ru en | Билет на паром — доллар 5 центов. | A ferry ticket is $1.05.",
        "ru es | Скидка 50% сегодня | Un 50% de descuento hoy",
        "ru es | Вот и всё | ESO ES TODO",
        "ru en | Паром Ан12Б | The ferry An12B, or AN12B",
        "ru en | Паром [5] утонул. | The ferry [5] sank.",
        "ru en | XXX съезд | The XXX Congress",
    ],
)
def test_what_a_reader_may_see(row: str) -> None:
    assert "placeholder" not in errors(row)


def test_the_span_is_the_marks() -> None:
    row = "ru en | Паром &amp; мост | The ferry &amp; {0}"
    (finding,) = [item for item in findings(row) if item.code == "placeholder"]
    assert finding.target_span == (16, 19)
