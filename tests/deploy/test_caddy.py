"""The real Caddy with `deploy/Caddyfile`: the same as nginx owes."""

import gzip

import brotli
import pytest
import zstandard

from lingotype.delivery.encodings import encoded
from tests.deploy.pages import KINDS, NO_PAGES, PATH, TEXT, filled_store, headers_of_serve, public_headers
from tests.deploy.programs import ask, filled, needs, serving, started
from tests.journeys.serving import free_port

pytestmark = needs("caddy")
FOR_TESTS = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("caddy")


@pytest.fixture(scope="module")
def store(folder):
    return filled_store(folder)


@pytest.fixture(scope="module")
def caddy(folder, store):
    with serving() as serve:
        port = free_port()
        values = {
            "\nHOST {": f"\nhttp://:{port} {{", "root PAGES": f"root {store.folder}",
            "proxy UPSTREAM": f"proxy 127.0.0.1:{serve.port}",
        }  # fmt: skip
        (folder / "Caddyfile").write_text(FOR_TESTS + filled("Caddyfile", values))
        command = ("caddy", "run", "--adapter", "caddyfile", "--config", folder / "Caddyfile")
        with started(*command, port=port, folder=folder):
            yield port


def is_from_the_disk(answer):
    return answer.headers.get("X-Asked") is None


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("", None, bytes),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("gzip, br", "br", brotli.decompress),
        ("zstd", "zstd", lambda packed: zstandard.ZstdDecompressor().decompress(packed)),
    ],
)
def test_a_stored_page_goes_out_packed_as_it_lies_there(caddy, accepted, encoding, unpack):
    answer = ask(caddy, accept_encoding=accepted)
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, encoding)
    assert unpack(answer.body) == TEXT
    assert is_from_the_disk(answer)


@pytest.mark.parametrize("path", KINDS)
def test_its_headers_are_those_of_serve(caddy, store, path):
    ours, own = ask(caddy, path).headers, headers_of_serve(store, path)
    assert {name: ours[name] for name in own} == own
    assert {name: ours[name] for name in public_headers()} == public_headers()
    assert ours["Content-Type"] == KINDS[path]
    assert ours["Server-Timing"].startswith('db;desc="0 queries", total;dur=')


def test_what_a_browser_has_already_is_not_sent_again(caddy):
    for accepted in ("", "gzip"):
        first = ask(caddy, accept_encoding=accepted)
        again = ask(caddy, accept_encoding=accepted, if_none_match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_head_has_no_body(caddy):
    answer = ask(caddy, method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(TEXT)


@pytest.mark.parametrize("query", ["utm_source=x&fbclid=1", "a", "mypage=1", "x=page"])
def test_parameters_that_mean_nothing_make_no_other_page(caddy, query):
    answer = ask(caddy, f"{PATH}?{query}")
    assert is_from_the_disk(answer)
    assert answer.body == TEXT


@pytest.mark.parametrize("path", NO_PAGES)
def test_what_is_no_address_of_a_stored_page_is_never_a_file(caddy, path):
    answer = ask(caddy, path)
    assert b"secret" not in answer.body
    assert answer.status == 400 or not is_from_the_disk(answer)


def test_what_changes_something_goes_to_serve(caddy):
    assert ask(caddy, method="POST", content_length="0").headers["X-Asked"] == f"POST {PATH}"


def test_what_is_taken_off_is_gone_at_once_and_what_is_put_there_is_another(caddy, store):
    first = ask(caddy)
    store.remove([PATH])
    assert not is_from_the_disk(ask(caddy))
    store.write([(PATH, encoded(b"one"))])
    first = ask(caddy)
    store.write([(PATH, encoded(b"two"))])
    again = ask(caddy, if_none_match=first.headers["ETag"])
    store.write([(PATH, encoded(TEXT))])
    assert (again.status, again.body) == (200, b"two")
