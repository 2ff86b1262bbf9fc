"""Names of sections, editions and tags that nobody has written yet: an engine's draft, marked as one."""

import html
import logging
from collections.abc import Iterator

from django.conf import settings

from lingotype.newsroom.models import EditionPage, SectionPage, Tag, TagName, TitleState
from lingotype.translation import installed
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routing import AllEnginesFailedError, translate_by_route

log = logging.getLogger(__name__)

_given_up: set[tuple[str, int, str]] = set()
"""Names whose engine failed in this process: not asked again until the next start."""


def draft_one_name() -> bool:
    """Have one missing name drafted. Returns whether there was one."""
    for kind, record, text, pair in _missing():
        if (kind, record.pk, pair.target) in _given_up or not installed.engines_for(pair):
            continue
        try:
            routed = translate_by_route([html.escape(text, quote=False)], pair)
        except AllEnginesFailedError as error:
            log.warning("%s %s: %s", kind, text, error)
            _given_up.add((kind, record.pk, pair.target))
            continue
        _write(record, html.unescape(routed.translations[0]), pair.target)
        return True
    return False


def _missing() -> Iterator[tuple[str, SectionPage | EditionPage | Tag, str, LanguagePair]]:
    for model in (SectionPage, EditionPage):
        named = {
            place.translation_key: place
            for place in model.objects.filter(title_state=TitleState.PEOPLE).select_related("locale")
        }
        for place in model.objects.filter(title_state=TitleState.SOURCE).select_related("locale"):
            own = named.get(place.translation_key)
            if own is not None:
                pair = LanguagePair(own.locale.language_code, place.locale.language_code)
                yield model._meta.model_name, place, own.title, pair
    for tag in Tag.objects.prefetch_related("names"):
        known = {tag.lang, *(row.lang for row in tag.names.all())}
        for code in settings.LINGOTYPE.readers:
            if code not in known:
                yield "tag", tag, tag.name, LanguagePair(tag.lang, code)


def _write(record: SectionPage | EditionPage | Tag, name: str, lang: str) -> None:
    if isinstance(record, Tag):
        TagName.objects.get_or_create(tag=record, lang=lang, defaults={"name": name[:200], "is_draft": True})
        return
    changed = (
        type(record)
        .objects.filter(pk=record.pk, title_state=TitleState.SOURCE)
        .update(title=name[:255], draft_title=name[:255], title_state=TitleState.DRAFT)
    )
    log.info("%s: drafted as %s", record, name if changed else "somebody else's name")
