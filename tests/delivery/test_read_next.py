"""What an article leads on to, where nobody has chosen it before."""

from datetime import timedelta

from lingotype.delivery import reads
from lingotype.delivery.models import ReadNext
from lingotype.delivery.read_next import LatelyRead, read_next
from lingotype.newsroom.models import ArticlePage
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
    kept = ReadNext.objects.get()
    assert [kept.earlier, kept.related] == asked
    assert {f"page:{pk}" for some in asked for pk in some} < found.keys


def test_for_the_next_article_the_newest_are_not_read_again(newsroom, django_assert_num_queries):
    first, second, *_ = a_paper()
    tags = list(second.tags.values_list("pk", flat=True))
    with reads.reading():
        offered(first)
        # Its own choice, how old the paper is, who shares a tag, writing down.
        with django_assert_num_queries(4):
            assert all(read_next(second, tags))


def test_what_was_read_is_read_again_after_a_minute(newsroom):
    page, *_ = a_paper(1)
    now = [0.0]
    lately = LatelyRead(lambda: now[0])
    known = lately(page)
    now[0] = 59.0
    assert lately(page) is known
    now[0] = 61.0
    assert lately(page) is not known
