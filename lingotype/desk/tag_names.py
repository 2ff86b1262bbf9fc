"""An article's tags by their names, completed while one types: Wagtail's tag field on Lingotype's own tags."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from taggit.utils import parse_tags

from lingotype.newsroom.models import Tag, TagName
from lingotype.newsroom.slugs import free_record_slug

_OFFERED = 10
_LONGEST = 200


class TagNamesWidget(forms.TextInput):
    """Wagtail's own tag widget, completing from the names of this newsroom's tags in every language."""

    template_name = "wagtailadmin/widgets/tag_widget.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """What Wagtail's template and its controller `w-tag` read."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-controller": "w-tag",
            "data-w-tag-delay-value": 200,
            "data-w-tag-url-value": reverse("desk_tag_names"),
            "data-w-tag-options-value": json.dumps({"allowSpaces": True, "autocompleteOnly": False}),
        }
        context["widget"]["help_text"] = _("Press Enter after each tag. A name that is new becomes a new tag.")
        return context


class TagNamesField(forms.CharField):
    """Names of tags, as one text. Its clean value is the list of names, each once."""

    widget = TagNamesWidget

    def __init__(self, *, lang: str) -> None:
        super().__init__(required=False, label=gettext_lazy("Tags"))
        self.lang = lang

    def prepare_value(self, value: Any) -> Any:
        """The tags' names in the article's language."""
        if isinstance(value, str) or value is None:
            return value
        return ", ".join(f'"{name}"' for name in (tag.name_in(self.lang) for tag in value))

    def clean(self, value: Any) -> Any:
        """Names as taggit reads them: by commas, in quotation marks where a name has a comma or a blank."""
        names = parse_tags(super().clean(value))
        if any(len(name) > _LONGEST for name in names):
            raise forms.ValidationError(_("A tag has at most 200 characters."))
        return names

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another set of names is meant."""
        return sorted(parse_tags(self.prepare_value(initial) or "")) != sorted(parse_tags(data or ""))


def tags_named(names: Iterable[str], lang: str, present: Sequence[Tag]) -> list[Tag]:
    """The tags of these names; one that nobody has yet is made, in that language.

    Among several tags of one name, one that the article has already wins, then one of its language.
    """
    return [_tag_named(name, lang, present) for name in names]


def _tag_named(name: str, lang: str, present: Sequence[Tag]) -> Tag:
    kept = next((tag for tag in present if name in (tag.name_in(lang), tag.name)), None)
    if kept is not None:
        return kept
    named = Tag.objects.filter(Q(name=name) | Q(names__name=name)).distinct()
    own = named.filter(Q(lang=lang) | Q(names__lang=lang))
    found = own.first() or named.first()
    return found or Tag.objects.create(name=name, lang=lang, slug=free_record_slug(Tag, name, lang))


def tag_names(request: HttpRequest) -> JsonResponse:
    """Names that begin like `?term=`, in any language, for the field's completion."""
    term = request.GET.get("term", "").replace("\0", "").strip()[:_LONGEST]
    if not term:
        return JsonResponse([], safe=False)
    # SQLite folds the case of Latin letters only, so every likely spelling is asked for.
    begins = Q()
    for spelling in {term, term.lower(), term.capitalize(), term.title(), term.upper()}:
        begins |= Q(name__startswith=spelling)
    found = {
        *Tag.objects.filter(begins).values_list("name", flat=True)[:_OFFERED],
        *TagName.objects.filter(begins).values_list("name", flat=True)[:_OFFERED],
    }
    return JsonResponse(sorted(found)[:_OFFERED], safe=False)
