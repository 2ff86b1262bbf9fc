"""Tags: one record for all languages, with a name in each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from lingotype.newsroom.models.names import NameInLanguage


class Tag(index.Indexed, ClusterableModel):
    """A subject that articles share, whatever their language."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True, allow_unicode=False)
    name = models.CharField(_("name"), max_length=200, help_text=_("As it was first written."))
    lang = models.CharField(_("language of the name"), max_length=12)

    panels = [FieldPanel("name"), FieldPanel("lang"), FieldPanel("slug"), InlinePanel("names", label=_("Names"))]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def name_in(self, lang: str) -> str:
        """The name in that language, or as it was first written. Reads `names` once if prefetched."""
        return next((row.name for row in self.names.all() if row.lang == lang), self.name)


class TagName(NameInLanguage):
    """A tag's name in one language."""

    tag = ParentalKey(Tag, on_delete=models.CASCADE, related_name="names")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "lang"], name="one_name_a_tag_and_language")]
