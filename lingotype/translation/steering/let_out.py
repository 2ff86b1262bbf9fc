"""“Publish”: a held translation goes out as it is held, on a person's word, and stays labelled as it was made.

Nobody has reviewed what is let out so: whoever has gone through a translation publishes it in its editor. A worker
judges it once more by the rules that hold under every policy: no missing text, no markup that is not the source's, no
correction left behind.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import installed
from lingotype.translation.leases import AT_ONCE
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routes import Policy
from lingotype.translation.steering.asked import asked_job, is_in_hand
from lingotype.translation.steering.errors import NOT_MADE, CannotSteerError

_NOT_HELD = _("it is not held")
_NEEDS_REVIEW = _("this pair goes out only after a person has gone through it: open it")


def let_out(article: ArticlePage, lang: str) -> None:
    """Have a worker publish what is held. What was made from another version of the article goes by the gate again.

    Raises `CannotSteerError` when it is not held, was never made, or has to be reviewed first.
    """
    with transaction.atomic():
        job = asked_job(article, lang)
        is_kept_back = job is not None and job.for_desk and is_in_hand(job)
        if job is None or (job.state != State.HELD and not is_kept_back):
            raise CannotSteerError(_NOT_HELD)
        if installed.way(LanguagePair(article.lang, lang)).policy is Policy.REVIEWED:
            raise CannotSteerError(_NEEDS_REVIEW)
        rows = Job.objects.filter(pk=job.pk)
        if is_kept_back:
            rows.update(for_desk=False)
        elif not job.made_from:
            raise CannotSteerError(job.error or NOT_MADE)
        else:
            rows.update(
                state=State.QUEUED, let_out=job.made_from, for_desk=False, attempts=0, not_before=AT_ONCE,
            )  # fmt: skip
