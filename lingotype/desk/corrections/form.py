"""The form for a correction: its day and its text."""

import datetime as dt
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

LONGEST = 2_000


def today() -> dt.date:
    """The day in the newsroom, wherever the editor is."""
    return dt.datetime.now(ZoneInfo(settings.TIME_ZONE)).date()


class CorrectionForm(forms.Form):
    """What was wrong, and since when it is right."""

    date = forms.DateField(label=gettext_lazy("Date"), widget=AdminDateInput, initial=today)
    text = forms.CharField(
        label=gettext_lazy("Text"), max_length=LONGEST, widget=AdminAutoHeightTextInput,
        help_text=gettext_lazy("What was wrong, and what is right. Readers see it at the top of the article."),
    )  # fmt: skip

    def clean_date(self) -> dt.date:
        """A correction is not of tomorrow."""
        day: dt.date = self.cleaned_data["date"]
        if day > today():
            raise forms.ValidationError(_("This day has not come yet."))
        return day
