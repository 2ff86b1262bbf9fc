"""Texts of sources, for the desk only: no page, feed, export or engine's answer is made from these tables."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage


class TextState(models.TextChoices):
    """Where the text of one source stands."""

    WANTED = "wanted", _("waiting to be read")
    READING = "reading", _("being read")
    READY = "ready", _("read")
    FAILED = "failed", _("not read")


class SourceText(models.Model):
    """The wish for a source's text, then the text, and what of it the article's quotations may be."""

    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="source_texts")
    source = models.CharField(max_length=60, help_text="The id of one of the article's sources.")
    url = models.CharField(max_length=2000, blank=True, help_text="Where it is fetched from; empty if it was given.")
    lang = models.CharField(max_length=12)
    given = models.BinaryField(default=b"", help_text="What an editor pasted or uploaded, until a worker has read it.")
    kind = models.CharField(max_length=4, blank=True, help_text="Of what was given: html, md, txt.")
    state = models.CharField(max_length=12, choices=TextState.choices, default=TextState.WANTED)
    wanted = models.PositiveIntegerField(default=1, help_text="Grows with every wish.")
    error = models.TextField(blank=True, help_text="One line: why it was not read, and what to do.")
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    lease = models.CharField(max_length=80, blank=True, help_text="Who works on it; empty when nobody does.")
    lease_until = models.DateTimeField(null=True, blank=True)
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    compared_with = models.DateTimeField(
        null=True, blank=True, help_text="The article's version that it was compared with."
    )
    compared_by = models.CharField(max_length=100, blank=True, help_text="The engine that translated for it.")
    note = models.TextField(blank=True, help_text="One line: what would make the comparison better.")
    translations = models.JSONField(default=dict, blank=True, help_text="Quotations in the source's language.")
    proposals = models.JSONField(default=dict, blank=True, help_text="By the key of each quotation.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "source"], name="one_text_an_article_and_source")]
        indexes = [models.Index(fields=["state", "not_before"], name="source_text_due")]

    def __str__(self) -> str:
        return f"{self.article_id}, source {self.source}: {self.state}"


class Decision(models.Model):
    """What an editor has said about a quotation, so that it can be taken back."""

    class Kind(models.TextChoices):
        """What was said."""

        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("not in the sources")

    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="original_decisions")
    key = models.CharField(max_length=40, help_text="The quotation's identity.")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = models.TextField(blank=True, help_text="The original wording that was accepted.")
    before = models.JSONField(null=True, blank=True, help_text="What the quotation's mark said; null: it had none.")
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="one_decision_an_article_and_quotation")]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.key}: {self.kind}"
