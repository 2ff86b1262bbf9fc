"""What every web server in front owes to readers: nginx and Caddy with the very files of `deploy/`."""

import gzip
import re

import brotli
import pytest

from lingotype.delivery.encodings import encoded
from tests.deploy.pages import KINDS, NO_PAGES, PATH, TEXT, headers_of_serve, public_headers
from tests.deploy.programs import ask
from tests.deploy.web_servers import BROTLI


def is_from_the_disk(answer):
    return answer.headers.get("X-Asked") is None


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("", None, bytes),
        ("gzip, deflate", "gzip", gzip.decompress),
        pytest.param(
            "gzip, br", "br", brotli.decompress,
            marks=pytest.mark.skipif(not BROTLI.exists(), reason="libnginx-mod-http-brotli-static is not installed"),
        ),
    ],
)  # fmt: skip
def test_a_stored_page_goes_out_packed_as_it_lies_there(web, accepted, encoding, unpack):
    answer = ask(web, accept_encoding=accepted)
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, encoding)
    assert unpack(answer.body) == TEXT
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert is_from_the_disk(answer)


@pytest.mark.parametrize("path", KINDS)
def test_its_headers_are_those_of_serve(web, store, path):
    ours, own = ask(web, path).headers, headers_of_serve(store, path)
    assert {name: ours[name] for name in own} == own
    assert {name: ours[name] for name in public_headers()} == public_headers()
    assert re.fullmatch(r'db;desc="0 queries", total;dur=\d+', ours["Server-Timing"])
    assert ours["Content-Type"] == KINDS[path]
    assert len(ours.get_all("X-Frame-Options")) == 1


def test_what_a_browser_has_already_is_not_sent_again(web):
    for accepted in ("", "gzip"):
        first = ask(web, accept_encoding=accepted)
        again = ask(web, accept_encoding=accepted, if_none_match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
        assert ask(web, accept_encoding=accepted, if_none_match='"another"').status == 200


def test_head_has_the_length_and_no_body(web):
    answer = ask(web, method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(TEXT)


@pytest.mark.parametrize("query", ["utm_source=x&fbclid=1", "a", "mypage=1", "x=page"])
def test_parameters_that_mean_nothing_make_no_other_page(web, query):
    answer = ask(web, f"{PATH}?{query}")
    assert is_from_the_disk(answer)
    assert answer.body == TEXT


@pytest.mark.parametrize("path", NO_PAGES)
def test_what_is_no_address_of_a_stored_page_is_never_a_file(web, path):
    answer = ask(web, path)
    assert b"secret" not in answer.body
    assert answer.status in (200, 400)
    seen = path.replace("//ru", "/ru")  # the stand-in's own library takes one of two slashes away
    assert answer.status == 400 or answer.headers["X-Asked"] == f"GET {seen}"


def test_what_changes_something_goes_to_serve(web):
    answer = ask(web, method="POST", content_length="0")
    assert answer.headers["X-Asked"] == f"POST {PATH}"


def test_what_is_taken_off_is_gone_at_once_and_what_is_put_there_is_there(web, store):
    store.remove([PATH])
    assert not is_from_the_disk(ask(web, accept_encoding="gzip"))
    store.write([(PATH, encoded(TEXT))])
    assert is_from_the_disk(ask(web, accept_encoding="gzip"))


def test_a_page_of_the_same_length_written_in_the_same_second_is_another(web, store):
    store.write([(PATH, encoded(b"one"))])
    first = ask(web)
    store.write([(PATH, encoded(b"two"))])
    again = ask(web, if_none_match=first.headers["ETag"])
    store.write([(PATH, encoded(TEXT))])
    assert (again.status, again.body) == (200, b"two")
