"""How the theme's templates write dates, name languages and dress pages. Presentation only."""

from datetime import date, datetime
from functools import cache, lru_cache
from urllib.parse import urlsplit

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lingotype.language.facts import LANGUAGES, Language
from lingotype.theme.credits import credit_line
from lingotype.theme.stylesheet import kept_address, sheet_name
from lingotype.theme.words import IN_LANGUAGE

register = template.Library()
register.simple_tag(credit_line)

FORMS = {"date": "DATE_FORMAT", "time": "DATETIME_FORMAT"}
# Elsewhere the months are written small, but Django's catalogs give them a capital in some languages (az, bg, it, pt).
CAPITAL_MONTHS = {"en", "de", "tr"}
# Whatever a page says, it needs these: figures and the names of networks are in Latin letters everywhere.
PRELOADED_FACES = {
    "Latn": ("lingotype-serif-latin-normal.woff2",),
    "Cyrl": ("lingotype-serif-cyrillic-normal.woff2", "lingotype-serif-latin-normal.woff2"),
    "Hebr": ("frank-ruhl-libre-hebrew.woff2", "frank-ruhl-libre-latin.woff2"),
}


@register.simple_tag
def when(moment: date | None, form: str = "date") -> SafeString | str:
    """A moment as `<time>`, in the reader's language: "date", or "time" for the date with the time of day.

    Aware datetimes are shown in the site's time zone; nothing is shown where there is none.
    """
    if not moment:
        return ""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return _when(moment, moment.isoformat(), form, get_language() or "en")


@lru_cache(4096)  # every list of every language shows the same newest articles
def _when(moment: date, iso: str, form: str, lang: str) -> SafeString:
    """`iso` tells the offsets of one moment apart, which are equal as keys."""
    text = date_format(moment, FORMS[form])
    if lang.partition("-")[0] not in CAPITAL_MONTHS:
        text = text.replace("İ", "i").lower()
    return format_html('<time datetime="{}">{}</time>', iso, text)


@register.filter
def in_language(code: str) -> str:
    """ "in Russian" in the reader's words; empty for a language that nobody has named."""
    return str(IN_LANGUAGE.get(code, ""))


@register.filter
def other_language(address: str) -> Language | None:
    """The language that an address of this site begins with, where it is not the reader's; else nothing."""
    code = address.removeprefix("/").partition("/")[0] if address.startswith("/") else ""
    return None if code == get_language() else LANGUAGES.get(code)


@register.simple_tag
def page_style() -> SafeString:
    """The link to the style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static(sheet_name()))


@register.simple_tag
def preload_faces(language: Language | str) -> SafeString:
    """Links that fetch the language's typefaces at once; nothing for scripts without a face of ours.

    With all of them there by the first line, the page is laid out once: a second layout took half of a phone's time.
    """
    addresses = ((_face_address(face),) for face in PRELOADED_FACES.get(getattr(language, "script", ""), ()))
    return format_html_join("\n", '<link rel="preload" as="font" type="font/woff2" href="{}" crossorigin>', addresses)


@cache
def _face_address(face: str) -> str:
    return kept_address(f"theme/fonts/{face}")


@register.filter
def host(address: str) -> str:
    """The site that an address belongs to, as a reader would say it: "youtube.com"."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
