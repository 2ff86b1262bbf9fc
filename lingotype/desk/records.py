"""Tags and people in Wagtail's admin: one record for all languages, with a name in each."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from lingotype.desk.glossary import GlossaryViewSet
from lingotype.newsroom.models import Person, Tag
from lingotype.newsroom.models.names import language_choices
from lingotype.newsroom.slugs import free_record_slug


class RecordForm(WagtailAdminModelForm):
    """A record's form: the language is one of this newsroom's, a slug that is left empty is made from the name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = language_choices()
        present = self.instance.lang
        if present and present not in dict(choices):  # a language that the settings no longer name
            choices.append((present, present))
        self.fields["lang"] = forms.ChoiceField(label=_("Language of the name"), choices=choices)
        self.fields["slug"].required = False
        self.fields["slug"].help_text = _("Part of the public address; made from the name when you leave it empty.")

    def clean(self) -> dict[str, Any]:
        """Make the slug where there is none."""
        data: dict[str, Any] = super().clean()
        if not data.get("slug") and data.get("name") and data.get("lang"):
            data["slug"] = free_record_slug(type(self.instance), data["name"], data["lang"])
        return data


def _languages(rows: Any) -> str:
    return ", ".join(f"{row.lang}?" if row.is_draft else row.lang for row in rows.all())


class TagViewSet(SnippetViewSet):
    """Tags."""

    model = Tag
    icon = "tag"
    menu_label = _("Tags")
    list_display = [
        "name",
        Column("lang", label=_("Language"), sort_key="lang"),
        Column("in_languages", label=_("Also named in"), accessor=lambda tag: _languages(tag.names)),
        "slug",
    ]
    list_per_page = 50
    ordering = ["name"]
    edit_handler = ObjectList(Tag.panels, base_form_class=RecordForm)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Tag]":
        """With their names, in one more query."""
        return Tag.objects.prefetch_related("names")


class PersonViewSet(SnippetViewSet):
    """People: authors, photographers, translators."""

    model = Person
    icon = "user"
    menu_label = _("People")
    list_display = [
        "name",
        Column("lang", label=_("Language"), sort_key="lang"),
        Column("in_languages", label=_("Also written for"), accessor=lambda person: _languages(person.texts)),
        "slug",
    ]
    list_per_page = 50
    ordering = ["name"]
    edit_handler = ObjectList(Person.panels, base_form_class=RecordForm)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Person]":
        """With their names, in one more query."""
        return Person.objects.prefetch_related("texts")


class NewsroomViewSetGroup(SnippetViewSetGroup):
    """The menu “Newsroom”."""

    items = (TagViewSet, PersonViewSet, GlossaryViewSet)
    menu_label = _("Newsroom")
    menu_icon = "group"
    menu_order = 150
