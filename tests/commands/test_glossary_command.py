"""`lingotype glossary import|export`."""

import json

import pytest
from django.core.management import call_command

from lingotype.translation.models import GlossaryEntry


@pytest.fixture
def run(newsroom, capsys):
    """The command's exit status and what it printed."""

    def call(*words):
        try:
            call_command("glossary", *map(str, words))
        except SystemExit as ended:
            return ended.code, *capsys.readouterr()
        return 0, *capsys.readouterr()

    return call


def test_terms_go_in_and_out(run, tmp_path):
    file = tmp_path / "terms.csv"
    file.write_text("ru,en\nратуша,city hall\n", encoding="utf-8")
    assert json.loads(run("import", file, "--json")[1]) == {"added": 1, "changed": 0, "unchanged": 0}
    assert run("export", tmp_path / "all.tbx")[0] == 0
    GlossaryEntry.objects.all().delete()
    assert "terms: 1 added" in run("import", tmp_path / "all.tbx")[1]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("terms.xls", b"", "a glossary is a .csv or a .tbx file"),
        ("terms.csv", b"x\n1\n", "line 1: no such column “x”"),
        ("gone.csv", None, "No such file"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(run, tmp_path, name, content, why):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    status, _out, said = run("import", file)
    assert status == 2
    assert why in said
    assert said.count("\n") == 1


def test_usual_names_are_added_and_brought_up_to_date(run):
    assert json.loads(run("seed", "--json")[1])["added"] > 500
    assert "usual names: 0 added, 0 changed" in run("seed")[1]
    for words, why in ((("seed", "a.csv"), "takes no file"), (("import",), "needs a file")):
        status, _out, said = run(*words)
        assert (status, said.count("\n")) == (2, 1)
        assert why in said
