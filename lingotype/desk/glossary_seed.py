"""The screen on which the glossary is seeded with usual names."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lingotype.language.facts import LANGUAGES
from lingotype.translation.glossary.seeding import seed_glossary
from lingotype.translation.models import GlossaryEntry


class SeedView(WagtailAdminTemplateMixin, TemplateView):
    """Says what comes in, and brings it in."""

    template_name = "desk/glossary_seed.html"
    page_title = gettext_lazy("Usual names")
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who may change the glossary."""
        if not request.user.has_perm("translation.change_glossaryentry"):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Back to the glossary."""
        glossary = {"url": reverse(GlossaryEntry.snippet_viewset.get_url_name("list")), "label": _("Glossary")}
        return [*super().get_breadcrumbs_items(), glossary, {"url": "", "label": str(self.page_title)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the languages."""
        names = ", ".join(LANGUAGES[code].name for code in settings.LINGOTYPE.languages)
        return {**super().get_context_data(**kwargs), "languages": names}

    def post(self, request: HttpRequest) -> HttpResponse:
        """Seed, or bring the seeds up to date."""
        done = seed_glossary(settings.LINGOTYPE.languages)
        said = _("Usual names: {added} added, {changed} changed, {unchanged} as they were.")
        messages.success(request, said.format(added=done.added, changed=done.changed, unchanged=done.unchanged))
        return redirect(GlossaryEntry.snippet_viewset.get_url_name("list"))
