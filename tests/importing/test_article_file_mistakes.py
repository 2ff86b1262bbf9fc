"""Each mistake in an article file gets one line, with the file and the line; and the reference says what it means."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lingotype.importing.article_file import ArticleFile, ArticleFileError, read_article_file

Read = Callable[..., ArticleFile]

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "article-files.md"
NEEDED = "title: a\nlang: ru\n"

_SOURCE = "- {id: a, publication: A, url: http://a.b, lang: en}\n"


def _with_source(**changed: str) -> str:
    source = {"id": "a", "publication": "A", "url": "http://a.b", "lang": "en", **changed}
    return f"{NEEDED}sources: [{json.dumps(source)}]\n"


# Front matter, the line that is named, what is said. `title` stands on line 2 of the file.
FRONT_MISTAKES = [
    ("lang: ru\n", 1, "the front matter has no title; add title: …"),
    ("title:\nlang: ru\n", 2, "title is empty"),
    ('lang: ru\ntitle: " "\n', 3, "title is empty"),
    ("lang: ru\ntitle:\n  - a\n", 3, "title must be a text"),
    (f"lang: ru\ntitle: {'a' * 256}\n", 3, "title is longer than 255 characters"),
    ("title: a\n", 1, "the front matter has no lang; add lang: …"),
    ("title: a\nlang: fr\n", 3, "unknown language “fr”; this site has ru, en, uk"),
    ("title: a\nlang: [ru]\n", 3, "lang must be a text"),
    (f"{NEEDED}titel: b\n", 4, "unknown key “titel” in the front matter; did you mean “title”?"),
    (f"{NEEDED}xyz: b\n", 4, "unknown key “xyz” in the front matter; known are: title, lang"),
    (f"{NEEDED}title: b\n", 4, "“title” is given twice in the front matter"),
    (f"{NEEDED}? [a]\n: b\n", 4, "broken YAML: a key of the front matter is not a word"),
    ("title: a\ntags: [a\nlang: ru\n", 4, "broken YAML: expected ',' or ']', but got ':'"),
    ("title: a: b\nlang: ru\n", 2, "broken YAML: mapping values are not allowed here; put quotation marks"),
    ('title: "a\nlang: ru\n', 2, "broken YAML: found unexpected end of stream"),
    ("title: a\n\tlang: ru\n", 3, "broken YAML: found character '\\t' that cannot start any token"),
    ("- title\n", 2, "the front matter must be keys and values"),
    ("", 1, "the front matter must be keys and values"),
    (f"{NEEDED}dek: &a b\nslug: *a\n", 5, "broken YAML: aliases (*name) are not known here"),
    (f"{NEEDED}dek: !!python/name:os.system x\n", 4, "broken YAML: the tag “tag:yaml.org,2002:python/name:os.system”"),
    (f"{NEEDED}tags: {'[' * 9}\n", 4, "broken YAML: too many lists inside one another"),
    (f'{NEEDED}dek: "\\UFFFFFFFF"\n', 4, "broken YAML: an escape that is not a character"),
    (f"{NEEDED}dek: a\x85\x9f\n", 4, "broken YAML: a character that is not text"),
    (f'{NEEDED}dek: "\\uD800"\n', 4, "the character U+D800 is not text"),
    (f"{NEEDED}dek: {'a' * 100_000}\n", 1, "the front matter is longer than 100000 characters"),
    (f"{NEEDED}slug: Порт\n", 4, "slug “Порт” must be small letters a-z, digits and hyphens"),
    (f"{NEEDED}section: a/b\n", 4, "section “a/b” must be small letters"),
    (f"{NEEDED}editions: [-a]\n", 4, "edition “-a” must be small letters"),
    (f"{NEEDED}tags: Москва\n", 4, "tags must be a list: tags: […, …]"),
    (f"{NEEDED}tags:\n- a\n-\n", 6, "an entry of tags is empty"),
    (f"{NEEDED}authors: [{{name: a}}]\n", 4, "an entry of authors must be a text"),
    (f"{NEEDED}published: вчера\n", 4, "published “вчера” is not a date; write 2026-11-20"),
    (f"{NEEDED}updated: 2026-13-45\n", 4, "updated “2026-13-45” is not a date"),
    (f"{NEEDED}updated: 0001-01-01T00:00:00+14:00\n", 4, "updated “0001-01-01T00:00:00+14:00” is not a date"),
    (f"{NEEDED}corrections: [a]\n", 4, "an entry of corrections must be keys and values: date: …, text: …"),
    (f"{NEEDED}corrections:\n- date: 2026-11-20\n", 5, "an entry of corrections has no text; add text: …"),
    (f"{NEEDED}corrections:\n- text: a\n  date: x\n", 6, "date “x” is not a date"),
    (f'{NEEDED}corrections: [{{date: 2026-11-20, text: "\\u0001"}}]\n', 4, "the character U+0001 is not text"),
    ('title: "\\u202eabc"\nlang: ru\n', 2, "title holds the direction mark U+202E without its partner; remove it"),
    ('title: "a\\u2067b\\u202c"\nlang: ru\n', 2, "title holds the direction mark U+202C without its partner"),
    (f'{NEEDED}dek: "a\\u2069"\n', 4, "dek holds the direction mark U+2069 without its partner"),
    (f'{NEEDED}tags: ["\\u2068a"]\n', 4, "tag holds the direction mark U+2068 without its partner"),
    (f'{NEEDED}corrections: [{{date: 2026-11-20, text: "\\u202ba"}}]\n', 4, "text holds the direction mark U+202B"),
    (f"{NEEDED}translator: {'a' * 201}\n", 4, "translator is longer than 200 characters"),
    (f"{NEEDED}translation_of: {{lang: en}}\n", 4, "translation_of has no slug; add slug: …"),
    (f"{NEEDED}translation_of: {{slug: a}}\n", 4, "translation_of has no lang; add lang: …"),
    (f"{NEEDED}translation_of: {{lang: ru, slug: a}}\n", 4, "a translation into “ru” cannot be of an article in “ru”"),
    (f"{NEEDED}translation_of: {{lang: fr, slug: a}}\n", 4, "unknown language “fr”"),
    (f"{NEEDED}translation_of: ru/a\n", 4, "translation_of must be keys and values: lang: …, slug: …"),
    (f"{NEEDED}image: harbor.jpg\n", 4, "image must be keys and values: file: …, alt: …"),
    (f"{NEEDED}image: {{alt: a}}\n", 4, "image has no file; add file: …"),
    (f"{NEEDED}image:\n  file: nope.jpg\n", 5, "there is no image “nope.jpg” beside the article"),
    (f"{NEEDED}image: {{file: harbor.jpg, copyright: a}}\n", 4, "unknown key “copyright” in image"),
    (f"{NEEDED}sources: [{{id: a, url: 'http://a.b', lang: en}}]\n", 4, "an entry of sources has no publication"),
    (f"{NEEDED}sources:\n- {{id: a, publication: A, lang: en}}\n", 5, "an entry of sources has no url; add url: …"),
    (_with_source(id="a b"), 4, "a source's id “a b” must be one short word"),
    (_with_source(lang="EN!"), 4, "a source's lang “EN!” must be a language code"),
    (f"{NEEDED}sources:\n{_SOURCE * 2}", 6, "the source “a” is given twice"),
    (_with_source(url=f"http://a.b/{'c' * 2000}"), 4, "address is longer than 2000 characters"),
    *[
        (_with_source(url=url), 4, "is not a web address; write it")
        for url in ("a.b/c", "ftp://a.b", "http://", "http://a b/", "http://a.b/c d", "http://a:99999/", "http://[::1",
                    "/ru/a/", "http://a<b>/")
    ],
]  # fmt: skip

# The body of an article with the source nyp, the line that is named, what is said. The body begins on line 6.
BODY_MISTAKES = [
    ("", 6, "the article has no text below its front matter"),
    ("\n***\n\n", 9, "the article has no text below its front matter"),
    ("а\n\nб [в]{.quote source=nypost}", 8, "“nypost” is not among the sources of this article; did you mean “nyp”?"),
    ("{source=x}\n> а", 7, "“x” is not among the sources of this article; known are: nyp"),
    ("# а [б]{.quote source=x}", 6, "“x” is not among the sources"),
    ("{.pull}\n> а\n>\n> [б]{.quote source=x}", 9, "“x” is not among the sources"),
    ('а [б]{.quote original="b"}', 6, "a quotation with an original needs its source: source=id"),
    ("а [б]{.quote sourse=nyp}", 6, "a quotation has no “sourse”; did you mean “source”?"),
    ('а [б]{source=nyp original="b"}', 6, "a span with a source, speaker or original is a quotation: write {.quote …}"),
    ("а [ \\\n]{.quote source=nyp}", 6, "a quotation has no text"),
    ("а []{.quote source=nyp}", 6, "a quotation has no text"),
    ('[а [б]{.quote source=nyp original="b"}]{.quote}', 6, "a quotation with an original stands inside one without"),
    ('а\nб [в]{.quote original="b}', 7, "an attribute list cannot be read; write [text]{.quote source=id"),
    ("а [б]{.quote original=“b c”}", 6, "an attribute list cannot be read"),
    ('а [б]{.quote original="b" original="c"}', 6, "an attribute list cannot be read"),
    ("а [б] {.quote}", 6, "an attribute list cannot be read"),
    ("{.note} а\n\nб", 6, "an attribute list cannot be read"),
    ("[а](https://b.example){.subject", 6, "an attribute list cannot be read"),
    ("# а {#b}", 6, "an attribute list cannot be read"),
    (f"[а]{{.quote speaker={'b' * 201}}}", 6, "speaker is longer than 200 characters"),
    ('{.quote original="b"}\n> а', 7, "the original of a > block stands in a span in it"),
    ("{.quote cite=b}\n> а", 7, "a quotation has no “cite”; known are: source, speaker"),
    (">", 6, "a quotation has no text"),
    ("{source=nyp}\nа", 7, "this block stands after a line of quotation attributes"),
    ("{.pull}\nа", 7, "this block stands after a line of quotation attributes, but does not begin with >"),
    ("> а\n>\n> > б", 8, "a quotation stands inside another block"),
    ("> # а", 6, "a heading stands inside another block"),
    ("> а\n> {.b}\n> в", 7, "an attribute list stands alone here"),
    ("> - а", 6, "a list stands inside another block; give it a place of its own"),
    ("- а\n\n  > б", 8, "an item of a list holds text and, at its end, at most one inner list"),
    ("- а\n  - б\n\n  в", 9, "an item of a list holds text and, at its end, at most one inner list"),
    ("2024. Год", 6, "a numbered list begins with 1, not 2024; if no list is meant, write 2024\\."),
    ("а\n\n<div>б</div>\n\nв", 8, "raw HTML “<div>б</div>”; write it as Markdown"),
    ("а\nб <b>в</b>", 7, "raw HTML “<b>”; write **bold**"),
    ("<!-- а -->", 6, "raw HTML “<!-- а -->”"),
    ("а | б\n--|--\nв | г", 6, "tables are not known in an article; write a list"),
    ("#", 6, "a heading has no text"),
    (f"# {'а' * 251}", 6, "heading is longer than 250 characters"),
    ("а\nб ![в](harbor.jpg)", 7, "an image stands inside running text; give it a paragraph of its own"),
    ("# ![а](harbor.jpg)", 6, "an image stands inside running text"),
    ("![а](harbor.jpg)\n![б](nope.jpg)", 7, "there is no image “nope.jpg” beside the article"),
    ("![а](https://b.example/c.jpg)", 6, "there is no image “https://b.example/c.jpg” beside the article"),
    ("![а]()", 6, "an image has no file"),
    ("![а](../outside.jpg)", 6, "the image “../outside.jpg” lies outside the article's folder"),
    ("![а](%2E%2E/outside.jpg)", 6, "lies outside the article's folder"),
    ("![а](way-out.jpg)", 6, "lies outside the article's folder"),
    ("![а](/etc/passwd)", 6, "lies outside the article's folder"),
    ("![а](images)", 6, "there is no image “images” beside the article"),
    (f"![а]({'b' * 300}.jpg)", 6, "there is no readable image"),
    ("![а](notes.jpg)", 6, "“notes.jpg” is not a JPEG, PNG, WebP or GIF image"),
    ("![а](sound.webp)", 6, "“sound.webp” is not a JPEG, PNG, WebP or GIF image"),
    ("![а](false.webp)", 6, "“false.webp” is not a JPEG, PNG, WebP or GIF image"),
    ("![а](empty.jpg)", 6, "“empty.jpg” is not a JPEG, PNG, WebP or GIF image"),
    ("![а](huge.jpg)", 6, "the image “huge.jpg” is larger than 20 MB"),
    ("![а](cut.png)", 6, "the image “cut.png” is cut off or damaged"),
    ("![а](bomb.png)", 6, "the image “bomb.png” has more than 50 megapixels"),
    ("![а](large.png)", 6, "the image “large.png” has more than 50 megapixels"),
    (f"![{'а' * 301}](harbor.jpg)", 6, "alt is longer than 300 characters"),
    (f"![а](harbor.jpg '{'б' * 501}')", 6, "caption is longer than 500 characters"),
    (f"![а](harbor.jpg '|{'б' * 256}')", 6, "credit is longer than 255 characters"),
    ("<https://a.example>{title=" + "b" * 251 + "}", 6, "embed title is longer than 250 characters"),
    ("[а](https://b.example/){.subject}", 6, "a .subject link leads to an article of this site: /lang/section/slug/"),
    ("а [б]()", 6, "a link has no address"),
    *[
        (f"а\n[б](<{address}>)", 7, "it must begin with https://, http://, mailto: or /")
        for address in ("javascript:alert(1)", "JavaScript:a", "java&Tab;script:a", "data:a,b", "vbscript:a", "file:///a",
                        "ftp://a.example", "a.html", "#a", "//a.example", "/\\\\a.example", "mailto:a", "tel:+380")
    ],
    ("<ftp://a.example>", 6, "“ftp://a.example” is not a web address"),
    ("[а](https://b:c)", 6, "“https://b:c” is not a web address"),
    (f"[а](https://b.example/{'c' * 2000})", 6, "address is longer than 2000 characters"),
    ("[[«а»]{.quote}](/ru/)", 6, "a link cannot be read; write [text](https://…)"),
    ("[а](б в)", 6, "a link cannot be read"),
    ("а\n\n[Анна]: Да.", 8, "a link leads to “Да.”; it must begin"),
    ("а &#12; б", 6, "the character U+000C is not text"),
    ("а\nб \x01", 7, "the character U+0001 is not text"),
    ("а\nб \x00", 7, "the character U+0000 is not text"),
    (">" * 30 + "а", 6, "too many marks inside one another; write it flat"),
    ("а" * 1_000_000, None, "the article is longer than 1000000 characters; divide it"),
]  # fmt: skip


def _refused(path: Path) -> ArticleFileError:
    with pytest.raises(ArticleFileError) as caught:
        read_article_file(path, languages=("ru", "en", "uk"))
    error = caught.value
    assert "\n" not in str(error)
    assert str(error) == f"{path}:{error.line}: {error.message}" or (error.line is None and f"{path}: " in str(error))
    assert _is_documented(error.message), error.message
    return error


def _is_documented(message: str) -> bool:
    """Whether a row of the reference's tables, each `…` standing for anything, is the beginning of this message."""
    rows = re.findall(r"^\| `` (.+?) `` \|", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)
    return any(re.match(re.escape(row).replace("…", ".*"), message) for row in rows)


