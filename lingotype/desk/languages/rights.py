"""Who sees the screen of languages, and who may change something there."""

from typing import Any

from wagtail.permissions import page_permission_policy

from lingotype.desk.board.acting import STEER


def may_look(user: Any) -> bool:
    """Whether the screen is for this user: who steers, and editors, who of all others alone may lock pages."""
    return may_steer(user) or bool(page_permission_policy.user_has_permission(user, "lock"))


def may_steer(user: Any) -> bool:
    """Whether this user may change routes and start dry runs."""
    return bool(user.has_perm(STEER))
