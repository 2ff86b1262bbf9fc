"""An article's texts, kept in wagtail-localize's tables so that its editor shows and edits every one of them.

Its own extraction is used as it is; its row-by-row writing (1,263 queries for 25 paragraphs) is not: everything here
is read and written in bulk.
"""

import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

from lingotype.newsroom.models import ArticlePage


@dataclass(frozen=True, slots=True)
class Segment:
    """One text of an article, as it goes through the pipeline."""

    string_id: int
    context_id: int
    path: str
    """Where it stands, such as `body.<block id>`."""
    order: int
    html: str
    """Inline HTML; tags carry no attributes but `id`."""
    attrs: dict[str, dict[str, Any]]
    """The attributes set aside, by `id`."""


@dataclass(frozen=True, slots=True)
class ArticleTexts:
    """All texts of one revision of an article."""

    source: TranslationSource
    values: Sequence[Any]
    """Everything that was extracted, in order, as wagtail-localize's `ingest_segments` takes it back."""
    segments: tuple[Segment, ...]
    fingerprint: str
    """The same for the same content, whatever the revision."""


class SourceMovedError(Exception):
    """The article has changed while it was being read: whoever began with it has to begin again."""


def read_texts(article: ArticlePage) -> ArticleTexts:
    """Extract the article's texts and bring wagtail-localize's tables up to date with them.

    Raises `SourceMovedError` when the article is not the public one any more.
    """
    written = article.to_json()
    content = json.loads(written)
    fingerprint = fingerprint_of(content)
    source = _source(article)
    values = _extracted(article, written)
    if stored_fingerprint(source) != fingerprint:
        source = _bring_up_to_date(source, article, content, values)
    return ArticleTexts(source, values, _segments(source, values), fingerprint)


_last: tuple[str, Sequence[Any]] = "", ()


def _extracted(article: ArticlePage, written: str) -> Sequence[Any]:
    """The last article's texts are kept: its languages are mostly made one after the other."""
    global _last  # noqa: PLW0603 - one place for one article; threads may put theirs there, and go on with their own
    last = _last
    if last[0] != written:
        last = _last = written, extract_segments(article)
    return last[1]


def _bring_up_to_date(
    source: TranslationSource, article: ArticlePage, content: dict[str, Any], values: Sequence[Any]
) -> TranslationSource:
    """Write all of it or nothing, one worker at a time: several may begin with the same article at once."""
    with transaction.atomic():
        source = TranslationSource.objects.select_for_update().get(pk=source.pk)
        if not ArticlePage.objects.filter(pk=article.pk, live_revision=article.live_revision_id).exists():
            raise SourceMovedError(str(article))
        if stored_fingerprint(source) != fingerprint_of(content):
            _store(source, values, _contexts(source, article, values), _strings(source, values))
            source.content_json = json.dumps(content, cls=DjangoJSONEncoder)
            source.last_updated_at = timezone.now()
            source.object_repr = str(article)[:200]
            source.save()
    return source


def _segments(source: TranslationSource, values: Sequence[Any]) -> tuple[Segment, ...]:
    rows = StringSegment.objects.filter(source=source).values_list(
        "order", "string_id", "context_id", "string__data_hash"
    )
    stored = {order: row for order, *row in rows}
    segments = []
    for value in values:
        if isinstance(value, StringSegmentValue):
            string, context, text_hash = stored.get(value.order, (None, None, None))
            if text_hash != String._get_data_hash(value.string.data):
                raise SourceMovedError(str(source))
            segments.append(Segment(string, context, value.path, value.order, value.string.data, value.attrs or {}))
    return tuple(segments)


# What changes at every save without changing what readers see.
_PASSING = frozenset({
    "latest_revision", "live_revision", "latest_revision_created_at", "last_published_at", "first_published_at",
    "has_unpublished_changes", "live", "draft_title", "owner", "locked", "locked_at", "locked_by", "expired",
    "go_live_at", "expire_at", "path", "depth", "numchild", "url_path", "slug", "wagtail_admin_comments", "pk",
    "search_description", "seo_title", "show_in_menus", "comments", "alias_of", "latest_revision_id", "corrected_on",
})  # fmt: skip


