"""Names that differ by language, each with its origin."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def language_choices() -> list[tuple[str, str]]:
    """The languages of this newsroom, for forms; a callable, so that a new language needs no migration."""
    return list(settings.LANGUAGES)


class NameInLanguage(models.Model):
    """One name in one language. `is_draft` marks an engine's proposal until a person has approved it."""

    lang = models.CharField(_("language"), max_length=12, choices=language_choices)
    name = models.CharField(_("name"), max_length=200)
    is_draft = models.BooleanField(
        _("engine's draft"), default=False, help_text=_("Untick when a person has approved the name.")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.name} ({self.lang})"
