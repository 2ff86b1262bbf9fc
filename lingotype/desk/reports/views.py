"""One report at the desk, and what an editor makes of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from lingotype.delivery.reporting.retention import SETTLED
from lingotype.desk.reports.index import ReportIndex
from lingotype.desk.reports.screen import screen_of
from lingotype.desk.reports.settling import reopen, settle
from lingotype.desk.reports.visible import may_see_reports
from lingotype.newsroom.models import ReaderReport, ReportState
from lingotype.translation.models import GlossaryEntry


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show one report, or answer it. For whoever may edit the page that it is about."""
    found = get_object_or_404(ReaderReport.objects.select_related("page__locale", "settled_by"), pk=report_id)
    if not found.page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        return _answer(request, found)
    context = {
        "report": found, "screen": screen_of(found), "term_url": _term_url(request.user), "days": SETTLED.days,
        "header_icon": "comment", "header_title": _("Reader’s report"), "breadcrumbs_items": _trail(),
        "public_url": (found.page.url or "") if found.page.live else "",
    }  # fmt: skip
    return render(request, "desk/reports/report.html", context)


def _answer(request: HttpRequest, found: ReaderReport) -> HttpResponse:
    wish = request.POST.get("what")
    if wish == "reopen":
        reopen(found, request.user)
        return redirect("desk_report", found.pk)
    states = {"correct": ReportState.CORRECTED, "reject": ReportState.REJECTED}
    if wish not in states:
        return HttpResponse(status=400)
    thank = bool(request.POST.get("thank"))
    if not settle(found, states[wish], request.user, thank=thank):
        messages.warning(request, _("Somebody else has answered this report meanwhile."))
        return redirect("desk_report", found.pk)
    if wish == "reject":
        messages.success(request, _("The report is rejected."))
    elif thank:
        messages.success(request, _("The report is resolved, and the page thanks the reader."))
    else:
        messages.success(request, _("The report is resolved."))
    return redirect("desk_reports")


def _term_url(user: Any) -> str:
    """Where a term is added; empty for those who may not."""
    if not user.has_perm("translation.add_glossaryentry"):
        return ""
    return reverse(GlossaryEntry.snippet_viewset.get_url_name("add"))


def _trail() -> list[dict[str, Any]]:
    return [
        {"url": reverse("desk_reports"), "label": _("Readers’ reports")},
        {"url": "", "label": _("Reader’s report")},
    ]


class ReportsMenuItem(MenuItem):
    """In the main menu, for those who may answer reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may."""
        return may_see_reports(request.user)


def menu_item() -> MenuItem:
    """The way to the list."""
    label = gettext_lazy("Readers’ reports")
    return ReportsMenuItem(label, reverse("desk_reports"), name="readers-reports", icon_name="comment", order=310)


def addresses() -> list[URLPattern]:
    """The list and its reports, in Wagtail's admin."""
    return [
        path("desk/reports/", ReportIndex.as_view(), name="desk_reports"),
        path("desk/reports/results/", ReportIndex.as_view(results_only=True), name="desk_reports_results"),
        path("desk/reports/<int:report_id>/", report, name="desk_report"),
    ]
