"""Words that editors corrected: each may become a term, or be dismissed for good."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lingotype.language.facts import LANGUAGES
from lingotype.translation.glossary.suggestions import open_suggestions, settle, take
from lingotype.translation.models import GlossaryEntry, TermSuggestion

_MAY = ("translation.add_glossaryentry", "translation.change_glossaryentry")
"""Taking a suggestion may add a wording to a term that is there."""
_SHOWN = 100


class TermSuggestions(WagtailAdminTemplateMixin, TemplateView):
    """The list, the newest first."""

    template_name = "desk/term_suggestions.html"
    page_title = gettext_lazy("Suggested terms")
    header_icon = "openquote"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who may add and change terms."""
        if not request.user.has_perms(_MAY):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Back to the glossary."""
        glossary = {"url": _glossary(), "label": _("Glossary")}
        return [*super().get_breadcrumbs_items(), glossary, {"url": "", "label": str(self.page_title)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what nobody has settled."""
        rows = [
            {"one": one, "source": LANGUAGES.get(one.source_lang), "target": LANGUAGES.get(one.target_lang)}
            for one in open_suggestions()[:_SHOWN]
        ]
        return {**super().get_context_data(**kwargs), "rows": rows, "glossary": _glossary()}

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take one into the glossary and open it there, or dismiss it."""
        chosen = request.POST.get("suggestion", "")
        one = get_object_or_404(TermSuggestion, pk=int(chosen) if chosen.isdecimal() and len(chosen) < 19 else 0)
        if request.POST.get("what") != "add":
            settle(one)
            messages.success(request, _("“{term}” is not offered again.").format(term=one.source))
            return redirect("desk_term_suggestions")
        entry = take(one)
        said = _("“{term}” is a term now. Add its other languages and forms.")
        messages.success(request, said.format(term=one.source))
        return redirect(GlossaryEntry.snippet_viewset.get_url_name("edit"), entry.pk)


def _glossary() -> str:
    return reverse(GlossaryEntry.snippet_viewset.get_url_name("list"))
