"""Why a wish of the desk is not granted."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class CannotSteerError(Exception):
    """This cannot be asked of this language of this article now. `reason` says why, in the editor's language."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)


NOT_PUBLIC = _("the article is not public")
BY_PEOPLE = _("people translated it: open it")
BEING_MADE = _("it is being made")
NOT_MADE = _("there is no translation yet")
TAKEN_OFF = _("a person took it off or keeps it back: publish it, or open it")
