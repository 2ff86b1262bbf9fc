"""No text can make the reader crash, hang, or pass on what a browser would run."""

import re
import time
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lingotype.importing.article_file import ArticleFile, ArticleFileError, Block, read_article_file

Read = Callable[..., ArticleFile]

PATIENT = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no failure; how long reading may take is tested by itself below."""

# The marks that mean something, so that random texts meet the reader's rules and not only its default.
_MARKS = (
    "[", "]", "(", ")", "{", "}", "<", ">", "!", "`", "*", "**", "_", "\\", "|", "&", "\n", "\n\n", "  ", "\t",
    "---", "===", "```", "# ", "> ", "- ", "1. ", "[x]{.quote ", "{.pull}\n", "]{.a ", 'original="',
    "source=nyp", '"}', "](/x/)", "<b>", "](https://a.b)", "<https://a.b>", "![", "](harbor.jpg)", "<!--", "-->",
    "&#12;", "&#0;", "&amp;", "[a]: ", "javascript:",
)  # fmt: skip
_YAML_MARKS = (
    "title: ", "lang: ru\n", "tags: [", "]", "{", "}", "\n", "- ", "? ", ": ", "'", '"', "\\U", "FFFFFFFF",
    "&a ", "*a", "#", "!!binary ", "!x ", "|\n", "%YAML 1.1\n", "<<: ", "~", "published: ", "2026-11-20",
    "\\ud800", "image: ", "sources: ",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_MARKS) | st.text(max_size=5), max_size=30).map("".join)
_YAML = st.lists(st.sampled_from(_YAML_MARKS) | st.text(max_size=4), max_size=15).map("".join)
_TAGS = {"p", "a", "b", "i", "br", "ul", "ol", "li"}


class _Tags(HTMLParser):
    """What a browser would see of a rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS
        assert {name for name, _ in attrs} <= {"href", "linktype", "source", "speaker", "original", "lang"}
        assert tag == "a" or not attrs
        assert tag != "a" or "a" not in self.open, "a link inside a link"
        assert re.match(r"https?://|mailto:|/(?![/\\])", dict(attrs).get("href") or "/")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            assert self.open.pop() == tag


def _judge(block: Block) -> None:
    html = block.value if isinstance(block.value, str) else block.value.get("text") if block.type == "quotation" else ""
    tags = _Tags()
    tags.feed(str(html))
    tags.close()
    assert tags.open == []
    str(block.value).encode()


def _read_or_refused(call: Callable[[], ArticleFile]) -> Sequence[Block]:
    """The blocks of what was read; none if it was refused in one line. Any other exception fails the test."""
    try:
        article = call()
    except ArticleFileError as error:
        message = str(error)
    else:
        article.title.encode()
        assert article.title == " ".join(article.title.split("\n")).strip()
        return article.body
    assert "\n" not in message
    return ()


@given(body=_TEXTS)
@example(body="\\\n[a]{.quote}")
@PATIENT
def test_any_text_is_read_or_refused(read: Read, body: str) -> None:
    for block in _read_or_refused(lambda: read(body)):
        _judge(block)


@given(front=_YAML)
@PATIENT
def test_any_front_matter_is_read_or_refused(read: Read, front: str) -> None:
    for block in _read_or_refused(lambda: read(front=front)):
        assert block.value == "<p>Текст.</p>"


@given(title=st.text(max_size=300))
@PATIENT
def test_any_title_is_read_or_refused(read: Read, title: str) -> None:
    escaped = title.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    for block in _read_or_refused(lambda: read(front=f'lang: ru\ntitle: "{escaped}"\n')):
        assert block.value == "<p>Текст.</p>"


@given(content=st.binary(max_size=100))
@PATIENT
def test_any_bytes_are_read_or_refused(folder: Path, content: bytes) -> None:
    path = folder / "bytes.md"
    path.write_bytes(b"---\ntitle: a\nlang: ru\n---\n" + content)
    for block in _read_or_refused(lambda: read_article_file(path, languages=("ru",))):
        _judge(block)


@pytest.mark.parametrize(
    "body",
    [
        "> " * 10_000 + "а",
        "- " * 10_000 + "а",
        "\n".join("  " * depth + "- а" for depth in range(300)),
        "[" * 100_000,
        "[" * 20_000 + "а" + "](/b)" * 20_000,
        "[" * 3_000 + "а" + "]{.quote}" * 3_000,
        "![" * 20_000,
        '[а]{.quote original="' * 10_000,
        "[а]{.quote" + " " * 500_000 + "[а]{",
        "[а]{.quote original=" + '"а' + " " * 200_000 + '"}',
        "*а **б " * 20_000,
        "<a " * 30_000,
        "а <!-- " * 30_000,
        "[а](<б" * 20_000,
        "> - " * 5_000 + "а",
    ],
    ids=lambda body: body[:12],
)
def test_no_text_takes_long(read: Read, body: str) -> None:
    _assert_quick(lambda: read(body))


@pytest.mark.parametrize(
    "front",
    [
        "title: a\nlang: ru\ntags: " + "[" * 90_000,
        "- " * 40_000,
        "? " * 40_000,
        "{" * 90_000,
        "title: a\nlang: ru\ntags: [" + "a, " * 30_000 + "]\n",
        f'lang: ru\ntitle: "a{" " * 90_000}b"\n',
        f"title: a\nlang: ru\npublished: '2026{' ' * 90_000}b'\n",
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30)),
    ],
    ids=lambda front: front[:12],
)
def test_no_front_matter_takes_long(read: Read, front: str) -> None:
    _assert_quick(lambda: read(front=front))


def _assert_quick(call: Callable[[], ArticleFile]) -> None:
    """Well above the second or two that these take, and far below what quadratic time would."""
    start = time.process_time()
    _read_or_refused(call)
    assert time.process_time() - start < 20
