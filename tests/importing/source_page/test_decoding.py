"""From bytes to text."""

import pytest

from lingotype.importing.source_page.decoding import decoded
from lingotype.importing.source_page.errors import SourcePageError

META = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Мост'


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Мост".encode(), "", "Мост"),
        ("Мост".encode("cp1251"), "windows-1251", "Мост"),
        ("Мост".encode("utf-16"), "", "Мост"),
        ("Мост".encode("utf-8-sig"), "windows-1251", "Мост"),
        (b"\x93Hi\x94", "ISO-8859-1", "“Hi”"),
        ("Мост".encode(), "rot13", "Мост"),
        ("Мост".encode(), "no-such-thing", "Мост"),
        ("Мост".encode(), "us-ascii", "Мост"),
    ],
)
def test_it_is_read_as_it_is_written(body, charset, text):
    assert decoded(body, charset) == text


def test_a_page_says_itself_what_it_is_in():
    assert decoded(META.encode("cp1251"), is_html=True).endswith("Мост")


def test_a_few_broken_bytes_do_not_spoil_a_page():
    assert "Мост" in decoded("Мост ".encode() * 200 + b"\xff", is_html=True)


@pytest.mark.parametrize("body", ["Мост".encode("cp1251"), b"\x89PNG\0\0", "Мост".encode() + b"\0"])
def test_what_is_no_text_is_refused(body):
    with pytest.raises(SourcePageError, match="unknown encoding"):
        decoded(body)
