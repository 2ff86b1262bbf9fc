"""The page that started the project: its broken sentence holds every language; mended, Apertium translates it."""

import re
from pathlib import Path

import pytest

from tests.newsrooms import ROOT, Newsroom, copied
from tests.translation.engines.debian import needs_apertium

INPUTS = ROOT.parent / "shared" / "inputs"
SETTINGS = """
[site]
name = "Harbor Courier"
[languages]
readers = ["en", "es", "ru", "uk"]
[engines.local]
type = "tests.journeys.engines.LoggedApertium"
[[routes]]
from = "en"
to = ["es"]
engines = ["local"]
gate = "always"
"""
BROKEN = re.compile(r"our РєР\s?°.*? Telegram")

pytestmark = [
    needs_apertium,
    pytest.mark.skipif(not INPUTS.is_dir(), reason="the page that started the project lies beside the checkout only"),
]


@pytest.fixture
def paper(tmp_path_factory, tmp_path) -> Newsroom:
    return copied(tmp_path_factory, tmp_path / "paper", SETTINGS)


def article() -> str:
    """The English text as an article file, furniture and all."""
    (path,) = INPUTS.glob("*.txt")
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    title = lines[0].removesuffix(" - ForumDaily")
    first, last = lines.index(title) + 1, next(i for i, line in enumerate(lines) if line.startswith("1086 requests"))
    paragraphs = "\n\n".join(lines[first:last])
    return f'---\ntitle: "{title}"\nlang: en\nslug: moscow\nsection: world\n---\n{paragraphs}\n'


def test_broken_it_is_held_in_every_language_before_any_engine_is_asked(paper: Newsroom):
    done = paper.run("publish", paper.write("moscow.md", article()), "--wait", "--json")
    assert done.status == 3
    languages = done.json[0]["languages"]
    assert {code: row["state"] for code, row in languages.items()} == dict.fromkeys(["es", "ru", "uk"], "held")
    for row in languages.values():
        errors = [finding for finding in row["findings"] if finding["severity"] == "error"]
        assert {finding["code"] for finding in errors} == {"mojibake"}
        assert all("Telegram" in finding["source"] for finding in errors)
        assert row["url"] is None
    assert not (paper.folder / "asked.jsonl").exists()


def test_mended_it_is_published_and_translated_into_spanish(paper: Newsroom):
    text = article()
    assert BROKEN.search(text)
    paper.run("publish", paper.write("moscow.md", text), "--wait")
    mended = paper.write("moscow.md", BROKEN.sub("our channel in Telegram", text))
    done = paper.run("publish", mended, "--wait", "--json")
    assert done.status == 0, done.err
    spanish = done.json[0]["languages"]["es"]
    assert (spanish["state"], spanish["made_by"]) == ("published", "machine")
    assert done.json[0]["languages"]["ru"]["state"] == "waiting"
    ((title, body),) = paper.rows(
        "SELECT p.title, a.body FROM wagtailcore_page p JOIN newsroom_articlepage a ON a.page_ptr_id = p.id "
        "JOIN wagtailcore_locale l ON l.id = p.locale_id WHERE l.language_code = 'es' AND p.live"
    )
    assert "Moscú" in title
    assert "1.400" in body or "1400" in body
    assert "Israel" in body
    assert "Russian" not in body


def test_nothing_of_the_page_is_in_this_repository():
    text = next(INPUTS.glob("*.txt")).read_text(encoding="utf-8")
    sentences = [line for line in text.splitlines() if len(line) > 100]
    tracked = "".join(path.read_text(encoding="utf-8") for path in Path(ROOT, "demo").rglob("*.md"))
    assert not [sentence for sentence in sentences if sentence in tracked]
