"""A translated article, and readers who report."""

import re
import time
from html import unescape

import pytest

from lingotype.delivery.reporting.tokens import token
from lingotype.newsroom.models import ReaderReport
from tests.factories import article, block, translation

SENTENCE = "Міст відкрили в понеділок."


@pytest.fixture
def bridge(newsroom):
    """An original in Russian and its translation into Ukrainian, with two paragraphs in one block."""
    texts = block("paragraph", "<p>Мост открыли в понедельник.</p><p></p><p>Мэр <b>не</b> пришла.</p>")
    original = article("most", body=[texts])
    html = f"<p>{SENTENCE}</p><p></p><p>Мерка <b>не</b> прийшла.</p>"
    return translation(original, "uk", "mist", body=[{**texts, "value": html}])


@pytest.fixture
def key(bridge):
    """The key of the first paragraph."""
    return bridge.body.raw_data[0]["id"][:6]


@pytest.fixture
def send(client, bridge, key):
    """Send the form as a browser would that has had it open for a while; returns the answer."""

    def post(message="Не в понеділок, а у вівторок", *, seen=SENTENCE, age=20.0, address="198.51.100.7", **more):
        signed = token(bridge.pk, key, seen, time.time() - age)
        data = {"token": signed, "seen": seen, "message": message, "suggestion": "", "website": "", **more}
        return post_form(client, f"{bridge.url}report/?p={key}", data, address)

    return post


def post_form(client, url, data, address="198.51.100.7"):
    """A form as browsers send it."""
    from urllib.parse import urlencode

    body = urlencode(data)
    return client.post(url, body, content_type="application/x-www-form-urlencoded", REMOTE_ADDR=address)


def fields(html):
    """The values of the form's hidden fields."""
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html)}


def reports():
    return list(ReaderReport.objects.order_by("pk"))
