"""A newsroom whose pages lie in a bucket: all of them, as a reader gets them, and none that was withdrawn."""

import gzip
from dataclasses import replace

import pytest
from django.utils import timezone

from lingotype.channels.addresses import channel_addresses
from lingotype.delivery.addresses import public_addresses
from lingotype.delivery.asking import asking
from lingotype.delivery.fullness import Looker
from lingotype.delivery.models import StoredPage
from lingotype.delivery.not_found import not_found_addresses
from lingotype.delivery.stale import CannotTakeOffError
from lingotype.delivery.stores import installed
from lingotype.newsroom.models import ArticlePage
from tests.delivery.quiet import come_to_rest, fill
from tests.factories import PUBLISHED, article

ARTICLE = "/ru/city/most/"


@pytest.fixture
def paper(newsroom, bucket, settings, tmp_path):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, folder=tmp_path, store_url=f"s3://{bucket[1]}/pages")
    bridge = article("most", first_published_at=PUBLISHED)
    fill()
    come_to_rest()
    return bridge


def test_everything_public_lies_there_and_what_is_withdrawn_does_not(paper, bucket, tmp_path):
    client, name = bucket
    public = {one.path for addresses in public_addresses().values() for one in addresses}
    public |= {*channel_addresses(timezone.now()), *not_found_addresses()}
    assert set(installed.store().paths()) == public
    found = client.get_object(Bucket=name, Key="pages/ru/city/most/index.html")["Body"].read()
    assert gzip.decompress(found) == asking()(ARTICLE).getvalue()
    assert not (tmp_path / "pages").exists()
    ArticlePage.objects.get(pk=paper.pk).unpublish()
    assert not installed.store().has(ARTICLE)
    assert not installed.store().has("/ru/")


def test_a_bucket_that_refuses_refuses_the_withdrawal(paper, bucket):
    client, name = bucket
    for path in list(installed.store().paths()):
        client.delete_object(Bucket=name, Key=f"pages{path}index.html" if path.endswith("/") else f"pages{path}")
    client.delete_bucket(Bucket=name)
    with pytest.raises(CannotTakeOffError, match=f"there is no bucket {name}"):
        ArticlePage.objects.get(pk=paper.pk).unpublish()


def test_what_is_missing_is_wanted_anew(paper, bucket):
    client, name = bucket
    client.delete_object(Bucket=name, Key="pages/ru/city/most/index.html")
    assert Looker().look()
    assert come_to_rest() == 1
    assert installed.store().has(ARTICLE)
    assert not StoredPage.objects.exclude(error="").exists()
