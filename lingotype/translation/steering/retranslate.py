"""“Retranslate”: another engine makes again all that no person wrote or published."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.steering.asked import asked_job, is_in_hand
from lingotype.translation.steering.errors import BEING_MADE, NOT_MADE, CannotSteerError

_REVIEWED = _("a person has gone through it: open it")
_CANNOT = _("{engine} cannot translate {source} → {target}")


def retranslate(article: ArticlePage, lang: str, engine: str) -> None:
    """Queue it for that engine of the settings. What it makes goes by the gate; until then all stays as it is.

    Raises `CannotSteerError` for what a person has reviewed, and where the engine cannot translate the pair.
    """
    with transaction.atomic():
        job = asked_job(article, lang)
        if job is None:
            raise CannotSteerError(NOT_MADE)
        if is_in_hand(job):
            raise CannotSteerError(BEING_MADE)
        if job.made_state == State.REVIEWED:
            raise CannotSteerError(_REVIEWED)
        if installed.engine_for(engine, LanguagePair(article.lang, lang)) is None:
            raise CannotSteerError(_CANNOT.format(engine=engine, source=article.lang, target=lang))
        is_a_persons_word = Q(state=State.HELD, way="")
        rows = Job.objects.filter(pk=job.pk)
        rows.filter(is_a_persons_word).update(for_desk=True)  # what they took off comes back to them, not to readers
        rows.update(state=State.QUEUED, asked_engine=engine, attempts=0, not_before=timezone.now())
