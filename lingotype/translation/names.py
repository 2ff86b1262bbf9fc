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
    """Have one missing name drafted. Returns whether there was one. Asks little of the database when there is none."""
    for kind, record, text, pair in _missing():
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
    """Records without a name that an engine of ours could draft, each with the name it has."""
    for model in (SectionPage, EditionPage):
        yield from _unnamed_places(model)
    for source in Tag.objects.order_by("lang").values_list("lang", flat=True).distinct():
        for pair in (LanguagePair(source, code) for code in settings.LINGOTYPE.readers if code != source):
            if not installed.engines_for(pair):
                continue
            unnamed = Tag.objects.filter(lang=source).exclude(names__lang=pair.target)
            tag = unnamed.exclude(pk__in=_refused("tag", pair.target)).first()
            if tag is not None:
                yield "tag", tag, tag.name, pair


def _unnamed_places(
    model: type[SectionPage] | type[EditionPage],
) -> Iterator[tuple[str, SectionPage | EditionPage, str, LanguagePair]]:
    unnamed = list(model.objects.filter(title_state=TitleState.SOURCE).select_related("locale"))
    keys = {place.translation_key for place in unnamed}
    named = list(model.objects.filter(title_state=TitleState.PEOPLE, translation_key__in=keys).select_related("locale"))
    kind = str(model._meta.model_name)
    for place in unnamed:
        lang = place.locale.language_code
        if place.pk in _refused(kind, lang):
            continue
        for own in named:
            pair = LanguagePair(own.locale.language_code, lang)
            if own.translation_key == place.translation_key and installed.engines_for(pair):
                yield kind, place, own.title, pair
                break


def _refused(kind: str, lang: str) -> list[int]:
    return [pk for given_up, pk, target in _given_up if (given_up, target) == (kind, lang)]


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
