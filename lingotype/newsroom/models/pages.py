"""The pages around the articles: fronts, sections, city editions, static pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from lingotype.newsroom.blocks import BodyBlock
from lingotype.newsroom.reserved import RESERVED_SLUGS
from lingotype.newsroom.serving import PublicPage
from lingotype.newsroom.slugs import ReadableSlug


class TitleState(models.TextChoices):
    """Where a section's or an edition's name in a language comes from."""

    PEOPLE = "people", _("written by people")
    DRAFT = "draft", _("an engine's draft")
    SOURCE = "source", _("not translated yet")


class FrontPage(PublicPage, Page):
    """The front page of one language."""

    tagline = models.CharField(_("tagline"), max_length=200, blank=True)

    template = "pages/front.html"
    content_panels = [*Page.content_panels, FieldPanel("tagline")]
    private_page_options: list[str] = []  # feeds, lists and translations know no secrets: nothing may promise one
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["newsroom.SectionPage", "newsroom.EditionPage", "newsroom.StaticPage"]
    max_count_per_parent = 20

    class Meta:
        verbose_name = _("front page")


class OpenSlug(Page):
    """Mixin of pages right below a front page: a slug whose address the site answers itself is refused."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Judge the page as Wagtail does, and its slug. Raises `ValidationError`."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("The site itself uses this address; choose another slug.")})


class Place(ReadableSlug, PublicPage, OpenSlug):
    """What sections and editions share: a name in each language, and where that name comes from."""

    title_state = models.CharField(
        _("the name is"), max_length=10, choices=TitleState.choices, default=TitleState.PEOPLE
    )
    intro = models.TextField(_("introduction"), blank=True)

    private_page_options: list[str] = []  # feeds, lists and translations know no secrets: nothing may promise one
    is_creatable = False

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a name that somebody has changed is a name written by people from then on."""
        if self.pk and self.title_state != TitleState.PEOPLE:
            before = type(self).objects.filter(pk=self.pk).values_list("title", flat=True).first()
            if before is not None and before != self.title:
                self.title_state = TitleState.PEOPLE
        super().save(*args, **kwargs)


class SectionPage(Place):
    """A section of the paper in one language; its articles stand below it."""

    template = "pages/section.html"
    content_panels = [*Page.content_panels, FieldPanel("title_state"), FieldPanel("intro")]
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types = ["newsroom.ArticlePage"]
    is_creatable = True

    class Meta:
        verbose_name = _("section")


class EditionPage(Place):
    """A city's edition in one language: its own front page, filled by the articles that name it."""

    promo = models.CharField(_("promotion"), max_length=300, blank=True, help_text=_("Shown below articles."))

    template = "pages/edition.html"
    content_panels = [*Page.content_panels, FieldPanel("title_state"), FieldPanel("intro"), FieldPanel("promo")]
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types: list[str] = []
    is_creatable = True

    class Meta:
        verbose_name = _("edition")


class StaticPage(ReadableSlug, PublicPage, OpenSlug):
    """A page about the paper itself."""

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    template = "pages/static.html"
    content_panels = [*Page.content_panels, FieldPanel("body")]
    private_page_options: list[str] = []  # feeds, lists and translations know no secrets: nothing may promise one
    parent_page_types = ["newsroom.FrontPage", "newsroom.StaticPage"]

    class Meta:
        verbose_name = _("static page")
