"""Each purger whole, against a server on a socket that answers as documented, in good and bad weather."""

import pytest

from lingotype.delivery.purgers import BUILT_IN, PurgeSettings, build
from lingotype.delivery.purgers.base import PurgeError
from lingotype.delivery.purgers.http import call
from tests.delivery.purgers.services import SERVERS, TOKEN, TOKENS, keys
from tests.translation.engines.service import Reply, running, says

KEYS = ["/ru/", "/ru/city/most/"]


@pytest.fixture(params=sorted(BUILT_IN))
def kind(request, monkeypatch):
    if TOKENS[request.param]:
        monkeypatch.setenv(TOKENS[request.param], TOKEN)
    return request.param


@pytest.fixture
def server(kind):
    with running(SERVERS[kind]()) as server:
        yield server


@pytest.fixture
def purger(kind, server):
    return build(PurgeSettings(kind, "SU1Z0", (server.url,)))


def test_keys_are_given_up_in_one_call(purger, server):
    purger.purge(KEYS)
    assert [keys(asked) for asked in server.asked] == [KEYS]
    assert purger.problem() == ""


def test_as_many_as_are_allowed_at_once_are_taken(purger, server):
    many = [f"/ru/city/{number:04d}/" for number in range(purger.most_keys)]
    purger.purge(many[: purger.most_bytes // len(many[0] + " ")])
    assert server.asked


def test_a_page_bears_its_path_and_the_key_of_everything(purger, kind):
    headers = dict(purger.headers("/ru/city/most/"))
    [(name, value)] = [item for item in headers.items() if b"max-age" not in item[1]]
    assert name in (b"surrogate-key", b"cache-tag", b"xkey")
    assert value.decode().replace(",", " ").split() == ["/ru/city/most/", "site"]
    assert b"max-age=86400, stale-if-error=604800" in headers.values()


@pytest.mark.parametrize(
    ("reply", "said", "after"),
    [
        (Reply(429, headers={"Retry-After": "17"}), "answered 429", 17.0),
        (Reply(429, headers={"Retry-After": "soon"}), "answered 429", None),
        (Reply(500), "answered 500", None),
        (Reply(503, b"<html>busy"), "answered 503", None),
        (Reply(401), "refused the purge .401.", None),
        (Reply(403), "refused the purge .403.", None),
        (Reply(302, headers={"Location": "http://127.0.0.1:1/"}), "answered 302", None),
        (Reply(200, b"{}" * 100, cut_at=20), "no connection", None),
    ],
    ids=["429", "429-soon", "500", "503", "401", "403", "302", "cut"],
)
def test_what_goes_wrong_is_told_in_one_line(purger, server, reply, said, after):
    server.replies = [reply]
    with pytest.raises(PurgeError, match=said) as caught:
        purger.purge(KEYS)
    assert "\n" not in str(caught.value)
    assert TOKEN not in str(caught.value)
    assert (caught.value.after or None) == after


@pytest.mark.parametrize("reply", [Reply(hangs=True), Reply(drips=True)], ids=["hangs", "drips"])
def test_no_call_takes_longer_than_it_may(server, reply):
    server.replies = [reply]
    with pytest.raises(PurgeError, match=r"no answer from .* within 0\.3 s"):
        call("POST", server.url, headers={}, refused="", seconds=0.3)


def test_a_server_that_is_not_there(kind):
    with pytest.raises(PurgeError, match=r"no connection with 127\.0\.0\.1:1"):
        build(PurgeSettings(kind, "SU1Z0", ("http://127.0.0.1:1",))).purge(KEYS)


@pytest.mark.parametrize(
    ("kind", "reply", "said"),
    [
        ("fastly", says({"/ru/": "108-1"}), "did not confirm 1 of 2 keys, /ru/city/most/ among them"),
        ("fastly", Reply(200, b"not JSON"), "did not confirm 2 of 2"),
        ("cloudflare", says({"success": False, "errors": [{"message": "Rate limited"}]}), "Rate limited"),
        ("cloudflare", says([]), "it gave no reason"),
    ],
    indirect=["kind"],
)
def test_half_done_is_not_done(purger, server, reply, said):
    server.replies = [reply]
    with pytest.raises(PurgeError, match=said):
        purger.purge(KEYS)


@pytest.mark.parametrize("kind", ["fastly", "cloudflare"], indirect=True)
def test_a_secret_that_is_missing_or_wrong_is_named(purger, kind, monkeypatch):
    monkeypatch.setenv(TOKENS[kind], "wrong")
    assert TOKENS[kind] in purger.problem()
    monkeypatch.delenv(TOKENS[kind])
    assert purger.problem() == f"{TOKENS[kind]} is not set in the environment"


def test_of_several_varnishes_each_is_asked_though_one_is_down():
    with running(SERVERS["varnish"]()) as up:
        purger = build(PurgeSettings("varnish", "", ("http://127.0.0.1:1", up.url)))
        with pytest.raises(PurgeError, match=r"127\.0\.0\.1:1"):
            purger.purge(KEYS)
        assert [keys(asked) for asked in up.asked] == [KEYS]
