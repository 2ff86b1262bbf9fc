"""What `lingotype serve` answers: pages, the way to the reader's language, files, and nothing that is not public."""

import re
from collections.abc import Iterator

import pytest

from tests.commands.articles import ENGLISH
from tests.journeys.serving import Served, serving
from tests.newsrooms import copied


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One newsroom for all who only look."""
    newsroom = copied(tmp_path_factory, tmp_path_factory.mktemp("served") / "paper")
    assert newsroom.run("publish", newsroom.write("a.md", ENGLISH), "--wait").status == 0
    outside = newsroom.write("outside.jpg", "not yours")
    (newsroom.folder / "media" / "images").mkdir(parents=True)
    (newsroom.folder / "media" / "images" / "inside.jpg").write_bytes(b"yours")
    (newsroom.folder / "media" / "images" / "way-out.jpg").symlink_to(newsroom.folder / outside)
    with serving(newsroom) as running:
        yield running


@pytest.mark.parametrize("path", ["/en/", "/uk/", "/en/city/", "/en/city/ferry/", "/en/search/?q=ferry"])
def test_public_pages_answer_and_say_what_they_cost(served: Served, path: str) -> None:
    page = served.get(path)
    assert page.status == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert re.fullmatch(r'db;desc="\d+ queries", total;dur=\d+\.\d+', page.headers["Server-Timing"])
    assert f'<html lang="{path[1:3]}"' in page.text


def test_a_page_that_is_not_there_is_404_in_the_language_of_its_address(served: Served) -> None:
    page = served.get("/uk/nothing-here/")
    assert page.status == 404
    assert '<html lang="uk"' in page.text
    assert "Server-Timing" in page.headers
    assert "nothing-here" not in served.said()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9", "courier.example", "somebody.else"])
def test_any_host_may_stand_in_front(served: Served, host: str) -> None:
    assert served.get("/en/city/ferry/", Host=host).status == 200


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("uk", "/uk/"),
        ("ru-RU,ru;q=0.9,en;q=0.5", "/ru/"),
        ("de,es;q=0.8,en;q=0.7", "/es/"),
        ("de", "/en/"),
        ("*", "/en/"),
        ("", "/en/"),
        ("xx" * 2000, "/en/"),
        ("uk;q=nine", "/en/"),
    ],
)
def test_the_root_leads_to_the_readers_language(served: Served, asked: str, given: str) -> None:
    answer = served.get("/", Accept_Language=asked)
    assert (answer.status, answer.headers["Location"]) == (302, given)
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.fixture(scope="module")
def typeface(served: Served) -> str:
    return re.search(r"/static/[\w/-]+\.woff2", served.get("/en/").text)[0]


def test_files_are_not_sent_twice(served: Served, typeface: str) -> None:
    first = served.get(typeface)
    assert (first.status, len(first.body)) == (200, int(first.headers["Content-Length"]))
    assert first.headers["Content-Type"] == "font/woff2"
    again = served.get(typeface, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert served.get(typeface, If_None_Match='"another"').status == 200


def test_files_can_be_asked_about_but_not_written(served: Served, typeface: str) -> None:
    head = served.get(typeface, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert served.get(typeface, "POST").status == 405
    assert served.get("/media/images/inside.jpg").body == b"yours"


@pytest.mark.parametrize("up", ["..", "%2e%2e", "..%2f..", "%252e%252e", "....//..", "images/../..", "images/..%2f.."])
@pytest.mark.parametrize("door", ["/static/", "/media/"])
@pytest.mark.parametrize("secret", [".secret-key", "lingotype.toml", "lingotype.sqlite3"])
def test_no_path_leads_out_of_the_folders(served: Served, door: str, up: str, secret: str) -> None:
    answer = served.get(f"{door}{up}/{secret}")
    assert answer.status == 404
    assert (served.newsroom.folder / ".secret-key").read_bytes().strip() not in answer.body


@pytest.mark.parametrize(
    "path",
    ["/media/images/way-out.jpg", "/media/", "/media/images", "/media/images/", "/media//etc/passwd", "/static/",
     "/static//", "/static/%00", "/media/%00", "/media/%ff%fe", "/media/" + "x" * 5000, "/media/..\\.secret-key",
     "/.secret-key", "/lingotype.toml", "/en/../.secret-key", "/media/images/inside.jpg%00.png"],
)  # fmt: skip
def test_what_is_no_file_is_404(served: Served, path: str) -> None:
    assert served.get(path).status == 404
