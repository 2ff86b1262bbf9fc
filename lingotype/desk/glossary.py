"""The glossary's screen: terms in every language, brought in and written out as CSV or TBX."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from lingotype.newsroom.models.names import language_choices
from lingotype.translation.glossary.entries import FACTS, GlossaryFileError, merge
from lingotype.translation.glossary.files import KINDS, LARGEST_FILE, read_glossary, write_glossary
from lingotype.translation.models import GlossaryEntry

_TYPES = {"csv": "text/csv; charset=utf-8", "tbx": "application/x-tbx"}
_CHANGE = "translation.change_glossaryentry"


class EntryForm(WagtailAdminModelForm):
    """An entry's form: languages are this newsroom's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wordings = self.formsets["wordings"]
        for form in [*wordings.forms, wordings.empty_form]:
            present = form.instance.lang
            choices = [*language_choices()]
            if present and present not in dict(choices):
                choices.append((present, present))
            form.fields["lang"] = forms.ChoiceField(label=_("Language"), choices=choices)

    def save(self, commit: bool = True) -> Any:
        """What a person has changed is theirs, and no seed any more."""
        if self.has_changed():
            self.instance.is_seed = False
        return super().save(commit)


class GlossaryIndex(IndexView):
    """The list, with the doors for files."""

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Import and export, after Wagtail's own."""
        buttons = list(super().header_more_buttons)
        doors = (
            (_("Suggested terms"), "desk_term_suggestions", "pick"), (_("Import"), "desk_glossary_import", "upload"),
            (_("Usual names"), "desk_glossary_seed", "globe"),
        )  # fmt: skip
        buttons += [
            Button(label, url=reverse(name), icon_name=icon, priority=50 + number)
            for number, (label, name, icon) in enumerate(doors)
        ]
        for number, kind in enumerate(KINDS):
            url = reverse("desk_glossary_export", args=[kind])
            label = _("Export as {kind}").format(kind=kind.upper())
            buttons.append(Button(label, url=url, icon_name="download", priority=60 + number))
        return buttons


class GlossaryViewSet(SnippetViewSet):
    """Terms."""

    model = GlossaryEntry
    icon = "openquote"
    menu_label = gettext_lazy("Glossary")
    index_view_class = GlossaryIndex
    list_display = [
        Column("wordings", label=gettext_lazy("Term"), accessor=str),
        "section",
        BooleanColumn("never_translate", label=gettext_lazy("Never translate")),
        BooleanColumn("is_seed", label=gettext_lazy("Usual name")),
    ]
    list_filter = ["is_seed", "never_translate", "section"]
    list_per_page = 50
    search_fields = ["wordings__text", "note"]
    edit_handler = ObjectList(
        [
            InlinePanel(
                "wordings",
                panels=[FieldPanel("lang"), FieldPanel("text"), FieldPanel("forms")],
                label=gettext_lazy("Wording"),
                heading=gettext_lazy("Wordings"),
                min_num=1,
            ),
            MultiFieldPanel([FieldPanel("never_translate"), FieldPanel("case_sensitive"), FieldPanel("section")]),
            FieldPanel("note"),
        ],
        base_form_class=EntryForm,
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[GlossaryEntry]":
        """With their wordings, in one more query; the newsroom's own before the seeds."""
        return GlossaryEntry.objects.prefetch_related("wordings").order_by("is_seed", "pk")


class FileForm(forms.Form):
    """A glossary's file."""

    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("CSV or TBX."))

    def clean_file(self) -> Any:
        """Read it. What is wrong with it stands at the field."""
        file = self.cleaned_data["file"]
        kind = file.name.rpartition(".")[2].lower()
        if kind not in KINDS:
            raise forms.ValidationError(_("A glossary is a CSV or a TBX file."))
        try:
            return read_glossary(file.read(LARGEST_FILE + 1), kind)
        except GlossaryFileError as error:
            raise forms.ValidationError(str(error)) from error


class ImportView(WagtailAdminTemplateMixin, TemplateView):
    """Bring a file's terms in; what it does not name stays."""

    template_name = "desk/glossary_import.html"
    page_title = gettext_lazy("Import terms")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who may change the glossary."""
        if not request.user.has_perm(_CHANGE):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the form and the columns of a CSV file."""
        columns = [*settings.LINGOTYPE.languages, *(f"{code} forms" for code in settings.LINGOTYPE.languages), *FACTS]
        return {"form": FileForm(), "columns": ", ".join(columns), **super().get_context_data(**kwargs)}

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take the file, all of it or nothing."""
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        merged = merge(form.cleaned_data["file"])
        said = _("Terms: {added} added, {changed} changed, {unchanged} as they were.")
        messages.success(request, said.format(added=merged.added, changed=merged.changed, unchanged=merged.unchanged))
        return redirect(GlossaryEntry.snippet_viewset.get_url_name("list"))


def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The whole glossary as a file."""
    if not request.user.has_perm(_CHANGE) or kind not in KINDS:
        return permission_denied(request)
    disposition = f'attachment; filename="glossary.{kind}"'
    return HttpResponse(write_glossary(kind), content_type=_TYPES[kind], headers={"Content-Disposition": disposition})
