"""One article as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django.conf import settings

from lingotype.delivery import reads
from lingotype.delivery.bylines import TagLink
from lingotype.delivery.context import Surroundings, Version
from lingotype.delivery.corrections import Correction, corrections_of
from lingotype.delivery.metadata import absolute
from lingotype.delivery.reporting.addresses import REPORT
from lingotype.delivery.static_copy import is_copying
from lingotype.delivery.teasers import Link, Photo, photo, tag_url
from lingotype.language.facts import Language, language
from lingotype.newsroom.models import ArticlePage, MadeBy, Picture, SectionPage
from lingotype.newsroom.models.article import SIDE_BY_SIDE
from lingotype.newsroom.pictures import SHARE_SPEC, Sizes, first_spec

_ENGINE_TITLES = {
    "apertium": "Apertium", "libretranslate": "LibreTranslate", "deepl": "DeepL", "google": "Google Translate",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that the article retells or quotes."""

    publication: str
    url: str


@dataclass(frozen=True, slots=True)
class Original:
    """The article that this one is a translation of."""

    lang: Language
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class SectionLink:
    """The section of an article."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Story:
    """Everything about an article but its body, which the template renders block by block."""

    title: str
    dek: str
    section: SectionLink
    authors: Sequence[Link]
    published_at: datetime
    updated_at: datetime | None
    lead: Photo | None
    share_image: str
    corrections: Sequence[Correction]
    sources: Sequence[Source]
    tags: Sequence[Link]
    made_by: str
    engine_name: str
    translated_at: datetime | None
    translator: str
    reviewed_by: str
    original: Original | None
    side_by_side_url: str
    report_url: str
    """Where readers say that a sentence is wrong; empty for an original."""
    has_form: bool
    """Whether that is a form, which takes a paragraph's key as `?p=`."""
    thanks: date | None
    """When it was last corrected after a reader's report."""
    body: Any


def story(
    article: ArticlePage,
    around: Surroundings,
    section: SectionPage,
    *,
    tags: Sequence[TagLink] = (),
    authors: Sequence[Link] = (),
    sizes: Sizes | None = None,
) -> Story:
    """The article's story, from what was read before: it asks the database nothing."""
    sizes = sizes or {}
    url, original = around.here, _original(around.original)
    return Story(
        title=article.title,
        dek=article.dek,
        section=SectionLink(section.title, section.url or ""),
        authors=authors,
        published_at=article.published_at,
        updated_at=article.updated_at,
        lead=photo(
            article.lead_image, sizes, article.lead_image_alt, article.lead_image_caption, article.lead_image_credit
        ),
        share_image=_share_image(article.lead_image, sizes),
        corrections=corrections_of(article),
        sources=[Source(block.value["publication"], block.value["url"]) for block in article.sources],
        tags=[Link(tag.name, tag_url(tag.slug, around.lang.code)) for tag in tags],
        made_by=article.made_by,
        engine_name=engine_title(article.engine),
        translated_at=article.translated_at,
        translator=article.translator,
        reviewed_by=article.reviewed_by,
        original=original,
        side_by_side_url=f"{url}{SIDE_BY_SIDE}/" if original else "",
        report_url=_report_url(article, url, around.links.contact_email),
        has_form=_has_form(article),
        thanks=_thanks(article),
        body=article.body,
    )


def _original(version: Version | None) -> Original | None:
    return Original(language(version.code), version.path, version.title) if version else None


def pictures_of(article: ArticlePage) -> list[Picture]:
    """Every picture of an article, the lead picture first."""
    inside = [block.value["image"] for block in article.body if block.block_type == "image"]
    return [picture for picture in (article.lead_image, *inside) if picture is not None]


def original_page(article: ArticlePage) -> ArticlePage | None:
    """The article as the newsroom wrote it; None when this is it, or when it is not public any more."""
    if article.is_original:
        return None
    return (
        ArticlePage.objects.live()
        .filter(translation_key=article.translation_key, made_by=MadeBy.ORIGINAL)
        .filter(locale__language_code__in=settings.LINGOTYPE.languages)
        .select_related("locale")
        .first()
    )


def engine_title(name: str) -> str:
    """What readers know an engine as: the vendor's name rather than the one in the settings file."""
    kind = str(settings.LINGOTYPE.engines.get(name, {}).get("type", name))
    return _ENGINE_TITLES.get(kind, name)


def _share_image(picture: Picture | None, sizes: Sizes) -> str:
    if picture is None:
        return ""
    made = sizes.get(picture.pk, {})
    size = made.get(SHARE_SPEC) or made.get(first_spec(picture))
    return size.url if size else ""


def _has_form(article: ArticlePage) -> bool:
    """A draft has no readers, and a copy of the site no program that could take a report."""
    return bool(article.live and not article.is_original and not is_copying())


def _thanks(article: ArticlePage) -> date | None:
    if article.is_original or not article.pk:
        return None
    reads.note(reads.record_key("thanks", article.pk))
    found = getattr(article, "reader_thanks", None)
    return found.corrected_on if found is not None else None


def _report_url(article: ArticlePage, url: str, contact_email: str) -> str:
    if _has_form(article):
        return f"{url}{REPORT}/"
    if not contact_email or article.is_original:
        return ""
    return f"mailto:{contact_email}?subject={quote(article.title)}&body={quote(absolute(url) + chr(10))}"


def news_article(article: ArticlePage, told: Story) -> dict[str, Any]:
    """schema.org's NewsArticle for JSON-LD."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": told.title,
        "description": told.dek,
        "inLanguage": article.lang,
        "mainEntityOfPage": absolute(article.url or ""),
        "datePublished": told.published_at.isoformat(),
        "dateModified": (told.updated_at or told.published_at).isoformat(),
        "articleSection": told.section.title,
        "author": [{"@type": "Person", "name": author.name, "url": absolute(author.url)} for author in told.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": settings.LINGOTYPE.site_name,
                      "url": settings.LINGOTYPE.site_url},
    }  # fmt: skip
    if told.share_image:
        data["image"] = [absolute(told.share_image)]
    if told.original:
        data["translationOfWork"] = {
            "@type": "NewsArticle", "@id": absolute(told.original.url), "inLanguage": told.original.lang.code,
            "headline": told.original.title,
        }  # fmt: skip
    if told.translator:
        data["translator"] = {"@type": "Person", "name": told.translator}
    if article.made_by in (MadeBy.MACHINE, MadeBy.MACHINE_REVIEWED):
        # IPTC has no code for machine translation; this is the nearest (https://cv.iptc.org/newscodes/digitalsourcetype).
        data["digitalSourceType"] = "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    return data
