"""“Hold”: the translation goes to the desk, whatever the gate says. Readers keep the version that they have."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.jobs import KEPT_BACK
from lingotype.translation.models import Job, State
from lingotype.translation.steering.asked import asked_job, is_in_hand
from lingotype.translation.steering.errors import NOT_MADE, CannotSteerError

_HELD = _("it is held already")


def keep_back(article: ArticlePage, lang: str) -> None:
    """Hold it until a person publishes it; one that is being made is held when it is made. `CannotSteerError`."""
    with transaction.atomic():
        job = asked_job(article, lang)
        if job is None or (job.state in (State.FAILED, State.WAITING) and not job.made_state):
            raise CannotSteerError(NOT_MADE)
        if job.for_desk:
            raise CannotSteerError(_HELD)
        rows = Job.objects.filter(pk=job.pk)
        if is_in_hand(job):
            rows.update(for_desk=True)
        else:  # without a way it is a person's word, and no change of the settings asks for it again
            rows.update(
                for_desk=True, state=State.HELD, made_state=State.HELD, way="", error=KEPT_BACK,
                changed_at=timezone.now(),
            )  # fmt: skip
