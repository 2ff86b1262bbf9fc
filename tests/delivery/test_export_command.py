"""`lingotype export DIR`: what it says, and what is left when it is killed."""

import json
import os
import signal
import time

import pytest
from django.core.management import call_command

from tests.factories import article, block
from tests.newsrooms import copied


@pytest.fixture
def export(newsroom, capsys):
    """Run the command here; returns its exit status and both outputs."""

    def run(*words):
        capsys.readouterr()
        try:
            call_command("export", *map(str, words))
        except SystemExit as ended:
            return (ended.code, *capsys.readouterr())
        return (0, *capsys.readouterr())

    return run


def test_it_says_what_it_copied(export, tmp_path):
    article("port")
    status, out, err = export(tmp_path / "site")
    assert (status, err) == (0, "")
    assert out.startswith(f"{tmp_path / 'site'}: ")
    assert " pages, " in out
    assert out.count("\n") == 1


def test_as_json(export, tmp_path):
    article("port")
    status, out, err = export(tmp_path / "site", "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert told["dir"] == str(tmp_path / "site")
    assert told["pages"] == len([path for path in (tmp_path / "site").glob("*/**/*.html") if path.name != "404.html"])
    assert (told["errors"], told["broken_links"]) == ([], [])


def test_an_error_is_named_in_one_line_and_makes_the_status(export, settings, tmp_path, caplog):
    article("port", tags=["x"])
    (tmp_path / "theme" / "pages").mkdir(parents=True)
    (tmp_path / "theme" / "pages" / "tag.html").write_text("{% include missing.name %}")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path / "theme"]}]
    status, out, err = export(tmp_path / "site", "--json")
    assert status == 1
    assert "/ru/tag/x/" in {error["address"] for error in json.loads(out)["errors"]}
    assert "error: /ru/tag/x/ answers 500 (TemplateDoesNotExist: No template names provided)\n" in err
    assert all(line.startswith("error: ") for line in err.splitlines())
    assert not [record for record in caplog.records if record.name == "django.request"]


def test_a_broken_link_is_a_word_and_no_error(export, tmp_path):
    article("port", body=[block("paragraph", '<p><a href="/ru/gone/">там</a></p>')])
    status, _, err = export(tmp_path / "site")
    assert (status, err) == (0, "broken link: /ru/gone/ answers 404 (linked from /ru/city/port/)\n")


def test_a_folder_that_is_not_ours_is_refused(export, tmp_path):
    (tmp_path / "thesis.txt").touch()
    status, out, err = export(tmp_path)
    assert (status, out) == (2, "")
    assert err.startswith(f"lingotype: {tmp_path} holds ")
    assert "thesis.txt" in {path.name for path in tmp_path.iterdir()}


def test_a_killed_export_leaves_the_earlier_copy_whole(tmp_path_factory, tmp_path):
    newsroom = copied(tmp_path_factory, tmp_path / "paper")
    site = newsroom.folder / "site"
    newsroom.write("port.md", "---\ntitle: Port\nlang: en\nslug: port\n---\nText.\n")
    assert newsroom.run("publish", "port.md").status == 0
    assert newsroom.run("export", "site").status == 0
    before = sorted(path.relative_to(site) for path in site.rglob("*"))
    running = newsroom.start("export", "site")
    wait_for(lambda: list(newsroom.folder.glob(".site.new-*/*/index.html")))
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert sorted(path.relative_to(site) for path in site.rglob("*")) == before
    assert list(newsroom.folder.glob(".site.new-*"))
    assert newsroom.run("export", "site").status == 0
    assert not list(newsroom.folder.glob(".site.new-*"))


def wait_for(there, seconds=60):
    deadline = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < deadline
        time.sleep(0.01)
