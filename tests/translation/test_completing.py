"""A language that readers get later."""

from lingotype.translation.completing import want_missing
from lingotype.translation.models import Job
from tests.factories import article


def test_articles_that_stood_before_are_wanted_in_it_and_drafts_are_not(newsroom):
    public = article("most")
    article("draft", live=False)
    Job.objects.filter(lang__in=["uk", "he"]).delete()
    assert want_missing() == 2
    wanted = [(public.pk, code) for code in ("en", "es", "he", "uk")]
    assert sorted(Job.objects.values_list("article", "lang")) == wanted
    assert want_missing() == 0
