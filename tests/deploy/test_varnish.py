"""The real Varnish with `deploy/varnish.vcl`: pages are kept, given up by key, and outlive an outage."""

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from lingotype.delivery.purgers import PurgeSettings, build
from lingotype.delivery.purgers.base import PurgeError
from tests.deploy.programs import ask, filled, needs, serving, started
from tests.journeys.serving import free_port
from tests.journeys.waiting import wait_until

MODULES = sorted(Path("/usr/lib").glob("*/varnish/vmods/libvmod_xkey.so"))
pytestmark = [
    needs("varnishd", "cc"),
    pytest.mark.skipif(
        not MODULES and os.environ.get("CI") != "true", reason="Debian's varnish-modules is not installed"
    ),
]
PATH = "/ru/city/most/"


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("varnish")
    with serving() as serve:
        port = free_port()
        vcl = folder / "site.vcl"
        vcl.write_text(filled("varnish.vcl", {'"HOST"': '"127.0.0.1"', '"PORT"': f'"{serve.port}"'}))
        command = (
            "varnishd", "-F", "-j", "none", "-n", folder / "work", "-a", f"127.0.0.1:{port}", "-T", "none",
            "-f", vcl, "-s", "malloc,16m", "-t", "0",
        )  # fmt: skip
        with started(*command, port=port, folder=folder):
            yield serve, port


@pytest.fixture
def purger(running):
    return build(PurgeSettings("varnish", "", (f"http://127.0.0.1:{running[1]}",)))


@pytest.fixture
def serve(running, purger):
    """The stand-in, with an empty Varnish in front of it."""
    serve = running[0]
    purger.purge(["site"])
    serve.status, serve.asked, serve.body = 200, 0, b"first"
    serve.headers = stored(purger)
    return serve


@pytest.fixture
def port(running):
    return running[1]


def stored(purger, path=PATH, **other):
    headers = {"Cache-Control": "public, no-cache", "ETag": '"abc"', "Server-Timing": 'db;desc="0 queries"'}
    own = {name.decode(): value.decode() for name, value in purger.headers(path)}
    return tuple({**headers, **own, **other}.items())


def test_a_page_is_kept_until_it_is_purged_by_its_key(serve, port, purger):
    assert [ask(port).body for _ in range(3)] == [b"first"] * 3
    assert serve.asked == 1
    serve.body = b"second"
    purger.purge(["/ru/", "/ru/city/mos/"])
    assert ask(port).body == b"first"
    purger.purge(["/ru/", PATH])
    assert ask(port).body == b"second"
    assert serve.asked == 2


def test_everything_is_purged_by_one_key(serve, port, purger):
    ask(port)
    ask(port, "/ru/")
    purger.purge(["site"])
    ask(port)
    ask(port, "/ru/")
    assert serve.asked == 4


def test_readers_see_what_is_theirs(serve, port):
    for answer in (ask(port), ask(port)):
        assert not {"xkey", "surrogate-control", "x-varnish", "via"} & {name.lower() for name in answer.headers}
        assert answer.headers["Cache-Control"] == "public, no-cache"
        assert answer.headers["Server-Timing"].startswith('db;desc="0 queries"')
    again = ask(port, if_none_match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_parameters_that_mean_nothing_make_no_other_page(serve, port):
    for query in ("", "?utm_source=a", "?fbclid=1&x=2"):
        ask(port, PATH + query)
    assert serve.asked == 1
    for query in ("?page=2", "?q=x", "?%70age=3"):
        assert ask(port, PATH + query).headers["X-Asked"] == f"GET {PATH}{query}"
    assert serve.asked == 4


def test_a_purge_takes_every_form_of_a_page(serve, port, purger):
    ask(port, f"{PATH}?page=2")
    ask(port)
    serve.body = b"second"
    purger.purge([PATH])
    assert (ask(port).body, ask(port, f"{PATH}?page=2").body) == (b"second", b"second")


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/admin/", {"cookie": "sessionid=1"}), ("/", {}), ("/ru/search/?q=x", {}), ("/ru/new/", {})],
)
def test_what_bears_no_key_is_never_kept(serve, port, path, headers):
    serve.headers = (("Cache-Control", "public, max-age=600"),)
    for _ in range(3):
        ask(port, path, **headers)
    assert serve.asked == 3


def test_static_files_are_kept_as_they_say(serve, port):
    serve.headers = (("Cache-Control", "public, max-age=600"),)
    path = f"/static/theme/{time.monotonic_ns()}.css?v=1"
    for _ in range(3):
        ask(port, path)
    assert serve.asked == 1


def test_while_nobody_answers_behind_it_old_pages_are_shown(serve, port, purger):
    serve.headers = stored(purger, **{"surrogate-control": "max-age=1, stale-if-error=600"})
    assert ask(port).body == b"first"
    time.sleep(1.2)
    serve.status, serve.body = 503, b"the newsroom is down"
    asked = serve.asked
    assert [ask(port).body for _ in range(3)] == [b"first"] * 3
    wait_until(lambda: serve.asked > asked, seconds=20)
    assert ask(port).body == b"first"
    serve.status, serve.body = 200, b"second"
    wait_until(lambda: ask(port).body == b"second", seconds=20)


def test_only_a_purger_may_purge(serve, port):
    ask(port)
    assert ask(port, method="PURGE", xkey_purge=PATH, x_forwarded_for="203.0.113.9").status == 403
    assert ask(port, method="PURGE").status == 400
    ask(port)
    assert serve.asked == 1


def test_what_was_being_fetched_while_it_was_purged_is_gone_after_the_second_purge(serve, port, purger):
    serve.waits, serve.goes_on = threading.Event(), threading.Event()
    reader = threading.Thread(target=ask, args=(port,))
    reader.start()
    assert serve.waits.wait(20)
    purger.purge([PATH])
    serve.goes_on.set()
    reader.join()
    serve.waits = None
    serve.body = b"second"
    assert ask(port).body == b"first"
    purger.purge([PATH])
    assert ask(port).body == b"second"


def test_a_varnish_that_is_not_there_is_told(purger):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        with pytest.raises(PurgeError, match="no connection"):
            build(PurgeSettings("varnish", "", (address,))).purge([PATH])
