"""The language and the clock of the person who reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone, translation


def language_of(user: Any) -> str:
    """The language that the person has chosen for the desk, or the newsroom's first."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile.preferred_language if profile else "") or settings.LANGUAGE_CODE


@contextmanager
def in_their_words(user: Any, zone: ZoneInfo) -> Iterator[None]:
    """Say everything in the block as the person wants it said."""
    with translation.override(language_of(user)), timezone.override(zone):
        yield
