"""People who write, photograph and translate: one record for all languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from lingotype.language.facts import LANGUAGES
from lingotype.language.transliteration import to_latin
from lingotype.newsroom.models.names import NameInLanguage
from lingotype.newsroom.models.pictures import Picture


class Person(index.Indexed, ClusterableModel):
    """An author. `name` is written in `lang`; names in other languages stand in `texts`."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True, allow_unicode=False)
    name = models.CharField(_("name"), max_length=200)
    lang = models.CharField(_("language of the name"), max_length=12)
    photo = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("photo")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("lang"),
        FieldPanel("slug"),
        FieldPanel("photo"),
        InlinePanel("texts", label=_("In other languages")),
    ]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def text_in(self, lang: str) -> "PersonText | None":
        """Name, role and biography as written for that language, if anybody wrote them."""
        return next((row for row in self.texts.all() if row.lang == lang), None)

    def name_in(self, lang: str) -> str:
        """The name for readers of that language: as written for them, else in their script's nearest letters."""
        written = self.text_in(lang)
        return readable_name(self.name, self.lang, lang, written.name if written else "")


def readable_name(name: str, own_lang: str, lang: str, written: str = "") -> str:
    """A person's name for readers of `lang`: as somebody has `written` it for them, else in the nearest letters."""
    if written:
        return written
    own, readers = LANGUAGES.get(own_lang), LANGUAGES.get(lang)
    if own is not None and readers is not None and own.script != readers.script == "Latn":
        return to_latin(name, own_lang)
    return name


class PersonText(NameInLanguage):
    """A person's name, role and biography in one language."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="texts")
    role = models.CharField(_("role"), max_length=200, blank=True)
    bio = models.TextField(_("biography"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "lang"], name="one_text_a_person_and_language")]
