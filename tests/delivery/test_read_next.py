"""What an article leads on to, where nobody has chosen it before."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connection
from django.db.models import F
from django.utils import timezone

from lingotype.delivery import reads, rendering, stale
from lingotype.delivery.models import ReadNext, StoredPage
from lingotype.delivery.read_next import read_next
from lingotype.newsroom.models import ArticlePage
from tests.delivery import quiet
from tests.factories import PUBLISHED, article


def a_paper(count=30):
    """Articles on one subject, each published alone, so that nothing has been chosen for any; the newest first."""
    pages = [article(f"a-{n}", tags=["bridge"], published_at=PUBLISHED + timedelta(days=n)) for n in range(count)]
    ReadNext.objects.all().delete()
    return [ArticlePage.objects.select_related("locale").get(pk=page.pk) for page in reversed(pages)]


def offered(page):
    tags = list(page.tags.values_list("pk", flat=True))
    return [list(some) for some in read_next(page, tags)]


def test_a_worker_chooses_as_a_request_does_and_keeps_it(newsroom):
    newest, *_ = a_paper()
    asked = offered(newest)
    assert not ReadNext.objects.exists()  # a reader's request writes nothing
    with reads.reading() as found:
        assert offered(newest) == asked
    assert [found.chosen.earlier, found.chosen.related] == asked
    assert {f"page:{pk}" for some in asked for pk in some} < found.keys


def test_for_the_next_article_the_newest_are_not_read_again(newsroom, django_assert_num_queries):
    first, second, *_ = a_paper()
    tags = list(second.tags.values_list("pk", flat=True))
    with rendering.PARTS.in_use(), reads.reading():
        offered(first)
        # Its own choice, how old the paper is, who shares a tag.
        with django_assert_num_queries(3):
            assert all(read_next(second, tags))


def test_what_a_worker_has_read_is_read_again_when_another_article_is_there(newsroom):
    page, *_ = a_paper(4)
    for newer in ("newer", "newest"):
        rendering.PARTS.bring_up_to_date()
        with rendering.PARTS.in_use(), reads.reading() as found:
            offered(page)
        assert "list:ru" not in found.keys  # or each new article would make this page anew
        ReadNext.objects.all().delete()
        other = article(newer, tags=["bridge"], published_at=PUBLISHED + timedelta(days=90))
        stale.settle()
        ReadNext.objects.filter(article=page).delete()
    rendering.PARTS.bring_up_to_date()
    with rendering.PARTS.in_use(), reads.reading():
        assert offered(page)[1][0] == other.pk


def test_an_older_article_leads_on_to_the_one_that_continues_it(newsroom, store):
    old = article("old", tags=["bridge"], published_at=PUBLISHED)
    stale.settle()
    assert ReadNext.objects.filter(article=old).exists()
    new = article("new", tags=["bridge"], published_at=PUBLISHED + timedelta(days=1))
    stale.settle()
    assert ReadNext.objects.get(article=new).earlier == [old.pk]
    assert not ReadNext.objects.filter(article=old).exists()
    quiet.fill()
    quiet.come_to_rest()
    assert ReadNext.objects.get(article=old).related == [new.pk]


def test_a_choice_is_thrown_away_with_its_page(newsroom, store):
    old = article("old", tags=["bridge"], published_at=PUBLISHED)
    quiet.fill()
    quiet.come_to_rest()
    ReadNext.objects.all().delete()
    StoredPage.objects.filter(path="/ru/city/old/").update(wanted=F("wanted") + 1)
    chosen_among, packed = [], []

    def meanwhile(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if not chosen_among and ArticlePage.tags.through._meta.db_table in sql and "articlepage_id" in sql:
            chosen_among.append(sql)
            article("new", tags=["bridge"], published_at=PUBLISHED + timedelta(days=1))
            stale.settle()
        return done

    with ThreadPoolExecutor(1) as threads, connection.execute_wrapper(meanwhile):
        rendering._begin(rendering._claim(1), threads, packed)
    rendering._finish(packed)
    assert not ReadNext.objects.filter(article=old).exists()
    quiet.come_to_rest()
    assert ReadNext.objects.get(article=old).related == [ArticlePage.objects.get(slug="new").pk]
    assert "/ru/city/new/" in store.file("/ru/city/old/").read_text()


def test_its_page_waits_for_the_pages_of_the_new_one(newsroom, store):
    article("old", tags=["bridge"], published_at=PUBLISHED)
    quiet.fill()
    quiet.come_to_rest()
    article("new", tags=["bridge"], published_at=PUBLISHED + timedelta(days=1))
    begins = timezone.now()
    stale.settle()
    soon = begins + timedelta(seconds=1)
    waiting = {page.path: page.not_before >= soon for page in StoredPage.objects.filter(wanted__gt=F("made"))}
    assert waiting["/ru/city/old/"]
    assert not waiting["/ru/city/new/"]
    assert not waiting["/ru/"]
    while rendering.render_some():
        pass
    assert rendering.waiting_soon()  # and so `publish --wait` goes on
    quiet.come_to_rest()
    assert not rendering.waiting_soon()


def test_a_page_that_waits_for_another_reason_waits_no_longer(newsroom, store):
    old = article("old", tags=["bridge"], published_at=PUBLISHED)
    quiet.fill()
    quiet.come_to_rest()
    article("new", tags=["bridge"], published_at=PUBLISHED + timedelta(days=1))
    old.save()
    stale.settle()
    assert StoredPage.objects.get(path="/ru/city/old/").not_before <= timezone.now()
    due = StoredPage.objects.get(path="/ru/city/old/").not_before
    article("newest", tags=["bridge"], published_at=PUBLISHED + timedelta(days=2))
    stale.settle()
    assert StoredPage.objects.get(path="/ru/city/old/").not_before == due