def text_fingerprint(article: ArticlePage) -> str:
    """The same as long as the article's texts are the same, whatever else about it has changed. Asks no database."""
    texts = [value.string.data for value in extract_segments(article) if isinstance(value, StringSegmentValue)]
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def fingerprint_of(content: dict[str, Any]) -> str:
    """The same for the same content, as `Page.to_json` gives it, whatever the revision."""
    kept = {key: value for key, value in content.items() if key not in _PASSING}
    return hashlib.sha256(json.dumps(kept, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def stored_fingerprint(source: TranslationSource) -> str:
    """The fingerprint of the content that the strings were last read from; empty before the first time."""
    return fingerprint_of(json.loads(source.content_json)) if source.content_json else ""


def _source(article: ArticlePage) -> TranslationSource:
    source = TranslationSource.objects.filter(object_id=article.translation_key, locale_id=article.locale_id).first()
    if source is not None:
        return source
    TranslatableObject.objects.get_or_create(
        translation_key=article.translation_key, defaults={"content_type": ContentType.objects.get_for_model(Page)}
    )
    source, _ = TranslationSource.objects.get_or_create(
        object_id=article.translation_key,
        locale_id=article.locale_id,
        defaults={
            "specific_content_type": ContentType.objects.get_for_model(ArticlePage),
            "object_repr": str(article)[:200],
            "content_json": "",
            "schema_version": get_schema_version("newsroom"),
            "last_updated_at": timezone.now(),
        },
    )
    return source


def _contexts(source: TranslationSource, article: ArticlePage, values: Sequence[Any]) -> dict[str, TranslationContext]:
    paths = {value.path for value in values}
    found = {row.path: row for row in TranslationContext.objects.filter(object_id=source.object_id)}
    if missing := sorted(paths - found.keys()):
        kinds = _block_kinds(article)
        TranslationContext.objects.bulk_create(
            [
                TranslationContext(
                    object_id=source.object_id, path=path, path_id=TranslationContext._get_path_id(path),
                    field_path=_field_path(path, kinds),
                )
                for path in missing
            ],
            ignore_conflicts=True,
        )  # fmt: skip
        found = {row.path: row for row in TranslationContext.objects.filter(object_id=source.object_id)}
    return found


def _block_kinds(article: ArticlePage) -> dict[str, str]:
    return {str(block.id): block.block_type for stream in (article.body, article.corrections) for block in stream}


def _field_path(path: str, kinds: dict[str, str]) -> str:
    # As TranslationContext.get_field_path makes it: names of blocks instead of their ids, and no address of a link.
    field, *rest = path.split(".")
    if not rest:
        return field
    inside = rest[1:2] if rest[1:] and not rest[1].startswith("'") else []
    return ".".join([field, kinds.get(rest[0], rest[0]), *inside])


def _strings(source: TranslationSource, values: Sequence[Any]) -> dict[str, String]:
    texts = list(dict.fromkeys(value.string.data for value in values if isinstance(value, StringSegmentValue)))
    hashes = {String._get_data_hash(text): text for text in texts}
    rows = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes)
    found = {row.data_hash: row for row in rows}
    if len(found) < len(hashes):
        String.objects.bulk_create(
            [
                String(locale_id=source.locale_id, data_hash=key, data=text)
                for key, text in hashes.items()
                if key not in found
            ],
            ignore_conflicts=True,
        )
        found = {row.data_hash: row for row in rows.all()}
    return {text: found[key] for key, text in hashes.items()}


def _store(
    source: TranslationSource,
    values: Sequence[Any],
    contexts: dict[str, TranslationContext],
    strings: dict[str, String],
) -> None:
    templates = _templates(value for value in values if isinstance(value, TemplateSegmentValue))
    wanted: dict[type, list[Any]] = {StringSegment: [], TemplateSegment: [], OverridableSegment: []}
    for value in values:
        place = {"source": source, "context": contexts[value.path], "order": value.order}
        row: StringSegment | TemplateSegment | OverridableSegment
        if isinstance(value, StringSegmentValue):
            attrs = json.dumps(value.attrs, cls=DjangoJSONEncoder)
            row = StringSegment(**place, string=strings[value.string.data], attrs=attrs)
        elif isinstance(value, TemplateSegmentValue):
            row = TemplateSegment(**place, template=templates[value.template])
        elif isinstance(value, OverridableSegmentValue):
            row = OverridableSegment(**place, data_json=json.dumps(value.data, cls=DjangoJSONEncoder))
        else:
            raise TypeError(f"an article has no segments of the kind {type(value).__name__}")
        wanted[type(row)].append(row)
    for model, rows in wanted.items():
        _replace(model, source, rows)


def _templates(values: Iterable[TemplateSegmentValue]) -> dict[str, Template]:
    wanted = {}
    for value in values:
        wanted[value.template] = Template(
            uuid=_template_uuid(value), template=value.template, template_format=value.format,
            string_count=value.string_count,
        )  # fmt: skip
    rows = Template.objects.filter(uuid__in=[row.uuid for row in wanted.values()])
    found = {row.template: row for row in rows}
    if len(found) < len(wanted):
        missing = [row for text, row in wanted.items() if text not in found]
        Template.objects.bulk_create(missing, ignore_conflicts=True)
        found = {row.template: row for row in rows.all()}
    return found


def _template_uuid(value: TemplateSegmentValue) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _content_key(row: Any) -> tuple[Any, ...]:
    content = {
        StringSegment: ("string_id", "attrs"), TemplateSegment: ("template_id",), OverridableSegment: ("data_json",)
    }[type(row)]  # fmt: skip
    return (row.context_id, *(getattr(row, name) for name in content))


def _replace(model: Any, source: TranslationSource, wanted: Sequence[Any]) -> None:
    """Make the rows of `source` equal to `wanted`; rows that stay keep their ids, which an open editor may hold."""
    present = defaultdict(list)
    for row in model.objects.filter(source=source).order_by("-order"):
        present[_content_key(row)].append(row)
    new, moved = [], []
    for row in wanted:
        twins = present[_content_key(row)]
        if not twins:
            new.append(row)
        elif (stays := twins.pop()).order != row.order:
            stays.order = row.order
            moved.append(stays)
    gone = [row.pk for rows in present.values() for row in rows]
    if gone:
        model.objects.filter(pk__in=gone).delete()
    if moved:
        model.objects.bulk_update(moved, ["order"])
    if new:
        model.objects.bulk_create(new)
