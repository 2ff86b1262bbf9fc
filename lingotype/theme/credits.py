"""A picture's credit in the reader's language: the kind of picture is translated, names stay as they are."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

_KINDS = {
    # What newsrooms write before the colon, in the languages whose catalogs we keep.
    "photo": ("photo", "photos", "фото", "фотография", "фотографія", "фота", "foto", "şəkil", "fotografía", "צילום"),
    "illustration": (  # Python makes two signs of a small İ
        "illustration", "иллюстрация", "ілюстрація", "ілюстрацыя", "illüstrasiya", "i̇llüstrasiya",
        "ilustración", "איור",
    ),
    "drawing": ("drawing", "рисунок", "малюнок", "малюнак", "rəsm", "dibujo", "ציור"),
    "collage": ("collage", "коллаж", "колаж", "калаж", "kollaj", "קולאז׳"),
    "archive": ("archive", "архив", "архів", "архіў", "arxiv", "archivo", "ארכיון"),
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_CREDIT = re.compile(r"\s*(?P<kind>[^\W\d_]+['’׳]?)\s*:\s*(?P<name>\S.*)", re.DOTALL)


def credit_line(credit: str) -> SafeString:
    """The credit as readers see it. One without a kind is a photograph's; an unknown kind stays as it was written."""
    said = _CREDIT.fullmatch(credit)
    if said is None:
        return format_html("{}", credit) if ":" in credit else _line("photo", credit)
    kind = _KIND_OF.get(said["kind"].lower())
    return _line(kind, said["name"]) if kind else format_html("{}", credit)


def _line(kind: str, name: str) -> SafeString:
    lines = {
        "photo": _("Photo: {name}"), "illustration": _("Illustration: {name}"), "drawing": _("Drawing: {name}"),
        "collage": _("Collage: {name}"), "archive": _("Archive: {name}"),
    }  # fmt: skip
    return format_html(lines[kind], name=format_html("<bdi>{}</bdi>", name))
