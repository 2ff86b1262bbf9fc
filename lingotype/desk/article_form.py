"""The form in which articles are written: tags by name, the editions of its language, an address from the title."""

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from lingotype.desk.tag_names import TagNamesField, tags_named
from lingotype.language.slugs import slug
from lingotype.newsroom.models import ArticlePage, EditionPage
from lingotype.newsroom.slugs import free_slug


class ArticleForm(WagtailAdminPageForm):
    """An article's form, whatever its language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page, parent = self.instance, self.parent_page
        self.locale = page.locale if page.locale_id else parent.locale
        if "tags" in self.fields:
            self.fields["tags"] = TagNamesField(lang=self.locale.language_code)
        if "editions" in self.fields:
            self._offer_editions(page)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _(
                "Part of the public address; made from the title when you leave it empty."
            )

    def _offer_editions(self, page: ArticlePage) -> None:
        present = [edition.pk for edition in page.editions.all()] if page.pk else []
        field = self.fields["editions"]
        field.widget = forms.CheckboxSelectMultiple()
        field.queryset = EditionPage.objects.filter(Q(locale=self.locale) | Q(pk__in=present)).order_by("title")

    def clean(self) -> dict[str, Any]:
        """Choose the address, and make the tags that are new where the rest is in order."""
        data: dict[str, Any] = super().clean()
        if "slug" in self.fields and "slug" not in self.errors:
            self._choose_slug(data)
        if isinstance(data.get("tags"), list):
            present = list(self.instance.tags.all()) if self.instance.pk else []
            data["tags"] = present if self.errors else tags_named(data["tags"], self.locale.language_code, present)
        return data

    def _choose_slug(self, data: dict[str, Any]) -> None:
        lang, title = self.locale.language_code, data.get("title") or ""
        given = data.get("slug") or ""
        if title and (not given or self._follows_title(given)):
            data["slug"] = free_slug(title, lang, self.locale, self.instance)
        elif given and self._is_taken(given):
            self.add_error("slug", _("Another article of this language has this address."))

    def _follows_title(self, given: str) -> bool:
        """Whether a draft's slug was made from its title: it follows the title until readers know it."""
        page = self.instance
        if not page.pk or page.first_published_at or given != page.slug:
            return False
        made = re.escape(slug(page.title, self.locale.language_code))
        return re.fullmatch(rf"{made}(-\d+)?", given) is not None

    def _is_taken(self, given: str) -> bool:
        others = ArticlePage.objects.filter(locale=self.locale, slug=given)
        return bool(others.exclude(pk=self.instance.pk).exists())
