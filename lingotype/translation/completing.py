"""Languages that readers have got since: articles that stood before are wanted in them, too."""

from django.conf import settings

from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.models import Job


def want_missing() -> int:
    """Queue every public original in each language of the readers for which it has no job. Returns how many."""
    originals = ArticlePage.objects.live().filter(made_by=MadeBy.ORIGINAL).order_by()
    jobs = [
        Job(article_id=pk, lang=code)
        for code in settings.LINGOTYPE.readers
        for pk in originals.exclude(locale__language_code=code)
        .exclude(pk__in=Job.objects.filter(lang=code).values("article"))
        .values_list("pk", flat=True)
    ]
    Job.objects.bulk_create(jobs, batch_size=500, ignore_conflicts=True)  # an article may just have been published
    return len(jobs)
