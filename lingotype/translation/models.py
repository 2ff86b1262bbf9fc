"""One row a language of an article: what is wanted, what stands, who works on it; and what engines have used."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lingotype.newsroom.models import ArticlePage


class State(models.TextChoices):
    """Where one language of one article stands."""

    QUEUED = "queued", _("queued")
    TRANSLATING = "translating", _("being translated")
    PUBLISHED = "published", _("published")
    HELD = "held", _("held for the desk")
    FAILED = "failed", _("failed")
    WAITING = "waiting", _("waiting for an engine")
    REVIEWED = "reviewed", _("reviewed by a person")
    STALE = "stale", _("older than its source")


DONE_STATES = (State.PUBLISHED, State.HELD, State.FAILED, State.WAITING, State.REVIEWED, State.STALE)

PUBLIC_STATES = (State.PUBLISHED, State.REVIEWED)
"""How a translation ended that readers see."""


class Job(models.Model):
    """The wish that an article stands in a language. Workers compare `wanted` with `made` and make it so."""

    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="jobs")
    lang = models.CharField(max_length=12)
    state = models.CharField(max_length=12, choices=State.choices, default=State.QUEUED)
    wanted = models.PositiveIntegerField(default=1, help_text="Grows with every change of the source.")
    made = models.PositiveIntegerField(default=0, help_text="The wish that the present translation answers.")
    made_from = models.CharField(max_length=64, blank=True, help_text="Fingerprint of the source it was made from.")
    made_state = models.CharField(max_length=12, choices=State.choices, blank=True, help_text="How that ended.")
    engine = models.CharField(max_length=100, blank=True)
    way = models.TextField(blank=True, help_text="Engines and gate that it was judged by; empty: by a person.")
    findings = models.JSONField(default=list, blank=True)
    settled = models.JSONField(
        default=list, blank=True, help_text="Corrections of texts that are gone; a person has published since."
    )
    error = models.TextField(blank=True, help_text="One line: why it is held, failed or waiting, and what to do.")
    attempts = models.PositiveSmallIntegerField(default=0)
    is_urgent = models.BooleanField(default=False, help_text="A correction: before all others; until it is made.")
    not_before = models.DateTimeField(default=timezone.now)
    lease = models.CharField(max_length=80, blank=True, help_text="Who works on it; empty when nobody does.")
    lease_until = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    for_desk = models.BooleanField(default=False, help_text="The desk keeps every version back until it publishes one.")
    let_out = models.CharField(
        max_length=64, blank=True, help_text="Fingerprint of the source whose held translation may go out as it is."
    )
    asked_engine = models.CharField(max_length=100, blank=True, help_text="Who is to make all of it again, once.")
    judged_week = models.DateField(null=True, help_text="Monday of the week in which the gate judged a machine's work.")
    judged_source = models.CharField(max_length=12, blank=True, help_text="The language it was made from then.")
    judged_held = models.BooleanField(default=False, help_text="Whether the gate held it then.")
    judged_change = models.FloatField(
        null=True, help_text="The share of its characters that a person has changed since; null: nobody has been there."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "lang"], name="one_job_an_article_and_language")]
        indexes = [
            models.Index(fields=["state", "not_before"], name="job_due"),
            # What the board asks: these hold all of the answer, so that a hundred thousand rows are no trouble.
            models.Index(fields=["state", "lang", "article"], name="job_standing"),
            models.Index(fields=["made_state", "lang", "article"], name="job_made"),
            # What the figures of the languages ask: likewise.
            models.Index(
                fields=["judged_week", "judged_source", "lang", "engine", "judged_held", "judged_change"],
                name="job_judged",
            ),
        ]
        permissions = [("steer_languages", _("Can change routes and engines"))]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.lang}: {self.state}"


class Listed(models.Model):
    """An original as the board lists and finds it: a small row, so that all of them can be looked through at once."""

    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, primary_key=True, related_name="listed")
    published_at = models.DateTimeField(help_text="The article's own; the newest is listed first.")
    words = models.CharField(max_length=600, help_text="The titles of the public version and of the draft, folded.")
    section = models.UUIDField(null=True, help_text="The section's `translation_key`: the same in every language.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_public = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["-published_at", "-article"], name="listed_newest"),
            models.Index(fields=["section", "-published_at", "-article"], name="listed_in_section"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.words}"


class DeskRoute(models.Model):
    """The engines of one pair as the desk has put them in order: they go before those of the settings file."""

    source = models.CharField(max_length=12)
    target = models.CharField(max_length=12)
    engines = models.JSONField(default=list, help_text="Names of the settings file, best first.")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "target"], name="one_desk_route_a_pair")]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}: {', '.join(self.engines)}"


class EngineHealth(models.Model):
    """What workers have last seen of an engine; see `health.py`."""

    engine = models.CharField(max_length=100, unique=True)
    answered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True, help_text="What it said when it failed.")
    passed_over_until = models.DateTimeField(null=True, help_text="By the worker that wrote this.")

    def __str__(self) -> str:
        return f"{self.engine}: answered {self.answered_at}, failed {self.failed_at}"


class RunState(models.TextChoices):
    """Where a dry run stands."""

    WANTED = "wanted", _("waiting for a worker")
    RUNNING = "running", _("being made")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class DryRun(models.Model):
    """Two engines on the same articles, for the desk to compare: no reader sees it, no memory keeps it."""

    source = models.CharField(max_length=12)
    target = models.CharField(max_length=12)
    engines = models.JSONField(help_text="Two names of the settings file.")
    state = models.CharField(max_length=12, choices=RunState.choices, default=RunState.WANTED)
    error = models.TextField(blank=True, help_text="One line: why it has failed.")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0, help_text="One more with each answer.")
    lease = models.CharField(max_length=80, blank=True, help_text="Who works on it; empty when nobody does.")
    lease_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "asked_at"], name="dry_run_due"),
            models.Index(fields=["source", "target", "-asked_at"], name="dry_run_of_pair"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target"], condition=models.Q(state__in=("wanted", "running")),
                name="one_unfinished_dry_run_a_pair",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.source} → {self.target}: {' / '.join(self.engines)}, {self.state}"


class DryRunArticle(models.Model):
    """One article of a dry run: its texts as they stood, and what each engine made of them."""

    run = models.ForeignKey(DryRun, on_delete=models.CASCADE, related_name="articles")
    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    sources = models.JSONField(default=list, help_text="Inline HTML of each text, as the answers were made from it.")
    answers = models.JSONField(default=dict, help_text="By engine: see `dry_run/working.py`.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "order"], name="one_dry_run_article_a_place")]

    def __str__(self) -> str:
        return f"{self.run_id}, {self.order}: {self.title}"


class EngineUse(models.Model):
    """How many characters an engine was sent in a month."""

    engine = models.CharField(max_length=100)
    month = models.DateField(help_text="Its first day.")
    characters = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["engine", "month"], name="one_use_an_engine_and_month")]

    def __str__(self) -> str:
        return f"{self.engine}, {self.month:%Y-%m}: {self.characters}"


class ArticleUse(models.Model):
    """How many characters of an article engines were sent for one language, and what that cost when it was sent."""

    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    lang = models.CharField(max_length=12)
    engine = models.CharField(max_length=100)
    characters = models.PositiveBigIntegerField(default=0)
    cost = models.DecimalField(max_digits=14, decimal_places=6, default=0)
    currency = models.CharField(max_length=3, blank=True, help_text="Empty where the engine has no price.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "lang", "engine", "currency"], name="one_use_an_article_language_and_engine"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.lang}, {self.engine}: {self.characters}"


class QuotationTranslation(models.Model):
    """The original wording of a quotation in another language, translated directly; kept for every article."""

    lang = models.CharField(max_length=12, help_text="The language of the original.")
    target = models.CharField(max_length=12)
    words = models.TextField()
    words_hash = models.CharField(max_length=64)
    html = models.TextField()
    engine = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lang", "target", "words_hash"], name="one_translation_a_quotation")
        ]

    def __str__(self) -> str:
        return f"{self.lang} → {self.target}: {self.words[:60]}"


class NearKey(models.Model):
    """One of the words by which a text of memory is found from nearly the same one; see `near/keys.py`."""

    string = models.ForeignKey("wagtail_localize.String", on_delete=models.CASCADE, db_index=False, related_name="+")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, db_index=False, related_name="+")
    word = models.IntegerField(help_text="A number made of how the word begins.")
    length = models.PositiveSmallIntegerField(help_text="Characters of the text.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["string", "word"], name="one_near_key_a_text_and_word")]
        indexes = [models.Index(fields=["locale", "word", "length", "string"], name="near_key")]

    def __str__(self) -> str:
        return f"{self.string_id}: {self.word}"


class GlossaryEntry(ClusterableModel):
    """One thing that the newsroom has agreed to call the same everywhere, with its wording in each language."""

    note = models.TextField(_("note"), blank=True, help_text=_("For the people at the desk; engines do not see it."))
    section = models.SlugField(
        _("only in section"), max_length=255, blank=True, help_text=_("A section’s slug; empty for the whole paper.")
    )
    never_translate = models.BooleanField(
        _("never translate"), default=False, help_text=_("It stands in every language as it is written.")
    )
    case_sensitive = models.BooleanField(
        _("only with these capitals"), default=False, help_text=_("Council is a term, council is not.")
    )

    seed = models.CharField(
        max_length=40, blank=True, editable=False, db_index=True, help_text="Which of CLDR's names it began as."
    )
    is_seed = models.BooleanField(
        _("usual name"), default=False, editable=False,
        help_text=_("From Unicode’s list; nobody here has changed it. Advice for engines, never demanded."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [models.UniqueConstraint(fields=["seed"], condition=~models.Q(seed=""), name="one_entry_a_seed")]

    def __str__(self) -> str:
        return " · ".join(f"{row.text} ({row.lang})" for row in self.wordings.all()) or f"#{self.pk}"


class GlossaryWording(models.Model):
    """An entry's wording in one language. `forms` are other spellings and inflected forms, one a line."""

    entry = ParentalKey(GlossaryEntry, on_delete=models.CASCADE, related_name="wordings")
    lang = models.CharField(_("language"), max_length=12)
    text = models.CharField(_("wording"), max_length=300)
    forms = models.TextField(
        _("other forms"), blank=True, help_text=_("One a line; regular endings need not be listed.")
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "lang"], name="one_wording_an_entry_and_language")]
        indexes = [models.Index(fields=["lang", "text"], name="glossary_wording")]

    def __str__(self) -> str:
        return f"{self.text} ({self.lang})"


class TermSuggestion(models.Model):
    """A word that a person put in the place of a machine's: it may become a term, when a person says so."""

    source_lang = models.CharField(max_length=12)
    target_lang = models.CharField(max_length=12)
    source = models.CharField(max_length=300)
    before = models.CharField(max_length=300, help_text="What the machine had said.")
    target = models.CharField(max_length=300)
    sentence = models.TextField(help_text="The source text it stands in.")
    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    is_settled = models.BooleanField(default=False, help_text="Taken or dismissed: not offered again.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_lang", "target_lang", "source", "target"], name="one_suggestion_a_term"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.source_lang}) → {self.target} ({self.target_lang})"
