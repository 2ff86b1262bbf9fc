"""“Translate now”: this language of this article before all that is queued."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.leases import AT_ONCE
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.steering.asked import asked_job
from lingotype.translation.steering.errors import BEING_MADE, CannotSteerError

_UP_TO_DATE = _("it is up to date")
_HELD = _("it is held: look at it, publish it, or try it again")


def translate_now(article: ArticlePage, lang: str) -> None:
    """Have a worker take it first. Raises `CannotSteerError` when there is nothing to translate, or nobody to do it."""
    with transaction.atomic():
        job = asked_job(article, lang)
        if job is None:
            Job.objects.create(article=article, lang=lang, not_before=AT_ONCE)
            return
        if job.state == State.TRANSLATING:
            raise CannotSteerError(BEING_MADE)
        if job.state not in (State.QUEUED, State.WAITING, State.FAILED):
            raise CannotSteerError(_HELD if job.state == State.HELD else _UP_TO_DATE)
        pair = LanguagePair(article.lang, lang)
        if job.state == State.WAITING and not installed.engines_for(pair):
            raise CannotSteerError(installed.what_to_configure(pair))
        Job.objects.filter(pk=job.pk).update(state=State.QUEUED, attempts=0, not_before=AT_ONCE)
