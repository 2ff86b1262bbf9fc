"""`lingotype translate`: standard input through route, memory and checks, text or HTML."""

import pytest

from tests.commands.articles import ENGLISH
from tests.newsrooms import Newsroom


def translated(newsroom: Newsroom, text: str, *words: str):
    return newsroom.run("translate", "--from", "en", "--to", "es", *words, stdin=text.encode())


def test_text_keeps_its_lines(paper: Newsroom) -> None:
    done = translated(paper, "The harbor.\n\n  Nine ships & more.\n")
    assert done.out == "[es] THE HARBOR.\n\n  [es] NINE SHIPS & MORE.\n"
    assert done.status in (0, 3), done.err


def test_html_keeps_its_structure_and_attributes(quick: Newsroom) -> None:
    html = '<h2>Tides</h2><p class="lead">Low at <a href="https://tides.example/?a=1&amp;b=2">nine</a>.</p>'
    done = translated(quick, html, "--format", "html")
    assert '<p class="lead">' in done.out
    assert '<a href="https://tides.example/?a=1&amp;b=2">' in done.out
    assert "TIDES</h2>" in done.out
    assert "class" not in "".join(quick.asked())


def test_machines_get_the_translation_its_engine_and_what_the_checks_found(quick: Newsroom) -> None:
    done = quick.run("translate", "--from", "ru", "--to", "en", "--json", stdin="Порт.\nВ нём 40 судов.".encode())
    assert set(done.json) == {"translation", "engine", "findings"}
    assert (done.json["translation"], done.json["engine"]) == ("[en] ПОРТ.\n[en] В НЁМ  СУДОВ.", "forgetful")
    lost = next(finding for finding in done.json["findings"] if finding["code"] == "numbers")
    assert (lost["severity"], lost["segment"]) == ("error", 2)
    assert (done.status, done.err) == (3, "")


def test_people_get_findings_beside_the_text(quick: Newsroom) -> None:
    done = quick.run("translate", "--from", "ru", "--to", "en", stdin="В нём 40 судов.".encode())
    assert done.out == "[en] В НЁМ  СУДОВ."
    assert "text 1: error: numbers: " in done.err
    assert done.status == 3


def test_memory_is_asked_before_engines(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH), "--wait")
    asked = quick.asked()
    done = translated(quick, "The ferry left the harbor at nine.", "--json")
    assert (done.json["translation"], done.json["engine"]) == ("[es] THE FERRY LEFT THE HARBOR AT NINE.", None)
    assert quick.asked() == asked


@pytest.mark.parametrize("text", ["", "\n\n", "7\n", "1 400 : 3,5"])
def test_what_has_no_letters_is_its_own_translation(quick: Newsroom, text: str) -> None:
    done = translated(quick, text)
    assert (done.status, done.out) == (0, text)
    assert quick.asked() == []


BAD_INPUT = {
    "not UTF-8": ("en", "es", "Порт".encode("cp1251"), "standard input is not UTF-8 (byte 0)"),
    "too long": ("en", "es", b"x" * 5_000_001, "standard input is longer than 5000000 bytes"),
    "an unknown source": ("xx", "es", b"a", "language 'xx' is not known; known are ru"),
    "an unknown target": ("en", "spanish", b"a", "language 'spanish' is not known"),
    "one language": ("en", "en", b"a", "--from and --to are the same language"),
    "a pair without an engine": ("es", "be", b"puerto", "no engine for es → be: add to lingotype.toml [[routes]]"),
}


@pytest.mark.parametrize(("source", "target", "text", "complaint"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_gets_one_line(quick: Newsroom, source: str, target: str, text: bytes, complaint: str) -> None:
    assert complaint in quick.run("translate", "--from", source, "--to", target, stdin=text).refusal


def test_an_engine_that_fails_is_named_with_its_pair(quick: Newsroom) -> None:
    refused = quick.run("translate", "--from", "ru", "--to", "be", stdin="порт".encode())
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.splitlines()[-1].startswith("lingotype: engine broken, ru→be, ")
    assert "the licence has run out" in refused.err.splitlines()[-1]


@pytest.mark.parametrize(
    "html", ["<p>one</p", "<p><table>x</p>", "<script>alert(1)</script>", "<p>a<unknown>b</p>", "<"]
)
def test_odd_html_is_translated_or_refused_in_one_line(quick: Newsroom, html: str) -> None:
    done = translated(quick, html, "--format", "html")
    assert done.status in (0, 2, 3)
    assert "Traceback" not in done.err


def test_words_that_are_no_options_are_refused(quick: Newsroom) -> None:
    refused = quick.run("translate", "--from", "en", "--to", "es", "--format", "pdf")
    assert (refused.status, refused.out) == (2, "")
    assert "pdf" in refused.err
