"""A source's text is for the desk: no page, feed, map or search, in any language, has a word of it."""

from django.utils import timezone

from lingotype.channels.addresses import channel_addresses
from lingotype.delivery.addresses import public_addresses
from lingotype.delivery.export import export
from lingotype.importing.models import SourceText
from lingotype.importing.originals.comparing import compare_one_source
from lingotype.importing.originals.reading import read_one_source
from tests.importing.originals.conftest import SOURCE

SECRET = "Zimtzicke"
"""A word that stands in the source, in its title and in every proposal, and nowhere else."""


def secret_source(article, given, work):
    given(SOURCE.replace("The bridge", f"The {SECRET} bridge"))
    assert read_one_source()
    assert compare_one_source()
    row = SourceText.objects.get()
    assert SECRET in row.text
    assert SECRET in str(row.proposals)
    SourceText.objects.update(title=SECRET, note=SECRET, error=SECRET)
    work()


def test_no_public_address_has_it(article, given, work, client):
    secret_source(article, given, work)
    paths = {one.path for addresses in public_addresses().values() for one in addresses}
    paths |= {*map(str, channel_addresses(timezone.now())), f"/ru/search/?q={SECRET}", f"/en/search/?q={SECRET}"}
    assert len(paths) > 10
    for path in sorted(paths):
        body = b"".join(client.get(path, follow=True)).decode()
        shown = body.replace(f'value="{SECRET}"', "").replace(f"“{SECRET}”", "").replace(f"«{SECRET}»", "")
        assert "search" in path or SECRET not in shown, path
        assert "14 million" not in body, path


def test_no_file_of_an_export_has_it(article, given, work, tmp_path):
    secret_source(article, given, work)
    pages = [one.path for addresses in public_addresses().values() for one in addresses]
    export(tmp_path / "out", [*pages, *channel_addresses(timezone.now())])
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert any(path.suffix == ".html" for path in files)
    assert [path for path in files if SECRET.encode() in path.read_bytes()] == []


def test_no_engine_gets_it(article, given, work):
    from tests.engines import UpperCase

    UpperCase.asked.clear()
    secret_source(article, given, work)
    assert [text for text in UpperCase.asked if SECRET in text] == []
    assert UpperCase.asked
