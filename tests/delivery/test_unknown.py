"""A machine that tries thousands of addresses: Django is asked for few, and every page that exists is found."""

import asyncio
import re

import pytest

from lingotype.delivery.encodings import encoded
from lingotype.delivery.front import Front
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.stores.disk import DiskStore
from lingotype.delivery.unknown import MANY, PER_SECOND, Unknown

MISSING = b"<!doctype html><title>Nothing is here</title>"


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


class Django:
    """Knows two pages that are not stored, and counts what it is asked for."""

    def __init__(self):
        self.asked = []

    async def __call__(self, scope, receive, send):
        self.asked.append(scope["path"])
        status = 200 if scope["path"] in ("/ru/new/", "/ru/search/") else 301 if scope["path"] == "/ru/old/" else 404
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b"django"})


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def rows():
    return [(1, "/ru/new/")]


@pytest.fixture
def django():
    return Django()


@pytest.fixture
def door(tmp_path, clock, rows, django):
    store = DiskStore(tmp_path)
    store.write([("/ru/404.html", encoded(MISSING)), ("/ru/city/", encoded(b"stored"))])
    sources = (lambda after: [row for row in rows if row[0] > after], lambda after: [(1, "/ru/old")][after:])
    return Front(django, {}, StoredPages(store, default="ru"), Unknown(sources, re.compile(r"/ru/search/"), clock))


def ask(door, *paths):
    """The status and the body that each address gets, one after the other."""

    async def one(path):
        sent = []

        async def send(message):
            sent.append(message)

        await door({"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}, None, send)
        return sent[0]["status"], b"".join(message.get("body", b"") for message in sent)

    async def all_of_them():
        return [await one(path) for path in paths]

    return asyncio.run(all_of_them())


def scan(door, count=1000):
    return ask(door, *(f"/ru/{number}/wp-login.php" for number in range(count)))


def test_django_is_asked_for_few_of_many_unknown_addresses(door, django):
    answers = scan(door)
    assert len(django.asked) == MANY
    assert {status for status, _ in answers} == {404}
    assert answers[-1] == (404, MISSING)


def test_all_that_exists_is_found_meanwhile(door):
    scan(door)
    assert ask(door, "/ru/city/", "/ru/new/", "/ru/old/", "/ru/search/", "/ru/new") == [
        (200, b"stored"), (200, b"django"), (301, b"django"), (200, b"django"), (404, b"django"),
    ]  # fmt: skip


def test_what_is_new_is_found_within_a_second(door, rows, clock, django):
    scan(door)
    rows.append((2, "/ru/newest/"))
    clock.now += 1.1
    for number in range(3):
        scan(door, 10)
        assert ask(door, "/ru/newest/") == [(404, b"django")], number
    assert django.asked.count("/ru/newest/") == 3


def test_what_got_its_number_earlier_and_is_seen_later_is_found(door, rows, clock, django):
    rows.append((3, "/ru/third/"))
    scan(door)
    rows.append((2, "/ru/second/"))
    clock.now += 1.1
    scan(door, 10)
    django.asked.clear()
    ask(door, "/ru/second/", "/ru/third/", "/ru/fourth/")
    assert django.asked == ["/ru/second/", "/ru/third/"]


def test_very_many_addresses_are_kept_sorted(door, rows, clock, django):
    rows.extend((number, f"/ru/page-{number}/") for number in range(2, 10_000))
    scan(door)
    rows.append((10_000, "/ru/newest/"))
    clock.now += 1.1
    scan(door, 10)
    django.asked.clear()
    ask(door, "/ru/page-2/", "/ru/page-9999/", "/ru/newest/", "/ru/page-10000/")
    assert django.asked == ["/ru/page-2/", "/ru/page-9999/", "/ru/newest/"]


def test_afterwards_django_is_asked_again(door, django, clock):
    scan(door)
    clock.now += MANY / PER_SECOND
    assert ask(door, "/ru/nothing/") == [(404, b"django")]


def test_a_language_that_the_address_does_not_name_is_the_readers_first(door):
    scan(door)
    assert ask(door, "/wp-login.php", "//", "/uk/a/") == [(404, MISSING), (404, MISSING), (404, b"Not found")]


def test_django_says_that_the_database_is_down(tmp_path, django, clock):
    def broken(after):
        raise ConnectionError

    door = Front(django, {}, None, Unknown((broken,), re.compile("(?!)"), clock))
    scan(door, 100)
    assert len(django.asked) == 100


def test_the_forms_of_pages_are_found_and_no_others(tmp_path, rows, clock, django):
    sources = (lambda after: [row for row in rows if row[0] > after],)
    door = Front(django, {}, None, Unknown(sources, re.compile("(?!)"), clock, below=("report/",)))
    scan(door)
    django.asked.clear()
    for path in ("/ru/new/report/", "/ru/nothing/report/", "/ru/newreport/", "/ru/new/report/report/"):
        ask(door, path)
    assert django.asked == ["/ru/new/report/"]
