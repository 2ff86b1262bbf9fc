"""What the desk writes down itself: paragraphs that a person has approved, and what is told to people by mail."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lingotype.newsroom.models import ArticlePage


class Approval(models.Model):
    """A person stands by one paragraph of a translation, as long as neither its source nor its text changes."""

    page = models.ForeignKey(
        ArticlePage, on_delete=models.CASCADE, related_name="approvals", help_text="In its language."
    )
    context = models.ForeignKey("wagtail_localize.TranslationContext", on_delete=models.CASCADE, related_name="+")
    string = models.ForeignKey("wagtail_localize.String", on_delete=models.CASCADE, related_name="+")
    version = models.CharField(max_length=32, help_text="Of source and text; with any other it counts for nothing.")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "context", "string"], name="one_approval_a_paragraph")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.string_id}, {self.version}"


class ReportCount(models.Model):
    """How many reports readers have sent about one pair's translations in a week: the reports are not kept as long."""

    source = models.CharField(max_length=12)
    lang = models.CharField(max_length=12)
    week = models.DateField(help_text="Its Monday.")
    reports = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["week", "source", "lang"], name="one_count_a_week_and_pair")]

    def __str__(self) -> str:
        return f"{self.source} → {self.lang}, {self.week}: {self.reports}"


class Kind(models.TextChoices):
    """What a notice tells of."""

    HELD = "held", _("A translation is held")
    FAILED = "failed", _("A translation has failed")
    REPORT = "report", _("A reader reports a sentence")
    BUDGET = "budget", _("An engine’s budget is nearly used up")


class When(models.TextChoices):
    """When a person wants to be told."""

    NOW = "now", _("At once")
    HOURLY = "hourly", _("Each hour")
    DAILY = "daily", _("Each morning at 8")
    NEVER = "never", _("Not by e-mail")


class Notice(models.Model):
    """Something happened that people may want to know. What it says is read when it is told: only what still is so."""

    key = models.CharField(max_length=200, unique=True, help_text="The event; it is written down once.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    lang = models.CharField(max_length=12, blank=True, help_text="Of the translation; empty for an engine.")
    subject = models.PositiveBigIntegerField(null=True, help_text="The id of the job or of the reader's report.")
    about = models.CharField(max_length=100, blank=True, help_text="The engine's name.")
    made_at = models.DateTimeField(db_index=True, help_text="When it was written down; grows with the id.")

    def __str__(self) -> str:
        return self.key


class NoticesRead(models.Model):
    """Up to when the newsroom's tables were looked through for what is to be told. One row."""

    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.until}"


class NoticeChoice(models.Model):
    """When a person wants to be told of things of one kind, and how far they have been told."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    when = models.CharField(max_length=10, choices=When.choices, default=When.DAILY)
    told = models.PositiveBigIntegerField(default=0, help_text="The id of the last notice that was told, or left out.")
    mailed_at = models.DateTimeField(null=True, help_text="The last mail of this kind.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_choice_a_user_and_kind")]

    def __str__(self) -> str:
        return f"{self.user_id}, {self.kind}: {self.when}"


class OutgoingMail(models.Model):
    """A message on its way to a mail server. It is deleted when one has taken it."""

    sender = models.TextField()
    addresses = models.JSONField(help_text="Lists: to, cc, bcc, reply_to.")
    subject = models.TextField()
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    error = models.TextField(blank=True, help_text="One line: why it was not sent the last time.")
    is_given_up = models.BooleanField(default=False)
    lease = models.CharField(max_length=80, blank=True, help_text="Who sends it; empty when nobody does.")
    lease_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["is_given_up", "not_before"], name="mail_due")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.attempts} attempts"
