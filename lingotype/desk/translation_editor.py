"""wagtail-localize's editor at this desk: every string can be edited, nothing half-translated can be published.

What Lingotype's jobs do (submitting, updating, machine translation) has no second door: its addresses answer with a
word of explanation, and `static/desk/desk.css` hides the buttons that lead there.
"""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views.edit_translation import edit_string_translation

from lingotype.desk.in_words import in_words
from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage, MadeBy
from lingotype.translation.glossary.suggestions import open_suggestions, stands_there, suggest_terms
from lingotype.translation.models import Job, State
from lingotype.translation.publish_edited import CannotPublishError, publish_edited

_CLOSED_BUTTONS = ("localize-restart-translation", "localize-convert-to-alias")
"""Names of wagtail-localize's buttons in an ordinary page editor."""

_CLOSED_ADDRESSES = (
    "localize/submit/page/<int:page_id>/",
    "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
    "localize/update/<int:translation_source_id>/",
    "localize/translate/<int:translation_id>/machine_translate/",
    "localize/translate/<int:translation_id>/disable/",
    "localize/page/<int:page_id>/convert_to_alias/",
)

_OFFERED = 3
"""Suggested terms that a message names."""

_EDIT_STRING = "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/"


def addresses() -> list[URLPattern]:
    """Addresses that stand before wagtail-localize's own."""
    closed = [path(address, explain, name=f"desk_closed_{number}") for number, address in enumerate(_CLOSED_ADDRESSES)]
    return [*closed, path(_EDIT_STRING, edit_string, name="desk_edit_string")]


def edit_string(request: HttpRequest, **address: int) -> HttpResponse:
    """Keep a corrected text, and note which terms it suggests.

    A title that the database has no room for is refused instead of being a server error.
    """
    found = Translation.objects.select_related("source__locale", "target_locale")
    translation = found.filter(pk=address["translation_id"]).first()
    segment = StringSegment.objects.select_related("string").filter(pk=address["string_segment_id"]).first()
    before = stands_there(translation, segment) if translation and segment else ""
    try:
        with transaction.atomic():
            answer: HttpResponse = edit_string_translation(request, **address)
    except DataError:
        return JsonResponse({"detail": _("a text is too long for its place")}, status=400)
    if before and translation and segment and request.method == "PUT" and answer.status_code < 300:
        suggest_terms(translation, segment, before, request.user)  # the text is kept by now, and nobody waits for us
    return answer


def explain(request: HttpRequest, **_address: Any) -> HttpResponse:
    """Say who does that work here, and go back."""
    _say_that_jobs_do_it(request)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Take the publishing of a translation, and the closed buttons, out of wagtail-localize's hands."""
    if request.method != "POST":
        if isinstance(page, ArticlePage) and not page.is_original:
            _say_why_it_is_held(request, page)
        return None
    if any(name in request.POST for name in _CLOSED_BUTTONS):
        _say_that_jobs_do_it(request)
        return redirect(request.path)
    if request.POST.get("action") != "publish" or not isinstance(page, ArticlePage):
        return None
    translation = (
        Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True)
        .select_related("source", "target_locale")
        .first()
    )
    return None if translation is None else _publish(request, page, translation)


def before_deleting(request: HttpRequest, page: Page) -> None:
    """Say on the page that asks whether to delete an original which translations go off with it."""
    if request.method != "GET" or not isinstance(page, ArticlePage) or not page.is_original:
        return
    others = ArticlePage.objects.live().filter(translation_key=page.translation_key).exclude(pk=page.pk)
    names = [
        LANGUAGES[code].name
        for code in others.order_by("locale__language_code").values_list("locale__language_code", flat=True)
    ]
    if names:
        messages.warning(request, _("Its translations go off with it: {languages}.").format(languages=", ".join(names)))


def before_bulk_action(request: HttpRequest, action_type: str, pages: list[Page], action: Any) -> HttpResponse | None:
    """Publishing a whole list is no review: translations go out through the gate, or from their own editor."""
    if action_type != "publish" or not _are_translations_among(pages, action):
        return None
    messages.error(request, _("Publish translations one by one from their editor, after going through them."))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def without_closed_items(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Take wagtail-localize's items out of the page editor's action menu."""
    menu_items[:] = [item for item in menu_items if item.name not in _CLOSED_BUTTONS]


def _are_translations_among(pages: list[Page], action: Any) -> bool:
    translations = ArticlePage.objects.exclude(made_by=MadeBy.ORIGINAL)
    if translations.filter(pk__in=[page.pk for page in pages]).exists():
        return True
    with_all_below = action.cleaned_form.cleaned_data.get("include_descendants")
    return bool(with_all_below) and any(translations.descendant_of(page).not_live().exists() for page in pages)


def _publish(request: HttpRequest, page: ArticlePage, translation: Translation) -> HttpResponse:
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    try:
        published = publish_edited(translation, request.user)
    except CannotPublishError as error:
        messages.error(request, _("Not published: {reason}").format(reason=error))
    except ValidationError as error:
        messages.error(request, _("Not published: {reason}").format(reason=" ".join(error.messages)))
    else:
        locale = translation.target_locale.get_display_name()
        messages.success(request, _("Published “{title}” in {locale}.").format(title=published.title, locale=locale))
        _offer_terms(request, published)
    return redirect(request.path)


def _offer_terms(request: HttpRequest, page: ArticlePage) -> None:
    """Ask whether words that were corrected are to become terms."""
    if not request.user.has_perms(("translation.add_glossaryentry", "translation.change_glossaryentry")):
        return
    offered = [f"{one.source} → {one.target}" for one in open_suggestions(page.translation_key, page.lang)[:_OFFERED]]
    if offered:
        door = messages.button(reverse("desk_term_suggestions"), _("Look at the suggestions"))
        said = _("Corrected words that could become terms of the glossary: {terms}.")
        messages.info(request, said.format(terms=", ".join(offered)), buttons=[door])


def _say_why_it_is_held(request: HttpRequest, page: ArticlePage) -> None:
    held = Job.objects.filter(article__translation_key=page.translation_key, lang=page.lang, state=State.HELD).first()
    if held is not None and held.error:
        messages.warning(request, _("Held for you: {reason}").format(reason=in_words(held.error)))


def _say_that_jobs_do_it(request: HttpRequest) -> None:
    messages.info(
        request,
        _(
            "Nothing to do here: Lingotype translates an article when it is published, and again when it changes. "
            "Correct any text in the translation’s editor; its state stands above the original’s text."
        ),
    )
