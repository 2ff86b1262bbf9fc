"""Which addresses a worker may ask."""

import ipaddress
import socket
import time

import pytest

from lingotype.importing.source_page.addresses import addresses_of, is_public, parse
from lingotype.importing.source_page.errors import SourcePageError


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://post.example/bridge", "https://post.example/bridge"),
        ("HTTP://Post.Example", "http://post.example/"),
        ("https://post.example:443/a?b=c#d", "https://post.example/a?b=c"),
        ("https://пример.рф/мост?я=1", "https://xn--e1afmkfd.xn--p1ai/%D0%BC%D0%BE%D1%81%D1%82?%D1%8F=1"),
        ("http://[2606:4700::1111]/x", "http://[2606:4700::1111]/x"),
        ("http://post.example:8080/", "http://post.example:8080/"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(written, meant):
    assert parse(written).url == meant


@pytest.mark.parametrize(
    "written",
    [
        "ftp://post.example/", "file:///etc/passwd", "javascript:alert(1)", "//post.example/", "post.example", "",
        "http://ada:secret@post.example/", "http://ada@post.example/", "http://", "http:///x", "http://localhost/",
        "http://intranet/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/",
        "http://127.0.0.0x1/", "http://①②⑦.0.0.1/", "http://post.example\\@evil.example/", "http://a b.example/",
        "http://post.example/\r\nX: y", "http://post.example:99999/", "http://[::1", "http://-.example/",
        "http://post..example/", "http://" + "a" * 300 + ".example/", "http://post.example/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_public_page_is_refused(written):
    with pytest.raises(SourcePageError):
        parse(written)


@pytest.mark.parametrize(
    ("location", "meant"),
    [
        ("/b", "http://post.example/b"),
        ("//other.example/c", "http://other.example/c"),
        ("?d", "http://post.example/a?d"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location, meant):
    assert parse(location, base=parse("http://post.example/a")).url == meant


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://x:y@post.example/", "gopher://post.example/"])
def test_a_redirect_leads_nowhere_else(location):
    with pytest.raises(SourcePageError):
        parse(location, base=parse("http://post.example/a"))


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:0001::", "2002:0a00:0001::1",
        "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::7f00:1", "2001:0:0a00:0001::1",
    ],
)  # fmt: skip
def test_no_address_of_this_network_is_public(ip):
    assert not is_public(ipaddress.ip_address(ip), 443)


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:4700::1111"])
def test_others_are_on_the_ports_of_the_web_only(ip):
    address = ipaddress.ip_address(ip)
    assert is_public(address, 80)
    assert is_public(address, 443)
    assert [port for port in (22, 25, 3306, 5432, 6379, 8000, 8080, 11211) if is_public(address, port)] == []


def test_a_resolver_that_hangs_is_left_alone(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: time.sleep(1) or [])
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        addresses_of("slow.example", 80, 0.1)
    assert time.monotonic() - began < 0.8


def test_a_name_is_resolved_on_this_machine():
    assert "127.0.0.1" in addresses_of("localhost", 80, 5)
