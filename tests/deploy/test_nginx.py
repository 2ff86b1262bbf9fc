"""The real nginx with `deploy/nginx.conf`: stored pages from the disk, everything else from `lingotype serve`."""

import getpass
import gzip
import os
import re
from pathlib import Path

import brotli
import pytest

from lingotype.delivery.encodings import encoded
from tests.deploy.pages import KINDS, NO_PAGES, PATH, TEXT, filled_store, headers_of_serve, public_headers
from tests.deploy.programs import ask, filled, needs, serving, started
from tests.journeys.serving import free_port

pytestmark = needs("nginx")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MAIN = """
{load}
{user}
daemon off;
worker_processes 1;
pid {here}/nginx.pid;
error_log stderr;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/site.conf;
}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def store(folder):
    return filled_store(folder)


@pytest.fixture(scope="module")
def serve():
    with serving() as serve:
        yield serve


@pytest.fixture(scope="module")
def nginx(folder, store, serve):
    port = free_port()
    site = filled(
        "nginx.conf",
        {
            "listen LISTEN": f"listen 127.0.0.1:{port}", "HOST": "courier.example",
            "root PAGES": f"root {store.folder}",
            "server UPSTREAM": f"server 127.0.0.1:{serve.port}",
        },
    )  # fmt: skip
    load = ""
    if BROTLI.exists():
        load, site = f"load_module {BROTLI};", site.replace("#brotli_static", "brotli_static")
    site = re.sub(r"#(?=add_header (Surrogate-Key|Cache-Tag|xkey))", "", site)
    (folder / "site.conf").write_text(site)
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(load=load, user=user, here=folder))
    command = ("nginx", "-p", folder, "-e", "stderr", "-c", folder / "nginx.conf")
    with started(*command, port=port, folder=folder):
        yield port


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
def test_a_stored_page_goes_out_packed_as_it_lies_there(nginx, accepted, encoding, unpack):
    answer = ask(nginx, accept_encoding=accepted)
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, encoding)
    assert unpack(answer.body) == TEXT
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert is_from_the_disk(answer)


@pytest.mark.parametrize("path", KINDS)
def test_its_headers_are_those_of_serve(nginx, store, path):
    ours, own = ask(nginx, path).headers, headers_of_serve(store, path)
    assert {name: ours[name] for name in own} == own
    assert {name: ours[name] for name in public_headers()} == public_headers()
    assert re.fullmatch(r'db;desc="0 queries", total;dur=\d+', ours["Server-Timing"])
    assert ours["Content-Type"] == KINDS[path]
    assert len(ours.get_all("X-Frame-Options")) == 1


def test_what_a_browser_has_already_is_not_sent_again(nginx):
    for accepted in ("", "gzip"):
        first = ask(nginx, accept_encoding=accepted)
        again = ask(nginx, accept_encoding=accepted, if_none_match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
        assert ask(nginx, accept_encoding=accepted, if_none_match='"another"').status == 200


def test_head_has_the_length_and_no_body(nginx):
    answer = ask(nginx, method="HEAD", accept_encoding="gzip")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(ask(nginx, accept_encoding="gzip").body)


@pytest.mark.parametrize("query", ["utm_source=x&fbclid=1", "a", "mypage=1", "x=page"])
def test_parameters_that_mean_nothing_make_no_other_page(nginx, query):
    answer = ask(nginx, f"{PATH}?{query}")
    assert is_from_the_disk(answer)
    assert answer.body == TEXT


@pytest.mark.parametrize("path", NO_PAGES)
def test_what_is_no_address_of_a_stored_page_is_never_a_file(nginx, path):
    answer = ask(nginx, path)
    assert b"secret" not in answer.body
    assert answer.status in (200, 400)
    seen = path.replace("//ru", "/ru")  # the stand-in's own library takes one of two slashes away
    assert answer.status == 400 or answer.headers["X-Asked"] == f"GET {seen}"


def test_what_changes_something_goes_to_serve(nginx):
    answer = ask(nginx, method="POST", content_length="0")
    assert answer.headers["X-Asked"] == f"POST {PATH}"


def test_serve_says_its_own_headers_and_no_others(nginx, serve):
    serve.headers = (("Server-Timing", 'db;desc="9 queries"'),)
    answer = ask(nginx, "/en/")
    assert answer.headers.get_all("Server-Timing") == ['db;desc="9 queries"']
    assert answer.headers.get("X-Frame-Options") is None


def test_what_is_taken_off_is_gone_at_once_and_what_is_put_there_is_there(nginx, store):
    store.remove([PATH])
    assert not is_from_the_disk(ask(nginx, accept_encoding="gzip"))
    store.write([(PATH, encoded(TEXT))])
    assert is_from_the_disk(ask(nginx, accept_encoding="gzip"))


def test_a_page_of_the_same_length_written_in_the_same_second_is_another(nginx, store):
    store.write([(PATH, encoded(b"one"))])
    first = ask(nginx)
    store.write([(PATH, encoded(b"two"))])
    again = ask(nginx, if_none_match=first.headers["ETag"])
    store.write([(PATH, encoded(TEXT))])
    assert (again.status, again.body) == (200, b"two")


def test_each_page_bears_the_key_by_which_it_is_purged(nginx):
    for path in KINDS:
        headers = ask(nginx, path, accept_encoding="gzip").headers
        assert [headers[name] for name in ("Surrogate-Key", "xkey")] == [f"{path} site"] * 2
        assert headers["Cache-Tag"] == f"{path},site"
