"""The list of readers' reports: Wagtail's own, by language, article and state."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.models import Locale

from lingotype.desk.reports.visible import may_see_reports, reports_for
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, ReaderReport, ReportState


def _articles(request: HttpRequest | None) -> "QuerySet[ArticlePage]":
    if request is None:
        return ArticlePage.objects.none()
    reported = reports_for(request.user).values("page")
    return ArticlePage.objects.filter(pk__in=reported).order_by("title")


class ReportFilters(WagtailFilterSet):
    """Language, article, state."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=ReportState.choices)
    locale = django_filters.ModelChoiceFilter(
        label=_("Language"), field_name="page__locale", queryset=Locale.objects.all()
    )
    page = django_filters.ModelChoiceFilter(label=_("Article"), queryset=_articles)

    class Meta:
        model = ReaderReport
        fields = ["state", "locale", "page"]


class ReportIndex(generic.IndexView):
    """Open reports; the filter shows the others."""

    model = ReaderReport
    page_title = _("Readers’ reports")
    header_icon = "comment"
    index_url_name = "desk_reports"
    index_results_url_name = "desk_reports_results"
    default_ordering = "-made_at"
    paginate_by = 30
    any_permission_required = None
    filterset_class = ReportFilters
    columns = [
        TitleColumn("message", label=_("Report"), accessor=str, url_name="desk_report"),
        Column("page", label=_("Article"), accessor=lambda report: report.page.title),
        Column("lang", label=_("Language"), accessor=lambda report: LANGUAGES[report.page.lang].name),
        StatusTagColumn(
            "state", label=_("State"), accessor="get_state_display",
            primary=lambda report: report.state == ReportState.OPEN,
        ),
        DateColumn("made_at", label=_("Sent"), sort_key="made_at", width="12%"),
    ]  # fmt: skip

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who may edit some page; each sees the reports about pages of their own languages."""
        if not may_see_reports(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Open ones, as long as nobody has chosen otherwise."""
        kwargs: dict[str, Any] = super().get_filterset_kwargs()
        if "state" not in self.request.GET:
            chosen = self.request.GET.copy()
            chosen["state"] = ReportState.OPEN
            kwargs["data"] = chosen
        return kwargs

    def get_base_queryset(self) -> "QuerySet[ReaderReport]":
        """With what a row shows: one query, however many rows."""
        found = reports_for(self.request.user).select_related("page__locale")
        return found.defer("page__body", "page__corrections", "page__sources")
