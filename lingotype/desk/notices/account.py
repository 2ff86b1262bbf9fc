"""The panel “Notices” of one's account: of each kind that one may hear of, when."""

from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from lingotype.desk.models import Kind, When
from lingotype.desk.notices.choices import Ears, choices_of, choose, ears_of

_HELP = {
    Kind.HELD: _("A check or the gate keeps it from readers: look at it, and publish it."),
    Kind.FAILED: _("No engine could make it."),
    Kind.REPORT: _("In a language that you edit."),
    Kind.BUDGET: _("At 80 % of what it may be sent in this month."),
}


class NoticesForm(forms.Form):
    """A choice for each kind."""

    def __init__(self, *args: Any, instance: Any, ears: Ears | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = instance
        chosen = choices_of(instance)
        for kind in (ears or ears_of(instance)).kinds:
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label, choices=When.choices, initial=chosen[kind], help_text=_HELP[kind]
            )

    def save(self) -> None:
        """Write the choices down."""
        choose(self._user, self.cleaned_data)


class NoticesPanel(BaseSettingsPanel):
    """Beside Wagtail's own notifications; for whoever may hear of anything."""

    name = "notices"
    title = _("Notices")
    tab = notifications_tab
    order = 50
    template_name = "desk/notices/account.html"

    @cached_property
    def ears(self) -> Ears:
        """What this person may hear of."""
        return ears_of(self.user)

    def is_active(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.ears.kinds)

    def get_form(self) -> NoticesForm:
        """The form; what was sent, where something was."""
        data = self.request.POST if self.request.method == "POST" else None
        return NoticesForm(data, instance=self.user, ears=self.ears, prefix=self.name)

    def get_context_data(self) -> dict[str, Any]:
        """With what keeps mail from reaching this person."""
        context: dict[str, Any] = super().get_context_data()
        return {**context, "sends_mail": settings.LINGOTYPE.mail is not None, "address": self.user.email}
