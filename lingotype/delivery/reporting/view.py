"""The form for a report about one paragraph: a page without JavaScript, never stored, that knows nobody."""

import time
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lingotype.delivery import page_at
from lingotype.delivery.context import base_context, page_meta, surroundings
from lingotype.delivery.reporting.addresses import REPORT
from lingotype.delivery.reporting.floods import is_too_much
from lingotype.delivery.reporting.sender import address_of
from lingotype.delivery.reporting.taking import cleaned, take
from lingotype.delivery.reporting.tokens import ForgedTokenError, read_token, token
from lingotype.delivery.views import database_down
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.models.reports import LONGEST_MESSAGE, LONGEST_PARAGRAPH
from lingotype.newsroom.paragraphs import HEADLINE, Paragraph, is_key, paragraph_at, paragraphs_of

LARGEST_BODY = 100_000
"""Bytes of a form that is filled to its limits, in any script."""
_SENT = "sent"


@never_cache
@csrf_exempt  # the form carries a signed word of its own: a cookie would follow readers from stored page to page
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, path: str) -> HttpResponse:
    """Show the form for a paragraph, or take what was written in it. Whatever is not taken is thanked for, too."""
    try:
        article = page_at.public_page(get_language() or "", f"{path}/")
        if not isinstance(article, ArticlePage) or article.is_original:
            return _no_form(request, path)
        key = request.GET.get("p", HEADLINE)
        if not is_key(key):
            raise Http404
        if request.method == "POST":
            return _take(request, article, key)
        return _answer(request, article, key, is_sent=_SENT in request.GET)
    except (OperationalError, InterfaceError):
        return database_down("report")


def _no_form(request: HttpRequest, path: str) -> HttpResponse:
    """A page of the tree may be called like the form, where no article stands above it."""
    if request.method == "POST":
        raise Http404
    return page_at.page(request, f"{path}/{REPORT}/")


def _take(request: HttpRequest, article: ArticlePage, key: str) -> HttpResponse:
    if request.content_type != "application/x-www-form-urlencoded" or _size(request) > LARGEST_BODY:
        return _thanked(request, key)
    sent = request.POST
    seen = sent.get("seen", "").replace("\r\n", "\n")
    try:
        found = read_token(sent.get("token", ""), article.pk, key, seen, time.time())
    except ForgedTokenError:
        return _thanked(request, key)
    if sent.get("website") or found.is_too_new:
        return _thanked(request, key)
    message, suggestion = cleaned(sent.get("message", "")), cleaned(sent.get("suggestion", ""))
    if found.is_too_old or not message:
        problem = _("This page was open for very long. Please send your report again.") if found.is_too_old else ""
        written = {"message": message, "suggestion": suggestion, "seen": seen}
        return _answer(request, article, key, problem=problem or _("Please say what is wrong."), written=written)
    paragraph = _paragraph(article, key)
    with transaction.atomic():  # all or nothing: who is told that it failed may send the same form again
        if not is_too_much(article.pk, address_of(request), found.nonce):
            take(article, paragraph, seen, message, suggestion)
    return _thanked(request, key)


def _size(request: HttpRequest) -> int:
    length = str(request.META.get("CONTENT_LENGTH") or "")
    return int(length) if length.isdecimal() and len(length) < 12 else LARGEST_BODY + 1


def _thanked(request: HttpRequest, key: str) -> HttpResponse:
    answer = HttpResponseRedirect(f"{request.path}?p={key}&{_SENT}")
    answer.status_code = 303
    return answer


def _paragraph(article: ArticlePage, key: str) -> Paragraph:
    """The paragraph, or the headline where the article has none any more that is called so."""
    paragraphs = paragraphs_of(article)
    return paragraph_at(paragraphs, key) or paragraphs[0]


def _answer(request: HttpRequest, article: ArticlePage, key: str, **said: Any) -> HttpResponse:
    around = surroundings(article.locale)
    around.here = f"{article.url}{REPORT}/"
    around.versions = {around.lang.code: around.here}
    written = said.get("written", {})
    seen = written.get("seen") or _paragraph(article, key).text[:LONGEST_PARAGRAPH]
    meta = page_meta(around, _("Report a problem with this translation"), noindex=True)
    context = {
        "article": article, "seen": seen, "is_sent": said.get("is_sent", False), "problem": said.get("problem", ""),
        "message": written.get("message", ""), "suggestion": written.get("suggestion", ""), "longest": LONGEST_MESSAGE,
        "token": token(article.pk, key, seen, time.time()), "action": f"{request.path}?p={key}",
    }  # fmt: skip
    return TemplateResponse(request, "pages/report.html", {**base_context(around, meta), **context}).render()
