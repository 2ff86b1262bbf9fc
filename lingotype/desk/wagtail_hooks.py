"""Everything the desk adds to Wagtail's admin, on one screen."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from lingotype.desk import glossary, languages_steering, log_words, quotation_feature, translation_editor, withdrawing
from lingotype.desk.board import history
from lingotype.desk.board import views as board
from lingotype.desk.corrections import views as corrections
from lingotype.desk.glossary_seed import SeedView
from lingotype.desk.languages import views as languages
from lingotype.desk.notices import account, home
from lingotype.desk.originals import views as originals
from lingotype.desk.quotation_dialog import quotation
from lingotype.desk.records import NewsroomViewSetGroup
from lingotype.desk.reports import views as reports
from lingotype.desk.review import history as review_history
from lingotype.desk.review import views as review
from lingotype.desk.similar_translations import SimilarTranslations
from lingotype.desk.tag_names import tag_names
from lingotype.desk.term_suggestions import TermSuggestions

register_snippet(NewsroomViewSetGroup)

hooks.register("register_rich_text_features", quotation_feature.register)
# Before wagtail-localize's own, which would publish the source's words where a translation is missing.
hooks.register("before_edit_page", translation_editor.before_edit_page, order=-1)
hooks.register("before_delete_page", translation_editor.before_deleting)
hooks.register("before_bulk_action", translation_editor.before_bulk_action)
hooks.register("before_delete_page", withdrawing.before_taking_off, order=-1)
hooks.register("before_unpublish_page", withdrawing.before_taking_off, order=-1)
hooks.register("before_bulk_action", withdrawing.before_bulk_action)
hooks.register("register_page_header_buttons", corrections.button)
hooks.register("register_admin_menu_item", reports.menu_item)
hooks.register("register_admin_menu_item", languages.menu_item)
hooks.register("register_log_actions", log_words.register)
hooks.register("construct_page_action_menu", translation_editor.without_closed_items)
hooks.register("register_log_actions", history.register)
hooks.register("register_log_actions", review_history.register)
hooks.register("register_account_settings_panel", account.NoticesPanel)
hooks.register("construct_homepage_panels", home.add_panel)


@hooks.register("register_admin_urls", order=-1)
def admin_urls() -> list[URLPattern]:
    """The desk's own views, and those that stand before wagtail-localize's."""
    return [
        path("desk/quotation/", quotation, name="desk_quotation"),
        path("desk/glossary/import/", glossary.ImportView.as_view(), name="desk_glossary_import"),
        path("desk/glossary/export.<str:kind>", glossary.export, name="desk_glossary_export"),
        path("desk/glossary/seed/", SeedView.as_view(), name="desk_glossary_seed"),
        path("desk/glossary/suggestions/", TermSuggestions.as_view(), name="desk_term_suggestions"),
        path("desk/tag-names/", tag_names, name="desk_tag_names"),
        path("desk/memory/<int:translation_id>/", SimilarTranslations.as_view(), name="desk_similar_translations"),
        *board.addresses(),
        *corrections.addresses(),
        *languages.addresses(),
        *languages_steering.addresses(),
        *originals.addresses(),
        *reports.addresses(),
        *review.addresses(),
        *translation_editor.addresses(),
    ]


class BoardItem(MenuItem):
    """The board in the menu, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user has articles or translations to care for."""
        return board.may_see(request.user)


@hooks.register("register_admin_menu_item")
def board_item() -> MenuItem:
    """The board, above everything else."""
    return BoardItem(gettext_lazy("Board"), reverse("desk_board"), name="desk-board", icon_name="table", order=50)


@hooks.register("register_permissions")
def permissions() -> "QuerySet[Permission]":
    """What the form of a group offers beside pages and snippets."""
    return Permission.objects.filter(content_type__app_label="translation", codename="steer_languages")


@hooks.register("insert_global_admin_css")
def stylesheet() -> SafeString:
    """The desk's styles."""
    sheets = ((static(f"desk/{name}.css"),) for name in ("desk", "memory"))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("insert_editor_js")
def quotation_words() -> SafeString:
    """The words of the quotation's popover in the editor's language, for `quotation.js`."""
    words: dict[str, Any] = {
        "source": _("Source"), "speaker": _("Speaker"), "original": _("Original wording"),
        "lang": _("Language of the original"), "edit": _("Edit"), "remove": _("Remove"),
    }  # fmt: skip
    return json_script(words, "desk-quotation-words")


@hooks.register("insert_editor_js")
def fresh_parts() -> SafeString:
    """The script of the table of languages."""
    return format_html('<script src="{}"></script>', static("desk/fresh.js"))


@hooks.register("construct_settings_menu")
def without_locales(_request: Any, menu_items: list[Any]) -> None:
    """Languages stand in lingotype.toml; the list of locales follows it."""
    # By its address: the item's name comes from its label, in whatever language the menu was first built.
    menu_items[:] = [item for item in menu_items if not str(getattr(item, "url", "")).endswith("/locales/")]
