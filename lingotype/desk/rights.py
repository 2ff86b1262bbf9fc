"""Which languages a user may touch: Wagtail's page permissions on each language's front page, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.permissions import page_permission_policy

from lingotype.newsroom.models import FrontPage

FRONT_DEPTH, SECTION_DEPTH = 2, 3
"""Where these stand in the tree of pages."""


@dataclass(frozen=True, slots=True)
class LanguageRights:
    """What a user may do in each language as a whole. A single page may allow more, to its owner for example."""

    fronts: Mapping[str, FrontPage]
    """Every language's front page."""
    edited: frozenset[str]
    published: frozenset[str]


def rights_of(user: Any) -> LanguageRights:
    """The user's rights. Two queries, or one for a superuser."""
    # By their depth, which has an index: else a database may look through every page there is.
    pages = FrontPage.objects.filter(depth=FRONT_DEPTH).select_related("locale")
    fronts = {front.locale.language_code: front for front in pages}
    if user.is_superuser:
        return LanguageRights(fronts, frozenset(fronts), frozenset(fronts))
    granted = page_permission_policy.get_cached_permissions_for_user(user)

    def where(codename: str) -> frozenset[str]:
        paths = [row.page.path for row in granted if row.permission.codename == codename]
        return frozenset(code for code, front in fronts.items() if any(front.path.startswith(path) for path in paths))

    return LanguageRights(fronts, where("change_page"), where("publish_page"))
