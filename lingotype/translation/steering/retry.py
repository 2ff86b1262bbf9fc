"""“Try again”: what failed, what waits for an engine, and what is held, made and judged as the settings are now."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.steering.asked import asked_job
from lingotype.translation.steering.errors import TAKEN_OFF, CannotSteerError

_NOTHING_FAILED = _("nothing has failed")


def retry(article: ArticlePage, lang: str) -> None:
    """Queue it again. Raises `CannotSteerError` where nothing failed, and where a person keeps it from readers."""
    with transaction.atomic():
        job = asked_job(article, lang)
        if job is None or job.state not in (State.FAILED, State.WAITING, State.HELD):
            raise CannotSteerError(_NOTHING_FAILED)
        changes = {"state": State.QUEUED, "attempts": 0, "not_before": timezone.now()}
        if job.state == State.HELD:
            if job.for_desk or not job.way:
                raise CannotSteerError(TAKEN_OFF)
            changes["made_from"] = ""  # judged again, and not found to stand as it stood
        pair = LanguagePair(article.lang, lang)
        if job.state == State.WAITING and not installed.engines_for(pair):
            raise CannotSteerError(installed.what_to_configure(pair))
        Job.objects.filter(pk=job.pk).update(**changes)
