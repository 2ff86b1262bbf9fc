"""From an article file to the article: made, brought up to date, or left alone when nothing has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page

from lingotype.importing.article_file import ArticleFile, Block, read_article_file
from lingotype.importing.errors import ArticleFileError
from lingotype.importing.links import article_at, linked
from lingotype.importing.matching import RawBlock, twins_by_order, with_kept_ids
from lingotype.importing.records import people, picture, tags
from lingotype.language.slugs import latin_words, slug
from lingotype.newsroom.indexing import indexed_once
from lingotype.newsroom.models import ArticlePage, MadeBy, SectionPage
from lingotype.newsroom.places import DEFAULT_SECTION, SlugTakenError, edition, section, section_in
from lingotype.newsroom.slugs import free_slug
from lingotype.translation.models import Job
from lingotype.translation.segments import text_fingerprint
from lingotype.translation.wanted import stands_by_people


@dataclass(frozen=True, slots=True)
class Published:
    """What became of one file."""

    file: Path
    page: ArticlePage
    """The page the file stands on."""
    original: ArticlePage
    """The article it belongs to: `page` itself, unless the file is a translation."""
    is_changed: bool
    taken_off: tuple[str, ...] = ()
    """Corrections that stood on the page and are not in the file: somebody may have written them at the desk."""


def read_files(paths: Sequence[Path]) -> list[ArticleFile]:
    """Read and judge every file before anything is written. Raises `ArticleFileError`."""
    zone = ZoneInfo(settings.LINGOTYPE.time_zone)
    languages = settings.LINGOTYPE.languages
    files = [read_article_file(path, languages=languages, time_zone=zone) for path in paths]
    for file in files:
        _refuse_nameless(file)
    _refuse_twins(files)
    return files


def _refuse_nameless(file: ArticleFile) -> None:
    # All such titles make the same slug, and the slug says which article a file is.
    if file.slug is None and file.translation_of is None and not latin_words(file.title, file.lang):
        raise ArticleFileError(file.path, None, "its title has no letters that make an address; give it a slug")


def _refuse_twins(files: Sequence[ArticleFile]) -> None:
    known: dict[object, Path] = {}
    for file in files:
        first = known.setdefault((file.lang, file.translation_of or _own_slug(file)), file.path)
        if first is not file.path:
            raise ArticleFileError(file.path, None, f"the same article as {first}; give one of them another slug")


def _own_slug(file: ArticleFile) -> str:
    return file.slug or slug(file.title, file.lang)


def publish_file(file: ArticleFile) -> Published:
    """Put one article before readers, all of it or nothing.

    Raises `ArticleFileError` for what only the database knows.
    """
    try:
        with transaction.atomic(), indexed_once() as pages:
            published = _publish_original(file) if file.translation_of is None else _publish_translation(file)
            if published.is_changed:
                pages.append(published.page)
            return published
    except SlugTakenError as error:
        raise ArticleFileError(file.path, None, f"{error}; choose another slug") from None


def _publish_original(file: ArticleFile) -> Published:
    locale = Locale.objects.get(language_code=file.lang)
    place = section(file.section or DEFAULT_SECTION, locale)
    page = ArticlePage.objects.filter(locale=locale, slug=_own_slug(file)).first()
    if page is not None and not page.is_original:
        raise ArticleFileError(file.path, None, f"the slug {page.slug} belongs to a translation; choose another")
    page = page or ArticlePage(locale=locale)
    taken_off = _not_in(file, page)
    page, is_changed = _write(file, page, place)
    return Published(file.path, page, page, is_changed, taken_off)


def _not_in(file: ArticleFile, page: ArticlePage) -> tuple[str, ...]:
    known = {row.text for row in file.corrections}
    texts = [str(block["value"].get("text", "")) for block in page.corrections.raw_data]
    return tuple(text for text in texts if text not in known)


def _publish_translation(file: ArticleFile) -> Published:
    reference = file.translation_of
    assert reference is not None
    original = ArticlePage.objects.filter(
        slug=reference.slug, locale__language_code=reference.lang, made_by=MadeBy.ORIGINAL
    ).select_related("locale").first()  # fmt: skip
    if original is None:
        raise ArticleFileError(
            file.path, None, f"translation_of: there is no article {reference.lang}/{reference.slug}; publish it first"
        )
    if not original.live:
        raise ArticleFileError(file.path, None, "translation_of: its original is not public; publish it first")
    locale = Locale.objects.get(language_code=file.lang)
    page = ArticlePage.objects.filter(translation_key=original.translation_key, locale=locale).first()
    page = page or _left_behind(file, locale) or ArticlePage(locale=locale)
    page.translation_key = original.translation_key
    said_before = _said(file, page)
    page, is_changed = _write(file, page, section_in(original, locale), original)
    # Stale is over when people have returned to their text, not when the same file comes again.
    if said_before != _said(file, page) or not _is_by_people(original, file.lang):
        stands_by_people(original, file.lang)
    return Published(file.path, page, original, is_changed)


def _left_behind(file: ArticleFile, locale: Locale) -> ArticlePage | None:
    """The page that this very translation stood on when its original was deleted."""
    originals = ArticlePage.objects.filter(made_by=MadeBy.ORIGINAL).values("translation_key")
    pages = ArticlePage.objects.filter(locale=locale, slug=_own_slug(file), made_by=MadeBy.PEOPLE)
    found: ArticlePage | None = pages.exclude(translation_key__in=originals).first()
    return found


def _said(file: ArticleFile, page: ArticlePage) -> tuple[Any, ...]:
    """What people say in their file, without what the page has from its original."""
    if page.pk is None:
        return ()
    return text_fingerprint(page), page.live, page.made_by, page.translator, page.updated_at if file.updated else None


def _is_by_people(original: ArticlePage, lang: str) -> bool:
    return Job.objects.filter(article=original, lang=lang, engine=MadeBy.PEOPLE).exists()


def _write(
    file: ArticleFile, page: ArticlePage, place: SectionPage, original: ArticlePage | None = None
) -> tuple[ArticlePage, bool]:
    is_new = page.pk is None
    before = None if is_new else _content(page)
    _fill(file, page, original)
    if is_new:
        page.slug = file.slug or (free_slug(page.title, file.lang, page.locale, page) if original else _own_slug(file))
        page.live = False
        place.add_child(instance=page)
    elif place.path != page.path[: -ArticlePage.steplen]:
        page.move(place, pos="last-child")
        page = ArticlePage.objects.get(pk=page.pk)
        _fill(file, page, original)
        before = None
    if not is_new and before == _content(page) and page.live:
        return page, False
    page.save_revision(clean=False, changed=not is_new).publish()
    page.refresh_from_db()
    return page, True


def _content(page: ArticlePage) -> dict[str, Any]:
    data = dict(page.serializable_data())
    for name in ("latest_revision_created_at", "last_published_at", "draft_title", "translated_at"):
        data.pop(name, None)
    data["body"] = [(block["type"], block["value"]) for block in page.body.raw_data]
    for name in ("sources", "corrections"):
        data[name] = [(block["type"], block["value"]) for block in getattr(page, name).raw_data]
    data["article_authors"] = [row.person_id for row in page.article_authors.all()]
    data["tags"], data["editions"] = sorted(_keys(page.tags.all())), sorted(_keys(page.editions.all()))
    return data


def _keys(rows: Any) -> list[int]:
    return [row.pk for row in rows]


def _fill(file: ArticleFile, page: ArticlePage, original: ArticlePage | None) -> None:
    """Everything the file says, and for a translation what it may leave to its original."""
    page.title, page.draft_title, page.dek = file.title, file.title, file.dek
    if original is not None:
        page.made_by, page.engine, page.reviewed_by = MadeBy.PEOPLE, "", ""
        page.translator = file.translator
    page.tags = tags(file.tags, file.lang) if file.tags or original is None else list(original.tags.all())
    # Before the pictures: an address that is taken refuses the file, and a copied picture would stay behind.
    page.editions = (
        [edition(name, page.locale) for name in file.editions]
        if file.editions or original is None
        else list(original.editions.all())
    )
    page.body = _stream(page, "body", [_raw(block, page) for block in file.body], original)
    page.sources = _stream(page, "sources", [{"type": "source", "value": _source(row)} for row in file.sources])
    page.corrections = _stream(
        page, "corrections",
        [{"type": "correction", "value": {"date": row.date.isoformat(), "text": row.text}} for row in file.corrections],
    )  # fmt: skip
    _fill_lead(file, page, original)
    writers = people(file.authors, file.lang) if file.authors or original is None else original.people
    if [row.person_id for row in page.article_authors.all()] != [person.pk for person in writers]:
        page.article_authors = [
            ArticlePage.article_authors.rel.related_model(person=person, sort_order=order)
            for order, person in enumerate(writers)
        ]
    page.published_at = file.published or (original.published_at if original else page.published_at)
    page.updated_at = file.updated or (original.updated_at if original else None)


def _fill_lead(file: ArticleFile, page: ArticlePage, original: ArticlePage | None) -> None:
    if file.image is not None:
        page.lead_image = picture(file.image.file, file.image.alt or file.title, file.image.credit)
        page.lead_image_alt, page.lead_image_caption = file.image.alt, file.image.caption
        page.lead_image_credit = file.image.credit
    elif original is not None:
        page.lead_image, page.lead_image_credit = original.lead_image, original.lead_image_credit
    else:
        page.lead_image = None
        page.lead_image_alt = page.lead_image_caption = page.lead_image_credit = ""


def _source(row: Any) -> dict[str, str]:
    return {"id": row.id, "publication": row.publication, "url": row.url, "lang": row.lang}


def _stream(page: ArticlePage, name: str, raw: list[RawBlock], original: ArticlePage | None = None) -> Any:
    field = page._meta.get_field(name)
    blocks = _normal(field, raw)
    old = list(getattr(page, name).raw_data) if page.pk else []
    if original is not None:
        old = twins_by_order(blocks, list(getattr(original, name).raw_data)) or old
    return field.to_python([dict(block) for block in with_kept_ids(blocks, old)])


def _normal(field: Any, raw: list[RawBlock]) -> list[RawBlock]:
    # Through the blocks and back: the database's own form, so that what did not change compares equal.
    return [{"type": row["type"], "value": row["value"]} for row in field.to_python(raw).get_prep_value()]


def body_value(file: ArticleFile, page: Page) -> Any:
    """The file's body as the value of a page's body field, with new ids."""
    field = page._meta.get_field("body")
    return field.to_python(with_kept_ids([_raw(block, page) for block in file.body], []))


def _raw(block: Block, page: Page) -> RawBlock:
    if isinstance(block.value, str):
        return {"type": block.type, "value": linked(block.value)}
    value: dict[str, Any] = dict(block.value)
    if block.type == "image":
        shown = picture(value.pop("file"), value["alt"] or page.title, value["credit"])
        value["image"] = shown.pk
    elif block.type == "quotation":
        value["text"] = linked(value["text"])
    elif block.type == "on_the_subject":
        found = article_at(value["href"])
        value = {"article": found.pk if found else None}
    return {"type": block.type, "value": value}
