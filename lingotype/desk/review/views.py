"""The screen's addresses. Each takes a form as well as the script's JSON, calls one verb, and shows what came of it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from lingotype.desk.review.approving import approve, approve_all, take_back
from lingotype.desk.review.cards import card, surroundings_of
from lingotype.desk.review.conflict import in_conflict
from lingotype.desk.review.door import harmless, is_script, of_a_translation, refused
from lingotype.desk.review.editing import ChangedMeanwhileError, RefusedTextError, edit, end_sitting
from lingotype.desk.review.going_out import publish_reviewed
from lingotype.desk.review.history import log_of
from lingotype.desk.review.presence import be_here, others_on
from lingotype.desk.review.remarks import comment, resolve
from lingotype.desk.review.screen import screen_of
from lingotype.desk.review.suggestions import from_memory
from lingotype.desk.review.texts import Paragraph, Waiting
from lingotype.desk.review.writing import stored
from lingotype.language.facts import LANGUAGES
from lingotype.translation.publish_edited import CannotPublishError

_MOST_ASKED = 200_000
"""Characters of a request that are read."""


@require_GET
@of_a_translation
def review(request: HttpRequest, waiting: Waiting) -> HttpResponse:
    """The screen."""
    page, title = waiting.page, _("Review")
    may = page.permissions_for_user(request.user)
    trail = [
        {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.get_admin_display_title()},
        {"url": "", "label": title},
    ]
    context = {
        "screen": screen_of(waiting, request.user), "page": page, "breadcrumbs_items": trail, "header_title": title,
        "header_icon": "check", "can_publish": may.can_publish(), "is_locked": may.page_locked(),
        "shows_differences": "difference" in request.GET,
    }  # fmt: skip
    return render(request, "desk/review/screen.html", context)


@require_GET
@of_a_translation
def paragraph(request: HttpRequest, waiting: Waiting, number: int) -> HttpResponse:
    """One paragraph as it stands now."""
    return JsonResponse(_fresh(request, waiting, _paragraph(waiting, number)))


@require_GET
@of_a_translation
def suggestions(request: HttpRequest, waiting: Waiting, number: int) -> HttpResponse:
    """What memory and other engines have for this paragraph; its certain fixes are on the screen already."""
    found = _paragraph(waiting, number)
    around = surroundings_of(waiting)
    fixes = card(waiting, found, around).suggestions
    more = from_memory(waiting, found, around.original, log_of(waiting.page), fixes)
    context = {**_context(request, waiting), "suggestions": more, "paragraph": found}
    html = render_to_string("desk/review/suggestions.html", context, request)
    return JsonResponse({"version": found.version, "html": html})


@require_POST
@of_a_translation
def write(request: HttpRequest, waiting: Waiting, number: int) -> HttpResponse:
    """Keep a text that was typed, or take a suggestion."""
    sent = _sent(request)
    html = stored(str(sent.get("text", "")))

    def verb() -> Waiting:
        now = edit(waiting, number, html, str(sent.get("version", "")), request.user, is_begun=bool(sent.get("begun")))
        if sent.get("is_done", "yes"):
            end_sitting(now, _paragraph(now, number), request.user)
        return now

    return _answer(request, waiting, number, verb, mine=html)


@require_POST
@of_a_translation
def decide(request: HttpRequest, waiting: Waiting, number: int) -> HttpResponse:
    """Approve a paragraph, or take that back."""
    sent = _sent(request)
    verb = take_back if sent.get("decision") == "take back" else approve
    version = str(sent.get("version", ""))
    return _answer(request, waiting, number, lambda: verb(waiting, number, version, request.user))


@require_POST
@of_a_translation
def remark(request: HttpRequest, waiting: Waiting, number: int) -> HttpResponse:
    """Comment on a paragraph, or close a comment."""
    sent, found = _sent(request), _paragraph(waiting, number)

    def verb() -> Waiting:
        closed = str(sent.get("resolve", ""))
        if closed.isdecimal() and len(closed) < 19:
            resolve(waiting, int(closed), request.user)
        else:
            comment(waiting, found, str(sent.get("comment", "")), request.user)
        return waiting

    return _answer(request, waiting, number, verb)


@require_POST
@of_a_translation
def decide_all(request: HttpRequest, waiting: Waiting) -> HttpResponse:
    """Approve every paragraph, as this person has seen them."""
    try:
        approve_all(waiting, _versions(request), request.user)
    except RefusedTextError as error:
        messages.error(request, _("Not approved: {reason}").format(reason=error))
    except ChangedMeanwhileError as error:
        return in_conflict(request, error, mine="")
    return redirect("desk_review", waiting.page.pk)


@require_POST
@of_a_translation
def publish(request: HttpRequest, waiting: Waiting) -> HttpResponse:
    """Put it before readers."""
    page = waiting.page
    if not page.permissions_for_user(request.user).can_publish():
        return refused(request, _("You cannot publish this language version."), 403)
    try:
        published = publish_reviewed(waiting, _versions(request), request.user)
    except CannotPublishError as error:
        messages.error(request, _("Not published: {reason}").format(reason=error))
    except ValidationError as error:
        messages.error(request, _("Not published: {reason}").format(reason=" ".join(error.messages)))
    except ChangedMeanwhileError as error:
        return in_conflict(request, error, mine="")
    else:
        said = _("Published “{title}”, reviewed by you.").format(title=published.title)
        messages.success(
            request, said, buttons=[messages.button(published.url, _("As readers see it"), new_window=True)]
        )
    return redirect("desk_review", page.pk)


@require_POST
@of_a_translation
@harmless
def presence(request: HttpRequest, waiting: Waiting) -> HttpResponse:
    """Say that this window is open, and hear who else is here and which paragraphs have changed."""
    sent = _sent(request)
    known = str(sent.get("session", ""))
    session = int(known) if known.isdecimal() and len(known) < 10 else 0
    session = be_here(waiting.page, request.user, session, is_editing=bool(sent.get("editing")))
    context = {"others": others_on(waiting.page, request.user)}
    html = render_to_string("desk/review/others.html", context, request)
    return JsonResponse({"session": session, "html": html, "versions": waiting.versions})


def _answer(
    request: HttpRequest, waiting: Waiting, number: int, verb: Callable[[], Waiting], mine: str = ""
) -> HttpResponse:
    """Do it, and show the paragraph as it stands then; or say why it was not done."""
    try:
        now = verb()
    except RefusedTextError as error:
        said = _("Not saved: {reason}").format(reason=error)
        return refused(request, said, 422)
    except ChangedMeanwhileError as error:
        return in_conflict(request, error, mine)
    if is_script(request):
        return JsonResponse(_fresh(request, now, _paragraph(now, number)))
    return redirect(f"{reverse('desk_review', args=[waiting.page.pk])}#paragraph-{number}")


def _fresh(request: HttpRequest, waiting: Waiting, found: Paragraph) -> dict[str, Any]:
    shown = card(waiting, found, surroundings_of(waiting))
    html = render_to_string("desk/review/paragraph.html", {**_context(request, waiting), "card": shown}, request)
    return {"version": found.version, "html": html}


def _context(request: HttpRequest, waiting: Waiting) -> dict[str, Any]:
    return {
        "page": waiting.page, "is_locked": waiting.page.permissions_for_user(request.user).page_locked(),
        "source": LANGUAGES[waiting.pair.source], "target": LANGUAGES[waiting.pair.target],
    }  # fmt: skip


def _paragraph(waiting: Waiting, number: int) -> Paragraph:
    found = waiting.paragraph(number)
    if found is None:
        raise Http404(number)
    return found


def _sent(request: HttpRequest) -> Mapping[str, Any]:
    """What was sent, as a form or as JSON; nothing where it is neither."""
    if request.content_type != "application/json":
        return request.POST
    try:
        found = json.loads(request.body[:_MOST_ASKED])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _versions(request: HttpRequest) -> dict[str, str]:
    try:
        found = json.loads(str(_sent(request).get("versions", "")))
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def addresses() -> list[URLPattern]:
    """The screen's addresses in Wagtail's admin."""
    home, text = "desk/review/<int:page_id>/", "desk/review/<int:page_id>/text/<int:number>/"
    return [
        path(home, review, name="desk_review"),
        path(f"{home}approve/", decide_all, name="desk_review_approve_all"),
        path(f"{home}publish/", publish, name="desk_review_publish"),
        path(f"{home}presence/", presence, name="desk_review_presence"),
        path(text, paragraph, name="desk_review_paragraph"),
        path(f"{text}suggestions/", suggestions, name="desk_review_suggestions"),
        path(f"{text}write/", write, name="desk_review_write"),
        path(f"{text}approve/", decide, name="desk_review_approve"),
        path(f"{text}comment/", remark, name="desk_review_comment"),
    ]
