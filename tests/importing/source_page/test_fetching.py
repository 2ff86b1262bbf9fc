"""A page is fetched from where it is, within limits, and from nowhere else."""

import gzip
import time
import zlib
from dataclasses import replace

import pytest

from lingotype.importing.source_page.errors import SourcePageError
from lingotype.importing.source_page.fetching import MOST_BYTES, Rules, fetch


def refusal(url, rules):
    with pytest.raises(SourcePageError) as error:
        fetch(url, rules)
    assert "\n" not in str(error.value)
    return error.value


def test_a_page_comes_with_its_kind_and_charset(site, rules):
    page = fetch(site.page("/a", "мост".encode("cp1251"), Content_Type="text/html; charset=windows-1251"), rules)
    assert (page.kind, page.charset, page.body.decode("cp1251")) == ("html", "windows-1251", "мост")


def test_the_request_is_honest_and_carries_nothing_of_ours(site, rules):
    site.page("/cookie", b"", status=302, Location="/a", Set_Cookie="id=1")
    site.page("/a", b"x")
    fetch(site.url("/cookie"), rules)
    headers = site.asked[-1].headers
    assert headers["User-Agent"].startswith("Lingotype/")
    assert headers["Host"] == f"news.example:{site.port}"
    assert {"Cookie", "Authorization", "Referer"} & set(headers) == set()


def test_it_connects_to_the_address_that_was_checked_and_asks_for_it_once(site):
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])  # what a name that is being turned round would say
    seen = []

    def allow(ip, port):
        seen.append(str(ip))
        return str(ip) == "127.0.0.1"

    rules = Rules(resolve=lambda *_: next(answers), allow=allow, seconds=5)
    assert fetch(site.page("/a", b"here"), rules).body == b"here"
    assert seen == ["127.0.0.1"]
    assert next(answers) == ["10.0.0.1"]


def test_if_one_of_the_names_addresses_is_not_allowed_none_is_asked(site, rules):
    mixed = replace(rules, resolve=lambda *_: ["127.0.0.1", "169.254.169.254"])
    assert "public site" in str(refusal(site.page("/a", b"x"), mixed))
    assert site.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_by_the_products_own_rules_nothing_of_this_machine_is_reached(site, host):
    assert "public site" in str(refusal(site.url("/a", host), None))
    assert site.asked == []


@pytest.mark.parametrize(
    "location", ["http://inner.example/", "http://127.0.0.1/", "http://[::1]:80/", "file:///etc/hosts"]
)
def test_every_redirect_is_looked_at_like_the_first_address(site, rules, location):
    inner = replace(rules, resolve=lambda host, *_: ["10.0.0.1"] if host == "inner.example" else ["127.0.0.1"])
    refusal(site.page("/a", b"", status=302, Location=location), inner)
    assert len(site.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site, rules, status):
    site.page("/b", b"there")
    assert fetch(site.page("/a", b"", status=status, Location="/b"), rules).body == b"there"


def test_redirects_come_to_an_end(site, rules):
    assert "one page to another" in str(refusal(site.page("/a", b"", status=302, Location="/a"), rules))
    assert len(site.asked) == 6


def test_a_packed_page_is_unpacked(site, rules):
    page = fetch(site.page("/a", gzip.compress(b"text"), Content_Encoding="gzip"), rules)
    assert page.body == b"text"


@pytest.mark.parametrize(
    ("body", "headers", "words"),
    [
        (b"x" * 20_001, {}, "larger than"),
        (gzip.compress(b"\0" * 5_000_000), {"Content_Encoding": "gzip"}, "larger than"),
        (b"no gzip", {"Content_Encoding": "gzip"}, "damaged"),
        (gzip.compress(b"cut short" * 90)[:-12], {"Content_Encoding": "gzip"}, "damaged"),
        (zlib.compress(b"x"), {"Content_Encoding": "br"}, "unknown way"),
        (b"%PDF", {"Content_Type": "application/pdf"}, "no page with text"),
        (b"GIF89a", {"Content_Type": "image/gif"}, "no page with text"),
    ],
    ids=["large", "bomb", "not-packed", "cut", "brotli", "pdf", "picture"],
)
def test_what_is_too_large_or_no_text_is_refused(site, rules, body, headers, words):
    assert words in str(refusal(site.page("/a", body, **headers), replace(rules, most_bytes=20_000)))


@pytest.mark.parametrize(
    ("status", "words", "retryable"),
    [(404, "no such page", False), (410, "no such page", False), (403, "refuses", False), (401, "password", False),
     (500, "status 500", True), (503, "status 503", True), (429, "status 429", True), (204, "status 204", False)],
)  # fmt: skip
def test_a_site_that_refuses_is_quoted(site, rules, status, words, retryable):
    error = refusal(site.page("/a", b"", status=status), rules)
    assert words in str(error)
    assert error.retryable is retryable


def drip_body(request):
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"x")
        time.sleep(0.05)


def drip_head(request):
    for _ in range(100):
        request.wfile.write(b"H")
        time.sleep(0.05)


@pytest.mark.parametrize("drip", [drip_body, drip_head])
def test_a_server_that_drips_is_left_at_the_deadline(site, rules, drip):
    began = time.monotonic()
    assert refusal(site.answers("/a", drip), replace(rules, seconds=0.4)).retryable
    assert time.monotonic() - began < 2


def test_endless_heads_are_given_up(site, rules):
    def endless(request):
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            request.wfile.write(b"X-%d: y\r\n" % number)

    refusal(site.answers("/a", endless), rules)


def test_a_name_that_nobody_has_says_so(site, rules):
    def unknown(*_):
        raise OSError("Name or service not known")

    error = refusal("http://nowhere.example/", replace(rules, resolve=unknown))
    assert "nowhere.example" in str(error)
    assert error.retryable


def test_a_server_that_speaks_no_tls_is_said_to_fail(site, rules):
    error = refusal(site.url("/a").replace("http:", "https:"), rules)
    assert "does not answer" in str(error)


def test_the_limit_of_the_product_is_what_the_line_says():
    assert MOST_BYTES == 5_000_000
    assert Rules().most_bytes == MOST_BYTES
