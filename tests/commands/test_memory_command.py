"""`lingotype memory import|export`."""

import json

import pytest
from django.core.management import call_command

from lingotype.translation.tmx import Unit, stored_units, write_tmx


@pytest.fixture
def run(newsroom, capsys):
    """The command's exit status and what it printed."""

    def call(*words):
        try:
            call_command("memory", *map(str, words))
        except SystemExit as ended:
            return ended.code, *capsys.readouterr()
        return 0, *capsys.readouterr()

    return call


def test_translations_go_in_and_out(run, tmp_path):
    file = tmp_path / "memory.tmx"
    file.write_bytes(write_tmx([Unit("en", "es", "Yes.", "Sí."), Unit("en", "de", "Yes.", "Ja.")]))
    assert json.loads(run("import", file, "--json")[1]) == {"added": 1, "known": 0, "skipped": 1}
    assert json.loads(run("export", tmp_path / "all.tmx", "--json")[1]) == {"units": 1}
    assert "0 added, 1 known" in run("import", tmp_path / "all.tmx")[1]
    assert list(stored_units()) == [Unit("en", "es", "Yes.", "Sí.")]


@pytest.mark.parametrize(
    ("content", "why"), [(b"<tmx", "not XML that can be read safely"), (b"<a/>", "no <tmx>"), (None, "No such file")]
)
def test_bad_input_is_one_line_and_exit_2(run, tmp_path, content, why):
    file = tmp_path / "memory.tmx"
    if content is not None:
        file.write_bytes(content)
    status, _out, said = run("import", file)
    assert (status, why in said, said.count("\n")) == (2, True, 1)
