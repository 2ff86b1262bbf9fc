"""The page of similar translations: for each text of a translation, what memory holds that is almost the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.checks.text import Text
from lingotype.translation.memory import BEGUN
from lingotype.translation.near.begin import begin_with
from lingotype.translation.near.matches import Around, NearMatch, Place, Wanted, is_by_person, near_matches
from lingotype.translation.word_changes import Change, changes

_PLACES: Mapping[Place, str | Promise] = {
    Place.ARTICLE: gettext_lazy("this article’s own text, or an earlier version of it"),
    Place.SECTION: gettext_lazy("same section"),
    Place.ANYWHERE: gettext_lazy("elsewhere in the paper"),
}


@dataclass(frozen=True, slots=True)
class Similar:
    """One near match, as the page shows it."""

    match: NearMatch
    changes: Sequence[Change]
    """From the remembered source to this text's."""
    translation: str
    place: str | Promise


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text of the translation with what is similar to it."""

    segment: StringSegment
    source: str
    translation: str
    """As it stands now; empty where there is none."""
    stands: str
    """Tells whether the same stands there still, when it is to be replaced."""
    note: str
    similar: Sequence[Similar]


def rows_of(translation: Translation) -> list[TextRow]:
    """The texts that have near matches with other words than they have now, in the article's order."""
    segments = list(
        StringSegment.objects.filter(source=translation.source)
        .select_related("string__locale", "context")
        .order_by("order")
    )
    present = _present(translation)
    matches = _matches(translation, segments)
    rows = (_row(segment, present.get((segment.string_id, segment.context_id)), matches) for segment in segments)
    return [row for row in rows if row.similar]


def _matches(translation: Translation, segments: Iterable[StringSegment]) -> dict[Wanted, list[NearMatch]]:
    source = translation.source
    original = ArticlePage.objects.filter(translation_key=source.object_id, locale=source.locale_id).first()
    section = original.path[: -ArticlePage.steplen] if original is not None else ""
    around = Around(source.locale, translation.target_locale, source.object_id, section)
    return near_matches([_wanted(segment) for segment in segments], around)


def _wanted(segment: StringSegment) -> Wanted:
    return Wanted(segment.string_id, segment.context_id, segment.string.data)


def _present(translation: Translation) -> dict[tuple[int, int], StringTranslation]:
    rows = StringTranslation.objects.filter(
        locale=translation.target_locale, context__object_id=translation.source.object_id
    )
    return {(row.translation_of_id, row.context_id): row for row in rows.select_related("last_translated_by")}


def _row(
    segment: StringSegment, row: StringTranslation | None, matches: Mapping[Wanted, Sequence[NearMatch]]
) -> TextRow:
    source, stands = Text(segment.string.data, "").plain, Text(row.data if row else "", "").plain
    similar = [_similar(match, source) for match in matches.get(_wanted(segment), ())]
    others = [one for one in similar if one.translation != stands]
    return TextRow(segment, source, stands, _digest(row.data if row else ""), _note(row), others)


def _digest(html: str) -> str:
    return sha256(html.encode()).hexdigest()[:16]


def _similar(match: NearMatch, source: str) -> Similar:
    remembered, translated = (Text(html, "").plain for html in (match.source, match.translation))
    return Similar(match, changes(remembered, source), translated, _PLACES[match.place])


def _note(row: StringTranslation | None) -> str:
    if row is None:
        return _("No translation yet")
    if row.tool_name == BEGUN:
        return _("Begun with a similar translation; go through it before you publish")
    if row.has_error:
        return _("Its translation is not valid")
    if is_by_person(row):
        user = row.last_translated_by
        return _("By {name}").format(name=user.get_full_name() or user.get_username()) if user else _("By people")
    return _("By a machine ({engine})").format(engine=row.tool_name)


class SimilarTranslations(WagtailAdminTemplateMixin, TemplateView):
    """The page, for those who may edit the translation."""

    template_name = "desk/similar_translations.html"
    page_title = gettext_lazy("Similar translations")
    header_icon = "copy"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who may edit the translated page."""
        found = Translation.objects.select_related("source__locale", "target_locale")
        self.translation = get_object_or_404(found, pk=kwargs["translation_id"], enabled=True)
        pages = ArticlePage.objects.filter(
            translation_key=self.translation.source.object_id, locale=self.translation.target_locale
        )
        self.page = get_object_or_404(pages)
        if not self.page.permissions_for_user(request.user).can_edit():
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The article's title."""
        return str(self.page.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Back to the editor."""
        editor = {"url": self._editor, "label": self.page.title}
        return [*super().get_breadcrumbs_items(), editor, {"url": "", "label": str(self.page_title)}]

    @property
    def _editor(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the texts that have similar ones."""
        source, target = (LANGUAGES[one.language_code] for one in self._locales())
        more = {"rows": rows_of(self.translation), "editor": self._editor, "source": source, "target": target}
        return {**super().get_context_data(**kwargs), **more}

    def _locales(self) -> tuple[Any, Any]:
        return self.translation.source.locale, self.translation.target_locale

    def post(self, request: HttpRequest, **_address: Any) -> HttpResponse:
        """Begin one text's translation with a similar one's: with what the page offers, for what stood on it."""
        chosen = tuple(request.POST.get(name, "") for name in ("text", "stands", "similar"))
        for row in rows_of(self.translation):
            for one in row.similar:
                if chosen == (str(row.segment.pk), row.stands, str(one.match.row_id)):
                    begin_with(one.match, row.segment, self.translation, request.user)
                    messages.success(
                        request, _("It stands in the editor as your draft now. Correct it there, and publish.")
                    )
                    return redirect(f"{request.path}#text-{row.segment.pk}")
        messages.warning(request, _("This text has changed meanwhile. Nothing was taken over."))
        return redirect(request.path)
