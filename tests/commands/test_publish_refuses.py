"""Bad article files: one line with file and line, exit status 2, and nothing written, not even what was good."""

import re
from collections.abc import Callable

import pytest

from tests.commands.articles import BY_PEOPLE, ENGLISH
from tests.newsrooms import Newsroom, difference

QUOTED = "sources: [{id: nyp, publication: New York Post, url: 'https://nypost.com/a', lang: en}]\n---\n"
"""Goes in place of the end of the front matter."""


def changed(old: str, new: str) -> Callable[[], bytes]:
    return lambda: ENGLISH.replace(old, new, 1).encode()


MISTAKES = {
    "no title": (changed("title: The ferry is late\n", ""), r"bad.md:\d+: .*title"),
    "an empty title": (changed("The ferry is late", "''"), r"bad.md:2: .*title"),
    "no language": (changed("lang: en\n", ""), r"bad.md:\d+: .*lang"),
    "an unknown language": (changed("lang: en", "lang: xx"), r"bad.md:3: .*xx"),
    "a language of somebody else": (changed("lang: en", "lang: he"), r"bad.md:3: .*he"),
    "an unknown source id": (
        lambda: ENGLISH.replace("---\nThe", QUOTED + '[They]{.quote source=wsj original="x"} said: the').encode(),
        r"bad.md:8: .*wsj",
    ),
    "broken YAML": (changed("slug: ferry", "tags: [ferry"), r"bad.md:[4567]: "),
    "a key twice": (changed("slug: ferry", "slug: ferry\nslug: boat"), r"bad.md:5: .*slug"),
    "an unknown key": (changed("slug:", "slugg:"), r"bad.md:4: .*slugg.*did you mean .*slug"),
    "no front matter": (lambda: b"The ferry left the harbor at nine.\n", r"bad.md(:1)?: "),
    "front matter without an end": (changed("---\nThe", "The"), r"bad.md(:\d+)?: "),
    "a missing image": (changed("slug: ferry", "image: {file: gone.jpg}"), r"bad.md:4: .*gone.jpg"),
    "an image from elsewhere": (changed("slug: ferry", "image: {file: ../b.jpg}"), r"bad.md:4: .*outside"),
    "not UTF-8": (lambda: "---\ntitle: Порт\nlang: ru\n---\nПорт.\n".encode("cp1251"), r"bad.md:2: not UTF-8"),
    "50 MB": (lambda: ENGLISH.encode() + b"x" * 50 * 1024 * 1024, r"bad.md: larger than 5 MB"),
    "a NUL": (changed("harbor", "har\0bor"), r"bad.md:7: .*U\+0000"),
    "raw HTML": (changed("Nobody", "<script>alert(1)</script>\n\nNobody"), r"bad.md:9: raw HTML"),
    "nothing at all": (lambda: b"", r"bad.md(:1)?: "),
}


@pytest.mark.parametrize(("content", "complaint"), MISTAKES.values(), ids=MISTAKES)
def test_a_bad_file_gets_one_line_and_nothing_is_written(
    quick: Newsroom, content: Callable[[], bytes], complaint: str
) -> None:
    quick.run("status")
    before = quick.everything()
    (quick.folder / "bad.md").write_bytes(content())
    refusal = quick.run("publish", quick.write("good.md", ENGLISH), "bad.md", "--wait", "--json").refusal
    assert re.match(complaint, refusal.removeprefix("lingotype: ")), refusal
    assert difference(before, quick.everything()) == {}


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("gone.md", "gone.md: there is no such file"), (".", ".: this is a folder"), ("media", "media: ")],
)
def test_what_is_no_file_is_refused(quick: Newsroom, name: str, complaint: str) -> None:
    assert quick.run("publish", name).refusal.startswith(f"lingotype: {complaint}")


LATE_MISTAKES = {
    "a translation of nothing": (BY_PEOPLE.replace("slug: ferry", "slug: boat"), "en/boat"),
    "a translation into its own language": (
        ENGLISH.replace("slug: ferry", "slug: ferry-2\ntranslation_of: {lang: en, slug: ferry}"), "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "complaint"), LATE_MISTAKES.values(), ids=LATE_MISTAKES)
def test_what_only_the_database_knows_keeps_the_good_ones_out_too(quick: Newsroom, text: str, complaint: str) -> None:
    quick.run("status")
    before = quick.everything()
    refusal = quick.run("publish", quick.write("good.md", ENGLISH), quick.write("bad.md", text), "--wait").refusal
    assert refusal.startswith("lingotype: bad.md")
    assert complaint in refusal
    assert difference(before, quick.everything()) == {}


def test_a_slug_that_is_a_translations_is_refused(quick: Newsroom) -> None:
    quick.run("publish", quick.write("a.md", ENGLISH), quick.write("b.md", BY_PEOPLE))
    before = quick.everything()
    taken = BY_PEOPLE.replace("translation_of: {lang: en, slug: ferry}\ntranslator: Марія Левченко\n", "")
    assert "porom-spizniuietsia belongs to a translation" in quick.run("publish", quick.write("c.md", taken)).refusal
    assert difference(before, quick.everything()) == {}


def test_no_file_at_all_is_refused(quick: Newsroom) -> None:
    refused = quick.run("publish")
    assert (refused.status, refused.out) == (2, "")
    assert "FILE" in refused.err
    assert "Traceback" not in refused.err
