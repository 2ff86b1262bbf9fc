"""Articles: the pages that everything else is about."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField, TranslatableField

from lingotype.language.stems import stems
from lingotype.newsroom.blocks import BodyBlock, CorrectionBlock, SourceBlock
from lingotype.newsroom.indexing import index_for_search
from lingotype.newsroom.models.people import Person
from lingotype.newsroom.models.pictures import Picture
from lingotype.newsroom.models.tags import Tag
from lingotype.newsroom.serving import PublicPage
from lingotype.newsroom.signals import article_changed
from lingotype.newsroom.slugs import ReadableSlug

SIDE_BY_SIDE = "side-by-side"
"""The last part of the address of a translation beside its original."""
LONGEST_TITLE: int = Page._meta.get_field("title").max_length or 255
"""Characters that a page's title can hold; a translation is often longer than its source."""


class MadeBy(models.TextChoices):
    """How the text of this page came to be; `data-made-by` on the page."""

    ORIGINAL = "original", _("written by the newsroom")
    PEOPLE = "people", _("translated by people")
    MACHINE = "machine", _("translated by a machine, not edited")
    MACHINE_REVIEWED = "machine-reviewed", _("translated by a machine, reviewed by people")


class ArticlePage(ReadableSlug, PublicPage, Page):
    """An article in one language. Its versions in other languages share its `translation_key`."""

    dek = models.TextField(_("dek"), blank=True, help_text=_("One or two sentences below the headline."))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    lead_image = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("lead picture")
    )
    # Texts, not CharFields: the limits are for writers; a translation may be longer than its source.
    lead_image_alt = models.TextField(_("text for those who cannot see it"), max_length=300, blank=True)
    lead_image_caption = models.TextField(_("caption"), max_length=500, blank=True)
    lead_image_credit = models.CharField(_("credit"), max_length=255, blank=True)
    tags = ParentalManyToManyField(Tag, blank=True, related_name="articles", verbose_name=_("tags"))
    editions = ParentalManyToManyField(
        "newsroom.EditionPage", blank=True, related_name="articles", verbose_name=_("editions")
    )
    sources = StreamField([("source", SourceBlock())], blank=True, verbose_name=_("sources"))
    corrections = StreamField([("correction", CorrectionBlock())], blank=True, verbose_name=_("corrections"))
    published_at = models.DateTimeField(_("first published"), default=timezone.now, db_index=True)
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True)
    # Of the newest correction: the list of corrections is a query, and not a look into every article.
    corrected_on = models.DateField(null=True, blank=True, editable=False, db_index=True)

    made_by = models.CharField(max_length=20, choices=MadeBy.choices, default=MadeBy.ORIGINAL, editable=False)
    engine = models.CharField(max_length=100, blank=True, editable=False)
    translated_at = models.DateTimeField(null=True, blank=True, editable=False)
    translator = models.CharField(_("translator"), max_length=200, blank=True, editable=False)
    reviewed_by = models.CharField(_("reviewed by"), max_length=200, blank=True, editable=False)

    search_auto_update = False  # `save` does it: see `indexing`
    template = "pages/article.html"
    private_page_options: list[str] = []  # feeds, lists and translations know no secrets: nothing may promise one
    parent_page_types = ["newsroom.SectionPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("title", classname="title"),  # the slug is made on the server, by the language's own tables
        FieldPanel("dek"),
        MultiFieldPanel(
            [
                FieldPanel("lead_image"),
                FieldPanel("lead_image_alt"),
                FieldPanel("lead_image_caption"),
                FieldPanel("lead_image_credit"),
            ],
            heading=_("Lead picture"),
        ),
        FieldPanel("body"),
        MultipleChooserPanel("article_authors", chooser_field_name="person", label=_("Authors")),
        FieldPanel("tags"),
        FieldPanel("editions"),
        FieldPanel("sources"),
        FieldPanel("corrections"),
        MultiFieldPanel([FieldPanel("published_at"), FieldPanel("updated_at")], heading=_("Dates")),
    ]
    # Named one by one: what is not listed here (how the text was made, the slug) is never copied between languages.
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("dek"),
        TranslatableField("lead_image_alt"),
        TranslatableField("lead_image_caption"),
        TranslatableField("body"),
        TranslatableField("corrections"),
        SynchronizedField("lead_image", overridable=False),
        SynchronizedField("lead_image_credit", overridable=False),
        SynchronizedField("sources", overridable=False),
        SynchronizedField("tags", overridable=False),
        SynchronizedField("editions", overridable=False),
        SynchronizedField("published_at", overridable=False),
        SynchronizedField("updated_at", overridable=False),
        SynchronizedField("article_authors", overridable=False),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("search_words"),
        index.FilterField("locale_id"),
        index.FilterField("published_at"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def lang(self) -> str:
        """The code of the language this page is written in."""
        return str(self.locale.language_code)

    @property
    def is_original(self) -> bool:
        """Whether the newsroom wrote this page, rather than it being a translation."""
        return bool(self.made_by == MadeBy.ORIGINAL)

    @property
    def people(self) -> list[Person]:
        """The authors, in the byline's order."""
        return [row.person for row in self.article_authors.all()]

    @cached_property
    def search_words(self) -> str:
        """What search looks through: the stems of every word of the article, by its own language.

        As of the first time that it is asked for; `indexing.py` forgets it before it writes the index.
        """
        texts = [self.title, self.dek, *self.body.stream_block.get_searchable_content(self.body)]
        return " ".join(stems(" ".join(str(text) for text in texts), self.lang))

    @property
    def source_addresses(self) -> dict[str, str]:
        """The address of each source by its id."""
        return {block.value["id"]: block.value["url"] for block in self.sources}

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The article, or below it the view of original and translation side by side."""
        if path_components == [SIDE_BY_SIDE] and self.live and not self.is_original:
            return RouteResult(self, kwargs={"view": SIDE_BY_SIDE})
        return super().route(request, path_components)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a public original is told of in the same transaction, so that no wish for its translation is lost."""
        with transaction.atomic():
            if self._state.adding and self.is_original and self._has_original():
                self.made_by = MadeBy.PEOPLE  # a copy made for translation, by Wagtail or an extension of it
            is_whole = kwargs.get("update_fields") is None  # a draft writes only what Wagtail notes about it
            if is_whole:
                self.corrected_on = _newest(block["value"] for block in self.corrections.raw_data)
            super().save(*args, **kwargs)
            if is_whole:
                index_for_search(self)
            if is_whole and self.live and self.is_original:
                article_changed.send(sender=type(self), article=self)

    def _has_original(self) -> bool:
        originals = ArticlePage.objects.filter(translation_key=self.translation_key, made_by=MadeBy.ORIGINAL)
        return bool(originals.exists())


def _newest(corrections: Iterable[Mapping[str, Any]]) -> date | None:
    days = [correction.get("date") for correction in corrections]
    return max((date.fromisoformat(str(day)) for day in days if day), default=None)


class ArticleAuthor(Orderable):
    """One name in an article's byline."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_authors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="article_authors")

    panels = [FieldPanel("person")]
