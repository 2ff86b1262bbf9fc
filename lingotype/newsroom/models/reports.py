"""What readers tell about a translation: their reports, what keeps floods away, and the thanks on the page."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models.article import ArticlePage

LONGEST_MESSAGE = 1_000
"""Characters that a reader may write in one field."""
LONGEST_PARAGRAPH = 5_000
"""Characters that are kept of the paragraph as the reader saw it."""


class ReportState(models.TextChoices):
    """What became of a reader's report."""

    OPEN = "open", _("open")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")


class ReaderReport(models.Model):
    """A reader says that a paragraph of a translation is wrong. Nothing in it says who the reader is."""

    page = models.ForeignKey(
        ArticlePage, on_delete=models.CASCADE, related_name="reader_reports", verbose_name=_("article")
    )
    block = models.CharField(max_length=40, help_text="The block's id, or the name of a field.")
    number = models.PositiveSmallIntegerField(default=0, help_text="Which of the block's paragraphs.")
    seen = models.TextField(_("as the reader saw it"), help_text="The paragraph's text, without markup.")
    source = models.TextField(_("the original then"), blank=True)
    message = models.TextField(_("report"), max_length=LONGEST_MESSAGE)
    suggestion = models.TextField(_("suggestion"), max_length=LONGEST_MESSAGE, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ReportState.choices, default=ReportState.OPEN)
    made_at = models.DateTimeField(_("sent"), default=timezone.now)
    settled_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name=_("resolved by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("reader’s report")
        verbose_name_plural = _("readers’ reports")
        indexes = [
            models.Index(fields=["state", "made_at"], name="reader_report_state"),
            models.Index(fields=["settled_at"], name="reader_report_settled"),
        ]

    def __str__(self) -> str:
        return self.message if len(self.message) <= 80 else f"{self.message[:80].rsplit(' ', 1)[0]}…"


class ReportTrace(models.Model):
    """How often something was sent from one place or about one page within an hour or a day.

    The key is a hash with the newsroom's secret; what it was made of cannot be had back from it. Gone after a day.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]}…: {self.count}"


class ReaderThanks(models.Model):
    """The thanks on an article's page: it was corrected after a reader's report. Names nobody; outlives the report."""

    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="reader_thanks")
    corrected_on = models.DateField(help_text="The last time.")

    def __str__(self) -> str:
        return f"thanks on {self.article_id}"