@pytest.mark.parametrize(("front", "line", "said"), FRONT_MISTAKES)
def test_mistakes_in_the_front_matter(read: Read, folder: Path, front: str, line: int, said: str) -> None:
    with pytest.raises(ArticleFileError):
        read(front=front)
    error = _refused(folder / "article.md")
    assert (error.line, said in error.message) == (line, True), str(error)


@pytest.mark.parametrize(("body", "line", "said"), BODY_MISTAKES)
def test_mistakes_in_the_body(read: Read, folder: Path, body: str, line: int | None, said: str) -> None:
    with pytest.raises(ArticleFileError):
        read(body)
    error = _refused(folder / "article.md")
    assert (error.line, said in error.message) == (line, True), str(error)


def test_an_absolute_path_is_refused_even_into_the_folder(read: Read, folder: Path) -> None:
    with pytest.raises(ArticleFileError, match="lies outside the article's folder"):
        read(f"![а](<{folder.resolve()}/harbor.jpg>)")


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", 1, "no front matter: the file must begin with a line ---"),
        (b"\n---\ntitle: a\n---\n", 1, "no front matter"),
        (b"...\ntitle: a\n---\n", 1, "no front matter"),
        (b"---\ntitle: a\n", 1, "the front matter has no end: a line --- must close it"),
        (b"---\ntitle: a\n---\n\r\rab\xffc", 6, "not UTF-8: byte 0xFF; save the file as UTF-8"),
        ("---\ntitle: Порт".encode("cp1251"), 2, "not UTF-8: byte 0xCF"),
        ("---\ntitle: a\n---\n".encode("utf-16"), 1, "not UTF-8: byte 0xFF"),
        (b"\xef\xbb\xbf---\n\xff", 2, "not UTF-8: byte 0xFF"),
        (b"---\ntitle: a\x00", 2, "the character U+0000 is not text"),
    ],
)
def test_mistakes_of_the_whole_file(tmp_path: Path, content: bytes, line: int, said: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    error = _refused(path)
    assert (error.line, said in error.message) == (line, True), str(error)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nope.md", "there is no such file"),
        ("folder", "this is a folder; name an article file in it"),
        ("pipe", "this is not an ordinary file"),
        ("big.md", "larger than 5 MB; an article file holds text, pictures lie beside it"),
        ("loop", "the file cannot be read: "),
        ("a" * 300, "the file cannot be read: "),
        ("a\0b", "the file cannot be read: no file can have this name"),
    ],
)
def test_paths_that_are_no_article_file(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    with (tmp_path / "big.md").open("wb") as big:
        big.truncate(50 * 1024 * 1024)
    error = _refused(tmp_path / name)
    assert (error.line, error.message.startswith(said)) == (None, True), str(error)
