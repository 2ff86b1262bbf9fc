"""What the page store holds and why: one row a public address, what each page read, and what has changed."""

from django.db import models
from django.utils import timezone

from lingotype.newsroom.models import ArticlePage


class StoredPage(models.Model):
    """The wish that a public address stands in the store. Workers compare `wanted` with `made` and make it so."""

    path = models.CharField(max_length=1000, unique=True)
    wanted = models.PositiveIntegerField(default=1, help_text="Grows with every change of what the page reads.")
    made = models.PositiveIntegerField(default=0, help_text="The wish that the stored page answers.")
    weight = models.PositiveSmallIntegerField(default=5, help_text="What is waited for comes first: 0 before 9.")
    not_before = models.DateTimeField(default=timezone.now)
    stale_at = models.DateTimeField(null=True, blank=True, help_text="When time alone makes it another page.")
    etag = models.CharField(max_length=64, blank=True, help_text="Of its content; empty while nothing is stored.")
    reads_hash = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True, help_text="One line: why it could not be rendered or written.")
    lease = models.CharField(max_length=80, blank=True, help_text="Who renders it; empty when nobody does.")
    lease_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["weight", "not_before"], name="stored_page_due", condition=models.Q(wanted__gt=models.F("made"))
            ),
            models.Index(fields=["stale_at"], name="stored_page_stale_at", condition=models.Q(stale_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.path


class Read(models.Model):
    """One thing that a stored page read while it was rendered."""

    page = models.ForeignKey(StoredPage, on_delete=models.CASCADE, related_name="reads")
    key = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "page"], name="one_read_a_key_and_page")]

    def __str__(self) -> str:
        return f"{self.page_id} read {self.key}"


class Change(models.Model):
    """Something that changed, written down in the transaction of the change; a worker settles it.

    `number` is given when it is settled, under a lock and so in order. A page whose rendering began at a number has
    seen everything up to it.
    """

    key = models.CharField(max_length=120)
    number = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.key} ({self.number or 'not settled'})"


class Counter(models.Model):
    """One row: the number of the last settled change. Whoever records a page or settles changes locks it."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class Purge(models.Model):
    """The wish that what keeps pages in front of us gives one up; written with the change of the store it follows."""

    key = models.CharField(max_length=1000, help_text="The page's path.")
    is_urgent = models.BooleanField(default=False, help_text="Withdrawn: sent before everything else.")
    is_second = models.BooleanField(default=False, help_text="Sent once already, and once more to be sure.")
    not_before = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True, help_text="One line: why it was not purged.")
    lease = models.CharField(
        max_length=80, blank=True, db_index=True, help_text="Who sends it; empty when nobody does."
    )
    lease_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["not_before"], name="purge_due")]

    def __str__(self) -> str:
        return self.key


def last_number() -> int:
    """The number of the last settled change. What is read after asking has seen it."""
    return Counter.objects.filter(pk=1).values_list("number", flat=True).first() or 0


class Fact(models.Model):
    """A fingerprint of something that many pages show, to see whether it has changed: a navigation, the settings."""

    key = models.CharField(max_length=120, unique=True)
    value = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"


class ReadNext(models.Model):
    """What an article's page offers to read: chosen when it is published, so that a new article changes few pages."""

    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="read_next")
    earlier = models.JSONField(default=list, help_text="Numbers of older articles on the same tags.")
    related = models.JSONField(default=list, help_text="Numbers of what else to read.")

    def __str__(self) -> str:
        return f"read next to {self.article_id}"
